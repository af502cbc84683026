import type { Clock } from './clock.ts'
import { type Wiring, wordingsOf } from './outside.ts'
import { mostCompared } from './provider/advisor.ts'
import type { Meanings, VectorStore } from './provider/meanings.ts'
import type { Provider } from './provider/provider.ts'
import type { Store } from './store/store.ts'

/** Vectors among the trained recognisers: both can be made again. */
export function vectorsIn(models: Store['models'], clock: Clock): VectorStore {
  return { get: models.get, put: (key, bytes) => models.put(key, bytes, clock.now()) }
}

/** Has the provider read what messages are compared with: how articles are asked for, and how intents are said. */
export async function followMeanings(
  meanings: Meanings,
  provider: Provider,
  { knowledge }: Pick<Wiring, 'knowledge'>,
  { library }: Pick<Store, 'library'>,
): Promise<void> {
  if (provider.embeddingModel() === undefined) return
  const texts = [...knowledge.articles().values()].flatMap(wordingsOf)
  for (const { utterances } of await library.intents()) texts.push(...utterances.slice(0, mostCompared))
  await meanings.follow(texts)
}
