import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

describe('settings', () => {
  it('are usable when nothing is set', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 4_400,
      dataFolder: 'data',
      secrets: [],
      proxies: [],
      demo: true,
      demoPort: 4_401,
      log: 'info',
    })
  })

  it('take what is set', () => {
    const settings = readSettings({
      FLOORWALKER_PORT: '8080',
      FLOORWALKER_URL: 'https://chat.shop.test/',
      FLOORWALKER_SECRET: `${'n'.repeat(32)}, ${'o'.repeat(32)}`,
      FLOORWALKER_PROXIES: '10.0.0.0/8, ::1',
      FLOORWALKER_LIMITS: '0',
      FLOORWALKER_DEMO: 'off',
      PATH: '/bin',
    })
    expect(settings).toMatchObject({
      port: 8_080,
      publicUrl: 'https://chat.shop.test',
      secrets: ['n'.repeat(32), 'o'.repeat(32)],
      proxies: ['10.0.0.0/8', '::1'],
      demo: false,
    })
    expect(settings.limits.factor).toBe(0)
  })

  it('count as not set when empty', () => {
    expect(readSettings({ FLOORWALKER_PORT: '', FLOORWALKER_URL: '' })).toEqual(readSettings({}))
  })

  it.each([
    ['FLOORWALKER_PORT', 'eighty'],
    ['FLOORWALKER_PORT', '70000'],
    ['FLOORWALKER_URL', 'chat.shop.test'],
    ['FLOORWALKER_URL', 'ftp://chat.shop.test'],
    ['FLOORWALKER_SECRET', 'short'],
    ['FLOORWALKER_CUSTOMER_SECRET', 'short'],
    ['FLOORWALKER_METRICS_TOKEN', 'short'],
    ['FLOORWALKER_PROXIES', 'the load balancer'],
    ['FLOORWALKER_LIMITS', '-1'],
    ['FLOORWALKER_LOG', 'loud'],
    ['FLOORWALKER_ZONE', 'Mars/Olympus'],
    ['FLOORWALKER_DEMO', 'maybe'],
    ['DATABASE_URL', 'postgres://localhost/floorwalker'],
  ])('stop the process and name %s when it is %s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name)
  })

  it('name every bad variable at once and repeat no secret', () => {
    const read = () => readSettings({ FLOORWALKER_PORT: 'x', FLOORWALKER_SECRET: 'hunter2' })
    expect(read).toThrow(/FLOORWALKER_PORT.*\n.*FLOORWALKER_SECRET/)
    expect(read).not.toThrow(/hunter2/)
  })
})
