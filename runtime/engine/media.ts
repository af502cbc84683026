import type { InboundContent, MediaContent } from '../../schemas/content.ts'
import { systemChoices } from '../../schemas/content.ts'
import type { Perception } from '../../schemas/perception.ts'
import { textIn } from '../../schemas/text.ts'
import { stepOf, topFrame } from './frames.ts'
import { sayWords } from './run.ts'
import type { Run } from './running.ts'
import { repeatOpen } from './step.ts'
import { words } from './words.ts'

/** Kinds of value that are sent, not said. */
export type Media = 'photo' | 'voice'

/** What a message brings besides words. */
export function mediaOf(content: InboundContent): Media | undefined {
  return content.type === 'image' ? 'photo' : content.type === 'audio' ? 'voice' : undefined
}

/** What the open question asks for, when that is no words. */
export function wantedMedia(run: Run): Media | undefined {
  const frame = topFrame(run.state)
  const entity = run.owner === 'bot' && frame?.waiting ? stepOf(run.input.programs, frame)?.fills?.entity : undefined
  return entity === 'photo' || entity === 'voice' ? entity : undefined
}

const nothingSaid = { text: '', language: 'none', intents: [], mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 } } as const

/** A photo is a value by its upload's id, several by theirs with blanks between; nobody looks into it. */
export function perceiveMedia(content: MediaContent, type: Media): Perception {
  const value = content.type === 'image' ? [content.upload, ...(content.more ?? [])].join(' ') : content.upload
  return { ...nothingSaid, intents: [], entities: [{ type, value, text: '', start: 0, end: 0 }] }
}

/** A photo that nothing asked for: it is acknowledged, stays for a question to come, and the open question is asked again in short. */
export function acknowledge(run: Run, media: Media): void {
  const frame = topFrame(run.state)
  const step = frame?.waiting && stepOf(run.input.programs, frame)
  run.unanswered = false
  sayWords(run, media === 'photo' ? words.photoReceived : words.voiceReceived)
  if (step?.fills) return repeatOpen(run, step)
  const choices = [{ value: systemChoices.human, label: textIn(words.person, run.locale) }]
  run.messages.push({ content: { type: 'choices', text: textIn(words.receivedFor, run.locale), choices } })
}
