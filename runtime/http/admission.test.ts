import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAdmission } from './admission.ts'

describe('admission', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('bounds the turns under way, and turns new conversations away first', () => {
    const admission = createAdmission(clockOf(), 4)
    const leave = [admission.enter(), admission.enter()]
    expect(() => admission.enter('conversation')).toThrow('Too many people')
    leave.push(admission.enter(), admission.enter())
    expect(() => admission.enter()).toThrow('Too many people')
    leave[0]?.()
    expect(admission.inFlight()).toBe(3)
    admission.enter()
    admission.close()
  })

  it('asks newcomers to come back while requests wait longer than 200 ms, and lets them in afterwards', () => {
    const clock = clockOf()
    const admission = createAdmission(clock, 4)
    const pass = (late: number) => {
      clock.at += 50 + late
      vi.advanceTimersByTime(50)
    }
    pass(3_000)
    // one long pause is no overload
    admission.enter()()
    for (let sample = 0; sample < 3; sample++) pass(250)
    expect(() => admission.enter()).toThrow(expect.objectContaining({ status: 503, retry: { after: 1_000 } }))
    pass(0)
    admission.enter()()
    admission.close()
  })
})

function clockOf() {
  const clock = { at: 0, now: () => clock.at, elapsed: (): number => clock.at }
  return clock
}
