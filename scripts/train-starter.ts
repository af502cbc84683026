import { readFileSync, writeFileSync } from 'node:fs'
import { encodeModel } from '../runtime/language/intents/model.ts'
import { train } from '../runtime/language/intents/train.ts'
import { lessonsOf } from '../runtime/language/teacher.ts'
import { intent } from '../schemas/intent.ts'

// run after changing the starter intents: node scripts/train-starter.ts
const lessons = intent.array().parse(JSON.parse(readFileSync(new URL('../examples/library/intents.json', import.meta.url), 'utf8')))
const bytes = encodeModel(train(lessonsOf(lessons)))
writeFileSync(new URL('../runtime/language/intents/starter.bin', import.meta.url), bytes)
console.log(`${bytes.length} bytes`)
