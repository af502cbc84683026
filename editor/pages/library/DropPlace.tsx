import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useWords } from '../../i18n/index.ts'
import css from './ImportFile.module.css'
import { words } from './import-words.ts'

/** A place to drop a file on, and a button for those who would rather choose it. */
export function DropPlace({ take }: { take: (file: File) => void }) {
  const say = useWords(words)
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <fieldset
      className={css.drop}
      data-over={isOver || undefined}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) take(file)
      }}
    >
      <IconFileUpload size={28} stroke={1.5} aria-hidden="true" />
      <p>
        {say('drop')}{' '}
        <Button size="xs" onClick={() => chooser.current?.click()}>
          {say('choose')}
        </Button>
      </p>
      <small>{say('formats')}</small>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={say('choose')}
        accept=".csv,.tsv,.txt,.xlsx,.md,.markdown,text/csv,text/markdown"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) take(file)
        }}
      />
    </fieldset>
  )
}
