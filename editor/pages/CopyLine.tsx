import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import css from './Page.module.css'
import { words } from './words.ts'

/** A line of text to take elsewhere, with a button that copies it. */
export function CopyLine({ text }: { text: string }) {
  const say = useWords(words)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <div className={css.code}>
      <code>{text}</code>
      <Button size="xs" leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.75} />} onClick={() => void copy()}>
        {say(copied ? 'copied' : 'copyText')}
      </Button>
    </div>
  )
}
