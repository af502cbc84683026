import { Select } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { useArticles } from '../queries.ts'
import { words } from '../words.ts'

/** Finds any article by its words; the server searches. */
export function ArticlePicker({ choose }: { choose: (article: { id: string; question: string }) => void }) {
  const say = useWords(words)
  const [search, setSearch] = useState('')
  const found = useArticles({ search }).data?.articles ?? []
  return (
    <Select
      aria-label={say('addOtherPlaceholder')}
      placeholder={say('addOtherPlaceholder')}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      // the server has searched already
      filter={({ options }) => options}
      nothingFoundMessage={say('nothingFound')}
      data={found.map((article) => ({ value: article.id, label: article.question }))}
      value={null}
      onChange={(id) => {
        const article = found.find((each) => each.id === id)
        if (article) choose(article)
      }}
    />
  )
}
