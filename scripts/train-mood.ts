import { writeFileSync } from 'node:fs'
import { encodeMood, trainMood } from '../runtime/language/mood/model.ts'
import { readSentences } from '../runtime/language/mood/sentences.ts'

// run after changing a sentence or the lexicon: node scripts/train-mood.ts
const artifact = encodeMood(trainMood(readSentences()))
writeFileSync(new URL('../runtime/language/mood/model.json', import.meta.url), `${JSON.stringify(artifact)}\n`)
console.log(`${artifact.gaps.length + artifact.values.length} characters`)
