import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const startWithin = 30_000

/** A whole Floorwalker of its own: process, data folder, demo shop. */
export interface Server {
  /** Where the editor and the API answer. */
  url: string
  /** Where the demo storefront answers. */
  storefront: string
  /** One-time link of the first start. */
  link: string
  /** Ends the process, without asking it if `kill`. */
  stops(how?: 'kill'): Promise<void>
  /** Starts it again on the same ports over the same data. */
  startsAgain(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

/** Starts `runtime/main.ts` on free ports with an empty data folder and the demo shop. */
export async function startServer(): Promise<Server> {
  if (!existsSync(join(root, 'dist-web/editor/index.html'))) throw new Error('The browser side is not built; npm test builds it first.')
  const data = await mkdtemp(join(tmpdir(), 'floorwalker-e2e-'))
  let running = await start(data, '0', '0')
  const { url, storefront, link } = running
  const stops = async (how?: 'kill') => {
    if (running.process.exitCode !== null || running.process.signalCode !== null) return
    const ended = once(running.process, 'exit')
    running.process.kill(how === 'kill' ? 'SIGKILL' : 'SIGTERM')
    await ended
  }
  return {
    url,
    storefront,
    link,
    stops,
    async startsAgain() {
      running = await start(data, new URL(url).port, new URL(storefront).port)
    },
    async close() {
      await stops()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function start(
  data: string,
  port: string,
  demoPort: string,
): Promise<{ process: ChildProcess; url: string; storefront: string; link: string }> {
  const child = spawn(process.execPath, ['runtime/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      FLOORWALKER_DATA: data,
      FLOORWALKER_PORT: port,
      FLOORWALKER_DEMO_PORT: demoPort,
      FLOORWALKER_LIMITS: '0',
      FLOORWALKER_LOG: 'error',
    },
  })
  let printed = ''
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start:\n${printed}`)), startWithin)
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      if (!/^\s+API\s+http/m.test(printed)) return
      clearTimeout(late)
      resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)))
  })
  await ready
  // the link is printed in the same breath as the addresses
  await new Promise((resolve) => setTimeout(resolve, 50))
  const named = (name: string) => new RegExp(`${name}\\s+(http\\S+)`).exec(printed)?.[1] ?? ''
  return {
    process: child,
    url: new URL(named('Editor')).origin,
    storefront: named('Storefront'),
    link: /http\S+#token=\S+/.exec(printed)?.[0] ?? '',
  }
}
