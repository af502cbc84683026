import { MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { locales, textIn } from '../../../../schemas/text.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import css from '../Knowledge.module.css'
import { useArticles, useProducts } from '../queries.ts'
import { words } from '../words.ts'
import own from './Article.module.css'
import { dayIn, endOf, startOf } from './days.ts'
import type { EditProps } from './edit.ts'

/** When the article counts and for whom: days, language, tags, products. */
export function Details({ draft, edit, canWrite }: EditProps) {
  const say = useWords(words)
  const known = useArticles({}).data?.tags ?? []
  const isWrong = draft.validFrom !== undefined && draft.validTo !== undefined && draft.validFrom >= draft.validTo
  return (
    <section className={css.card}>
      <div className={css.cardHead}>
        <h2>{say('details')}</h2>
      </div>
      <fieldset disabled={!canWrite} className={own.details}>
        <TextInput
          type="date"
          label={say('validFrom')}
          value={dayIn(draft.validFrom)}
          onChange={(event) => {
            const day = event.target.value
            edit('details', ({ validFrom: _before, ...article }) => (day ? { ...article, validFrom: startOf(day) } : article))
          }}
        />
        <TextInput
          type="date"
          label={say('validTo')}
          error={isWrong ? say('validWrong') : null}
          value={dayIn(draft.validTo)}
          onChange={(event) => {
            const day = event.target.value
            edit('details', ({ validTo: _before, ...article }) => (day ? { ...article, validTo: endOf(day) } : article))
          }}
        />
        <p className={css.hint}>{say('validHint')}</p>
        <NativeSelect
          label={say('language')}
          description={say('languageHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={[
            { value: '', label: say('anyLanguage') },
            { value: 'zh-CN', label: say('chinese') },
            { value: 'en', label: say('english') },
          ]}
          value={draft.locale ?? ''}
          onChange={(event) => {
            const locale = locales.find((each) => each === event.target.value)
            edit('details', ({ locale: _before, ...article }) => (locale ? { ...article, locale } : article))
          }}
        />
        <TagsInput
          label={say('tags')}
          description={say('tagsHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={draft.tags.length === 0 ? say('tagsPlaceholder') : ''}
          maxTags={100}
          splitChars={[',', '，', '、']}
          acceptValueOnBlur
          disabled={!canWrite}
          data={known}
          value={draft.tags}
          onChange={(tags) => edit('details', (article) => ({ ...article, tags: tags.map((tag) => tag.slice(0, 100)) }))}
        />
        <ProductLinks draft={draft} edit={edit} canWrite={canWrite} />
      </fieldset>
    </section>
  )
}

function ProductLinks({ draft, edit, canWrite }: EditProps) {
  const say = useWords(words)
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const found = useProducts(search).data?.products ?? []
  const chosen = draft.products ?? []
  const options = new Map(chosen.map((id) => [id, id]))
  for (const product of found) options.set(product.id, textIn(product.name, locale) || product.id)
  return (
    <MultiSelect
      label={say('productLinks')}
      description={say('productLinksHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={chosen.length === 0 ? say('productLinksPlaceholder') : ''}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      // the server has searched already
      filter={({ options }) => options}
      nothingFoundMessage={say('noProducts')}
      disabled={!canWrite}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={chosen}
      onChange={(products) =>
        edit('details', ({ products: _before, ...article }) => (products.length > 0 ? { ...article, products } : article))
      }
    />
  )
}
