import { describe, expect, it } from 'vitest'
import { killOften, killPoints } from './kill.ts'

const kills = 100

describe('a server that is killed again and again under chatting visitors', () => {
  it(`answers every accepted message once and in order, in ${kills} kills at every named point`, { timeout: 600_000 }, async () => {
    const seed = 20_261_121
    const outcome = await killOften(kills, seed)
    expect(outcome.violations).toEqual([])
    expect(killPoints.filter((point) => !outcome.hit[point])).toEqual([])
    expect(outcome.kills).toBeGreaterThanOrEqual(kills)
    // a run without talk would prove nothing
    expect(outcome.messages).toBeGreaterThan(kills)
  })
})
