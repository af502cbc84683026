import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { SynonymGroup } from '../../../../schemas/vocabulary.ts'
import { newId } from '../../../canvas/new-id.ts'
import { useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import { lineOf, wordsIn } from './lines.ts'
import own from './Synonyms.module.css'

interface Known {
  groups: readonly SynonymGroup[]
}

/** One group as one line of text: Enter or leaving it saves, Escape takes back what was typed. */
export function GroupLine({ group, groups, canWrite }: Known & { group: SynonymGroup; canWrite: boolean }) {
  const say = useWords(words)
  const changes = useChanges()
  const stored = lineOf(group.words)
  const [line, setLine] = useState(stored)
  useEffect(() => setLine(stored), [stored])
  const wrong = useTrouble(line, groups, group.id)
  const first = group.words[0] ?? ''

  const save = () => {
    const next = wordsIn(line)
    if (wrong || lineOf(next) === stored) return
    void changes
      .vocabulary([{ do: 'put-group', group: { ...group, words: next } }], { text: say('didGroup', { first: next[0] ?? '' }) })
      .catch(() => {})
  }
  return (
    <li>
      <TextInput
        aria-label={say('groupEdit', { first })}
        classNames={{ input: own.line }}
        readOnly={!canWrite}
        error={line === stored ? null : wrong}
        value={line}
        onChange={(event) => setLine(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') save()
          if (event.key === 'Escape') setLine(stored)
        }}
      />
      {canWrite && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={css.quiet}
          size={34}
          aria-label={`${say('remove')}: ${first}`}
          onClick={() =>
            void changes.vocabulary([{ do: 'remove-group', group: group.id }], { text: say('didGroupRemove', { first }) }).catch(() => {})
          }
        >
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      )}
    </li>
  )
}

/** An empty line above all others. */
export function NewGroup({ groups }: Known) {
  const say = useWords(words)
  const changes = useChanges()
  const [line, setLine] = useState('')
  const wrong = useTrouble(line, groups)
  const parts = wordsIn(line)
  const add = async () => {
    await changes
      .vocabulary([{ do: 'put-group', group: { id: newId('words'), words: parts } }], {
        text: say('didGroupAdd', { first: parts[0] ?? '' }),
      })
      .then(() => setLine(''))
      .catch(() => {})
  }
  return (
    <form
      className={own.fresh}
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong) void add()
      }}
    >
      <TextInput
        label={say('groupNew')}
        description={say('groupHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={say('groupPlaceholder')}
        error={parts.length > 1 ? wrong : null}
        value={line}
        onChange={(event) => setLine(event.target.value)}
      />
      <Button type="submit" disabled={wrong !== null} className={own.add}>
        {say('add')}
      </Button>
    </form>
  )
}

/** Why a line cannot be kept: a word means one thing, so it stands in one line. */
function useTrouble(line: string, groups: readonly SynonymGroup[], own?: string): string | null {
  const say = useWords(words)
  const parts = wordsIn(line)
  if (parts.length < 2) return say('groupFew')
  const low = new Set(parts.map((word) => word.toLowerCase()))
  for (const group of groups) {
    const word = group.id === own ? undefined : group.words.find((each) => low.has(each.toLowerCase()))
    if (word) return say('groupTaken', { word, first: group.words[0] ?? '' })
  }
  return null
}
