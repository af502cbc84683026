import { isIP, Socket } from 'node:net'
import { afterAll, afterEach, expect } from 'vitest'

/** What no test expects: words on the console, and a connection to another machine. Either fails the test that caused it. */
const unexpected: string[] = []

const { error, warn } = console
for (const level of ['error', 'warn'] as const) {
  console[level] = (...words: unknown[]) => {
    unexpected.push(`console.${level}: ${words.map(String).join(' ')}`)
  }
}

const connect = Socket.prototype.connect
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const { host, looksUpItself } = target(args)
  if (looksUpItself) {
    // a test that answers for a name itself is judged by the address it gives
    this.once('lookup', (_error, address) => {
      if (isBeyond(address)) unexpected.push(`a connection to ${host} at ${address}`)
    })
  } else if (isBeyond(host)) {
    unexpected.push(`a connection to ${host}`)
  }
  return Reflect.apply(connect, this, args)
} as typeof connect

function isBeyond(host: string | undefined): boolean {
  return host !== undefined && !/^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+|::|0\.0\.0\.0)$/.test(host)
}

/** Of `connect(options)`, `connect(port, host?)`, `connect(path)`, or the normalised array that node:net passes to itself. */
function target(args: readonly unknown[]): { host?: string; looksUpItself?: boolean } {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'number') return typeof second === 'string' ? { host: second } : {}
  if (typeof first !== 'object' || first === null || first.path) return {}
  return { host: first.host, looksUpItself: typeof first.lookup === 'function' && !isIP(first.host ?? '') }
}

afterEach(() => {
  const found = unexpected.splice(0)
  expect(found, 'a test leaves the console and other machines alone').toEqual([])
})

// files share a process, and each has a guard of its own
afterAll(() => {
  Object.assign(console, { error, warn })
  Socket.prototype.connect = connect
})
