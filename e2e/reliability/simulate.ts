import { AppError } from '../../runtime/errors.ts'
import type { Offer } from '../../schemas/promotion.ts'
import { auditOpen, type Violation } from './auditor.ts'
import { type ChatContext, chat, listen } from './clients.ts'
import type { Mutant } from './mutants.ts'
import { type Process, type Surroundings, startProcess } from './process.ts'
import { createRandom } from './random.ts'
import { noRecords } from './records.ts'
import { createScheduler } from './scheduler.ts'
import type { World } from './world.ts'

export interface Outcome {
  violations: Violation[]
  steps: number
  kills: number
}

/** Nothing real takes so long: a schedule that does not come to rest has hung. */
const mostSteps = 5_000

/**
 * One schedule: two processes on one database, a few clients, and everything that can go wrong at any moment, all
 * decided by the seed.
 */
export async function simulate(world: World, seed: number, mutant?: Mutant): Promise<Outcome> {
  const random = createRandom(seed)
  const scheduler = createScheduler(random, Date.parse('2026-11-21T08:00:00Z') + seed * 3_600_000)
  const records = noRecords()
  const offer = offerOf(seed, random.int(3))
  records.offers.push({ id: offer.id, total: offer.budget.total })
  const around: Surroundings = { world, scheduler, random, records, mutant, offer }
  const isCalm = random.chance(0.2)
  let isOver = false
  let isEnded = false
  world.run = {
    scheduler,
    fault(point) {
      if (isOver || isCalm || !random.chance(0.01)) return
      const isCommitted = point.endsWith('committed')
      throw isCommitted
        ? new AppError('unavailable', 503, 'the answer was lost')
        : Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    },
  }
  let started = 0
  let kills = 0
  let steps = 0
  const start = () => startProcess(`p${++started}`, around)
  const processes: Process[] = [start(), start()]
  const context: ChatContext = {
    ...around,
    number: `${seed}-${mutant ? mutant.name.length : 0}`,
    // after the schedule all are dead, and whoever still asks waits for ever
    process: () => random.pick(isEnded ? processes : processes.filter((each) => each.isAlive())),
    isOver: () => isOver,
  }
  const chats = Array.from({ length: 1 + random.int(2) }, (_each, index) => chat(context, index))
  const readers = chats.map((each) => each.opened.then((id) => (id !== null && random.chance(0.5) ? listen(context, id) : undefined)))
  let talking = true
  const talked = Promise.all(chats.map((each) => each.over)).then(() => {
    talking = false
  })

  const kill = (index: number) => {
    processes[index]?.kill()
    processes[index] = start()
    kills++
  }
  while (talking && steps++ < mostSteps) {
    if (!isCalm && kills < 4 && random.chance(0.01)) kill(random.int(2))
    if (!isCalm && random.chance(0.01)) scheduler.pause(random.pick(processes).name, random.int(60))
    if (random.chance(0.005)) await publish(around, processes)
    if (random.chance(0.04)) await scheduler.advance(random.chance(0.1) ? 600_000 : random.int(400))
    if (!(await scheduler.step())) await scheduler.advance(scheduler.nextAlarm() ?? 1)
  }
  if (!talking) await talked
  // from here on nothing goes wrong any more: everything must come to its end
  isOver = true
  while (steps++ < mostSteps) {
    if (await scheduler.step()) continue
    if (await isQuiet(world)) break
    // longer than any wait, lease and sweep: a few such jumps bring everything left over to its end
    await scheduler.advance(700_000)
  }
  const hung = talking || steps >= mostSteps ? [`the schedule did not come to rest in ${mostSteps} steps`] : []
  for (const reader of await Promise.all(readers)) {
    if (!reader) continue
    reader.finish()
    for (let step = 0; step < 500 && !reader.isDone(); step++) if (!(await scheduler.step())) await scheduler.advance(1)
    records.streams.push(reader.stream)
  }
  isEnded = true
  for (const process of processes) process.kill()
  // a group that was about to be written belongs to this schedule, not to the next
  await scheduler.release('database')
  world.run = undefined
  return { violations: [...hung, ...auditOpen(world.witness, records, { replies: 'chain' })], steps, kills }
}

async function publish({ world, scheduler, records }: Surroundings, processes: Process[]): Promise<void> {
  const process = processes[0]
  if (!process) return
  void world.publish({ flows: process.store.flows }).then(
    (version) => {
      if (version) records.published.push(version)
      process.published()
    },
    () => {},
  )
  await scheduler.step()
}

async function isQuiet({ store }: World): Promise<boolean> {
  const [jobs, pending] = await Promise.all([store.jobs.counts(), store.conversations.pending(1)])
  return jobs.waiting === 0 && pending.length === 0
}

function offerOf(seed: number, total: number): Offer {
  return { id: `offer-${seed}`, name: '优惠券', value: { amount: 500, currency: 'CNY' }, eligible: {}, budget: { total, perVisitor: 99 } }
}
