import { readFileSync } from 'node:fs'
import { decodeModel, type IntentModel } from './model.ts'

/** Read with the first need, shared by all of a thread. */
let starter: IntentModel | undefined

/**
 * The recogniser of the starter intents as they ship, in both languages.
 * @throws Error when it was made for another version than this
 */
export function starterModel(): IntentModel {
  if (!starter) {
    starter = decodeModel(new Uint8Array(readFileSync(new URL('./starter.bin', import.meta.url))))
    if (!starter) throw new Error('runtime/language/intents/starter.bin is of another version: node scripts/train-starter.ts')
  }
  return starter
}
