import { readFileSync } from 'node:fs'
import { type Polarity, polarities } from '../../../schemas/mood.ts'
import type { MoodSentence } from './model.ts'

/** All messages that were written for the shipped model: labelled ones, and plain requests that are neutral. */
export function readSentences(): MoodSentence[] {
  return [...labelled('sentences.zh.tsv'), ...labelled('sentences.en.tsv'), ...plain('sentences.plain.tsv')]
}

function labelled(file: string): MoodSentence[] {
  return lines(file).map((line) => {
    const [text = '', polarity, anger, urgency] = line.split('\t')
    if (!isPolarity(polarity)) throw new Error(`${file}: ${line}`)
    return { text, polarity, anger: anger === '1', urgency: urgency === '1' }
  })
}

function plain(file: string): MoodSentence[] {
  return lines(file).map((text) => ({ text, polarity: 'neutral', anger: false, urgency: false }))
}

function lines(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
}

function isPolarity(word: string | undefined): word is Polarity {
  return polarities.some((each) => each === word)
}
