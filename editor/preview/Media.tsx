import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { MediaContent } from '../../schemas/content.ts'
import { useWords } from '../i18n/index.ts'
import css from './Media.module.css'
import { words } from './words.ts'

/** Photos or a recording that a visitor sent. @param addressOf where the bytes of an upload are */
export function Media({ content, addressOf }: { content: MediaContent; addressOf: (upload: string) => string | undefined }) {
  const say = useWords(words)
  const [isGone, setGone] = useState(false)
  if (content.type === 'audio')
    return isGone ? (
      <span className={css.gone}>{say('mediaGone')}</span>
    ) : (
      // biome-ignore lint/a11y/useMediaCaption: captions are written from a transcript, and recordings are not transcribed here; an empty track would claim one
      <audio
        className={css.voice}
        controls
        preload="metadata"
        aria-label={say('voice')}
        src={addressOf(content.upload)}
        onError={() => setGone(true)}
      />
    )
  const photos = [content.upload, ...(content.more ?? [])]
  return (
    <div className={css.photos} data-many={photos.length > 1 || undefined}>
      {photos.map((upload, index) => (
        <Photo
          key={upload}
          address={addressOf(upload)}
          alt={content.alt ?? say('photo', { n: photos.length > 1 ? index + 1 : '' }).trim()}
        />
      ))}
    </div>
  )
}

function Photo({ address, alt }: { address: string | undefined; alt: string }) {
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const [isGone, setGone] = useState(address === undefined)
  if (isGone) return <span className={css.gone}>{say('mediaGone')}</span>
  return (
    <>
      <button type="button" className={css.photo} aria-label={say('enlarge', { alt })} onClick={() => setOpen(true)}>
        <img src={address} alt={alt} loading="lazy" onError={() => setGone(true)} />
      </button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={alt}
        size="auto"
        centered
        closeButtonProps={{ 'aria-label': say('shut') }}
      >
        <img className={css.large} src={address} alt={alt} />
      </Modal>
    </>
  )
}
