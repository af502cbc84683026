import { describe, expect, it } from 'vitest'
import { mutants } from './mutants.ts'
import { runSchedules } from './schedules.ts'
import { simulate } from './simulate.ts'
import { createWorld } from './world.ts'

const schedules = 3_000
/** The weakest planted bug shows itself about once in 250 schedules. */
const mostForMutant = 1_200

describe('any schedule of two processes, crashes, pauses, lost answers and impatient visitors', () => {
  it(`answers every message once, in order, and keeps what it said, in ${schedules} schedules`, { timeout: 300_000 }, async () => {
    const { found, kills, schedules: run } = await runSchedules(1, schedules)
    // a seed that stands here is repeated by: node e2e/reliability/soak.ts --from <seed> --schedules 1 --kills 0
    expect(found).toEqual([])
    expect(run).toBe(schedules)
    expect(kills).toBeGreaterThan(schedules / 2)
  })

  it('is the same each time for the same seed', async () => {
    const outcomes = []
    for (let repeat = 0; repeat < 2; repeat++) {
      const world = await createWorld()
      outcomes.push(await simulate(world, 4_711))
      await world.close()
    }
    expect(outcomes[0]).toEqual(outcomes[1])
  })
})

describe('planted bugs', () => {
  it('are at least a dozen', () => expect(mutants.length).toBeGreaterThanOrEqual(12))

  it.each(mutants)('is found: $name', { timeout: 120_000 }, async (mutant) => {
    const own = await createWorld()
    let seed = 0
    let violations: string[] = []
    while (violations.length === 0 && seed < mostForMutant) ({ violations } = await simulate(own, ++seed, mutant))
    await own.close()
    expect(violations).not.toEqual([])
  })
})
