import { type Demo, openEntry, seedExamples, startDemo } from './demo.ts'
import { createEgress } from './egress/egress.ts'
import { listen } from './http/listen.ts'
import { createRuntime } from './index.ts'
import { createLog } from './log.ts'
import { readSettings, type Settings } from './settings.ts'
import { noShop, type ShopConnector } from './shop/connector.ts'
import { httpShop } from './shop/http.ts'

await main()

/** The process: settings, runtime, listener, demo; and an orderly end. */
async function main(): Promise<void> {
  const settings = settingsOrExit()
  const log = createLog(settings.log)
  const shop = switchable(
    settings.shopUrl === undefined
      ? noShop
      : httpShop(createEgress({ named: [new URL(settings.shopUrl).host] }), { baseUrl: settings.shopUrl }),
  )
  let url = ''
  const runtime = await createRuntime({
    settings,
    log,
    shop: shop.connector,
    baseUrl: () => settings.publicUrl ?? url,
    processMetrics: true,
  })
  const listening = await listen(runtime.app, settings).catch((thrown: unknown) => exitBusy(thrown, 'FLOORWALKER_PORT', settings.port))
  url = listening.url

  const demo = settings.demo ? await demoOf(settings, settings.publicUrl ?? url) : null
  if (demo) {
    if (settings.shopUrl === undefined) shop.use(demo.shop)
    await seedExamples(runtime)
    await openEntry(runtime, demo.url)
  }
  print(await addresses(settings.publicUrl ?? url, demo, runtime.ownerLink))
  log.info({ url, demo: demo?.url }, 'listening')

  const end = async (signal: string) => {
    log.info({ signal }, 'shutting down')
    const stopped = listening.stop()
    await runtime.close()
    listening.cut()
    await stopped
    await demo?.close()
    log.info({}, 'closed')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal))
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env)
  } catch (thrown) {
    print([thrown instanceof Error ? thrown.message : String(thrown)], process.stderr)
    process.exit(1)
  }
}

/** Another program on the port is the commonest reason not to start; everything else is a bug and shows its stack. */
function exitBusy(thrown: unknown, setting: string, port: number): never {
  if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE')) throw thrown
  print([`Port ${port} is taken by another program. Stop it, or choose another port with ${setting}.`], process.stderr)
  process.exit(1)
}

function demoOf(settings: Settings, runtimeUrl: string): Promise<Demo> {
  return startDemo(settings.demoPort, runtimeUrl).catch((thrown: unknown) => exitBusy(thrown, 'FLOORWALKER_DEMO_PORT', settings.demoPort))
}

async function addresses(url: string, demo: Demo | null, ownerLink: () => Promise<string | null>): Promise<string[]> {
  const link = await ownerLink()
  return [
    '',
    `  Editor      ${url}/editor`,
    ...(demo ? [`  Storefront  ${demo.url}`] : []),
    `  API         ${url}/docs/api`,
    ...(link === null ? [] : ['', '  Sign in once with this link, within 15 minutes:', `  ${link}`]),
    '',
  ]
}

/** The demo shop knows its address only after the server knows its own. */
function switchable(first: ShopConnector): { connector: ShopConnector; use(next: ShopConnector): void } {
  let current = first
  return {
    connector: {
      order: (...asked) => current.order(...asked),
      recentOrders: (...asked) => current.recentOrders(...asked),
      parcel: (...asked) => current.parcel(...asked),
      products: (...asked) => current.products(...asked),
    },
    use(next) {
      current = next
    },
  }
}

function print(lines: string[], stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${lines.join('\n')}\n`)
}
