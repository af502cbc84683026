import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { intent } from '../../../schemas/intent.ts'
import { lessonsOf } from '../teacher.ts'
import { encodeModel } from './model.ts'
import { starterModel } from './starter.ts'
import { train } from './train.ts'

it('the recogniser that ships is what the starter intents teach now, byte for byte', () => {
  const intents = intent.array().parse(JSON.parse(readFileSync(new URL('../../../examples/library/intents.json', import.meta.url), 'utf8')))
  const isSame = Buffer.compare(encodeModel(train(lessonsOf(intents))), encodeModel(starterModel())) === 0
  expect(isSame, 'node scripts/train-starter.ts').toBe(true)
}, 60_000)
