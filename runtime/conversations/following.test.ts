import { describe, expect, it } from 'vitest'
import { createFollowing } from './following.ts'

describe('createFollowing', () => {
  it('covers the second half of a telephone number, in its own conversation only', () => {
    const following = createFollowing()
    expect(following.cover('a', '1', '我电话138', 0)).toBe('我电话138')
    expect(following.cover('b', '1', '12345678', 1_000)).toBe('12345678')
    expect(following.cover('a', '2', '12345678', 2_000)).toBe('****')
  })

  it('reads a retry of a message as it read the message', () => {
    const following = createFollowing()
    following.cover('a', '1', '138', 0)
    for (const at of [1_000, 2_000, 3_000]) expect(following.cover('a', '2', '12345678', at)).toBe('****')
  })

  it('forgets a number after a minute, and the oldest where very many visitors write', () => {
    const following = createFollowing()
    following.cover('a', '1', '138', 0)
    expect(following.cover('a', '2', '12345678', 60_001)).toBe('12345678')
    for (let visitor = 0; visitor < 10_050; visitor++) following.cover(`v${visitor}`, '1', '138', 100_000)
    expect(following.cover('v0', '2', '12345678', 100_001)).toBe('12345678')
    expect(following.cover('v10049', '2', '12345678', 100_001)).toBe('****')
  })
})
