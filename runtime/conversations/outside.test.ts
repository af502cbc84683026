import { describe, expect, it } from 'vitest'
import { callDeadline, createBreaker } from './outside.ts'
import { moment, stoppedClock } from './testing.ts'

const isFailure = (answer: string) => answer === 'failed'

describe('a system outside', () => {
  it('counts as failed when it throws, and when it does not answer in time', async () => {
    const { clock, alarm, pass } = stoppedClock()
    const breaker = createBreaker(clock, alarm)
    expect(await breaker.call(() => Promise.reject(new Error('secret address')), 'failed', isFailure)).toBe('failed')
    const never = breaker.call(() => new Promise<string>(() => {}), 'failed', isFailure)
    await pass(callDeadline)
    expect(await never).toBe('failed')
    expect(await breaker.call(async () => 'fine', 'failed', isFailure)).toBe('fine')
  })

  it('is left alone after five failures in a row, tried once after ten seconds, and used again when it is back', async () => {
    const { clock, alarm, pass } = stoppedClock()
    const breaker = createBreaker(clock, alarm)
    let asked = 0
    let isBack = false
    const call = () =>
      breaker.call(
        async () => {
          asked++
          return isBack ? 'fine' : 'failed'
        },
        'failed',
        isFailure,
      )
    for (let tries = 0; tries < 8; tries++) await call()
    expect(asked).toBe(5)
    await pass(10_000)
    isBack = true
    expect(await call()).toBe('fine')
    expect(await call()).toBe('fine')
    expect(asked).toBe(7)
    await moment()
  })
})
