import { readFileSync, writeFileSync } from 'node:fs'
import { encodeModel } from '../runtime/language/intents/model.ts'
import { train } from '../runtime/language/intents/train.ts'
import { intent } from '../schemas/intent.ts'

// run after changing the starter intents: node scripts/train-wishes.ts
const lessons = intent.array().parse(JSON.parse(readFileSync(new URL('../examples/library/intents.json', import.meta.url), 'utf8')))
const bytes = encodeModel(train(lessons))
writeFileSync(new URL('../runtime/knowledge/wishes.bin', import.meta.url), bytes)
console.log(`${bytes.length} bytes`)
