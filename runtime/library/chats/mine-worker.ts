import { parentPort, workerData } from 'node:worker_threads'
import type { Lexicon } from '../../knowledge/lexicon.ts'
import { createCanon } from '../../knowledge/synonyms.ts'
import { createCutter } from '../../knowledge/words.ts'
import { normalise } from '../../language/normalise.ts'
import { createGathering } from './gather.ts'
import { createMatter } from './matter.ts'
import type { MineMessage, MineReply } from './miner.ts'
import { proposeWords } from './propose.ts'

// the thread is started by `createMiner` alone, with the shop's words as its data
const lexicon = workerData as Lexicon
const canon = createCanon(lexicon.synonyms)
const form = (text: string) => canon(normalise(text))
const gathering = createGathering(form)
const questions: string[][] = []
const others: string[] = []

/** Takes the texts in parts, then looks for words. */
parentPort?.on('message', (message: MineMessage) => {
  for (const { conversationId, text } of message.said ?? []) gathering.add(conversationId, text)
  for (const texts of message.questions ?? []) questions.push(texts.map(form))
  for (const text of message.others ?? []) others.push(form(text))
  if (message.begin) mine()
})

function mine(): void {
  const said = gathering.wordings()
  const found = proposeWords({ said, questions, others }, createCutter(lexicon.words), {
    isMatter: createMatter(lexicon.words),
    progress: (share) => reply({ share }),
  })
  reply({ found: found.map(({ examples, ...word }) => ({ ...word, examples: examples.flatMap((place) => said[place]?.written ?? []) })) })
}

function reply(message: MineReply): void {
  parentPort?.postMessage(message)
}
