import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '../runtime/http/listen.ts'
import { createRuntime } from '../runtime/index.ts'
import { createTrainer } from '../runtime/language/intents/trainer.ts'
import { createLog } from '../runtime/log.ts'
import { readSettings } from '../runtime/settings.ts'
import { intent as intentSchema } from '../schemas/intent.ts'
import { fullFlow, plainFlow } from './flows.ts'

/** The product itself, with one of the bench's flows live. Run as a child process: `node our-server.ts plain|full`. */
const flow = process.argv[2] === 'full' ? fullFlow : plainFlow
const author = { id: 'bench', name: 'Bench' }
const settings = readSettings({
  FLOORWALKER_DATA: mkdtempSync(join(tmpdir(), 'floorwalker-bench-')),
  FLOORWALKER_PORT: '0',
  FLOORWALKER_DEMO: 'off',
  // what is measured is a turn, not how well one address is kept from flooding
  FLOORWALKER_LIMITS: '0',
  FLOORWALKER_LOG: 'error',
})
const runtime = await createRuntime({ settings, log: createLog(settings.log) })
const intents = JSON.parse(readFileSync(new URL('../examples/library/intents.json', import.meta.url), 'utf8'))
await runtime.flows.bundles.import(JSON.stringify({ bundle: 1, flows: [flow], intents }), author, false)
const head = await runtime.store.flows.head(flow.id)
await runtime.flows.publisher.publish(flow.id, { revision: head?.revision ?? 0 }, author)
await runtime.store.flows.putEntry({
  id: 'bench',
  flowId: flow.id,
  name: 'Bench',
  look: { shop: 'Bench', colour: '#0b6e5f', letter: 'B' },
  origins: [],
})
const { port } = await listen(runtime.app, settings)
process.send?.({ port })
let isTraining = false
process.on('message', (asked) => {
  if (asked === 'train') void trainOnAndOn()
  if (asked === 'rest') isTraining = false
  if (asked === 'memory') process.send?.({ memory: process.memoryUsage().rss })
})

/** Teaches the starter intents thirty wordings each, again and again, in the thread that a server trains in. */
async function trainOnAndOn(): Promise<void> {
  const trainer = createTrainer()
  const lessons = intentSchema
    .array()
    .parse(intents)
    .map((each) => ({ ...each, utterances: each.utterances.slice(0, 30) }))
  isTraining = true
  let trainings = 0
  let milliseconds = 0
  while (isTraining) {
    const began = performance.now()
    await trainer.train(lessons)
    milliseconds += performance.now() - began
    trainings++
  }
  await trainer.close()
  process.send?.({ trainings, milliseconds: milliseconds / trainings })
}
