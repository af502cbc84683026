import { readFile } from 'node:fs/promises'
import { type AddressInfo, isIPv6 } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { drawings } from '../../widget/drawings.ts'
import { createShopApi } from './api.ts'
import { createShopData, type ShopData } from './data.ts'
import { problem } from './faults.ts'
import { demoCustomer } from './profiles.ts'

export interface DemoShopOptions {
  /** 0 = any free port. */
  port: number
  /** Default 127.0.0.1. */
  host?: string
  /** Where the runtime is, as the visitor's browser reaches it, e.g. `http://127.0.0.1:4000`. */
  runtimeUrl: string
  /** Milliseconds since the epoch; for tests. */
  now?: () => number
  /** Default true: a full order number is enough to see an order. */
  openOrders?: boolean
}

export interface DemoShop {
  /** `http://127.0.0.1:4100`; the API is at `/mock/v1`. */
  url: string
  close(): Promise<void>
}

const files = new URL('../storefront/', import.meta.url)
const served: Record<string, [file: string, type: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/storefront.css': ['storefront.css', 'text/css; charset=utf-8'],
  '/sheets.css': ['sheets.css', 'text/css; charset=utf-8'],
  '/storefront.js': ['storefront.js', 'text/javascript; charset=utf-8'],
  '/bag.js': ['bag.js', 'text/javascript; charset=utf-8'],
  '/dom.js': ['dom.js', 'text/javascript; charset=utf-8'],
  '/words.js': ['words.js', 'text/javascript; charset=utf-8'],
}

/** Serves the demo shop: its storefront page with the chat, and the API that its connector asks. */
export async function startDemoShop(options: DemoShopOptions): Promise<DemoShop> {
  const app = createDemoShop(options)
  const server = serve({ fetch: app.fetch, port: options.port, hostname: options.host ?? '127.0.0.1' })
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => resolve(server.address() as AddressInfo))
  })
  return {
    url: `http://${isIPv6(address.address) ? `[${address.address}]` : address.address}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Answers that never come (a fault asked for) would hold the door open for ever.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

export function createDemoShop({ runtimeUrl, now = Date.now, openOrders = true }: Omit<DemoShopOptions, 'port'>): Hono {
  const runtime = new URL(runtimeUrl).origin
  const app = new Hono()
  app.route('/mock/v1', createShopApi({ data: dailyData(now), now, openOrders }))
  app.all('/mock/*', (context) => context.json(problem('NOT_FOUND', '没有找到', 'Not found', false), 404))
  app.get('/drawings.json', (context) => context.json(drawings))
  for (const [path, [file, type]] of Object.entries(served)) {
    app.get(path, async (context) => {
      const text = (await readFile(new URL(file, files), 'utf8'))
        .replaceAll('{{runtime}}', runtime)
        .replaceAll('{{customer}}', demoCustomer)
      return context.body(text, 200, {
        'content-type': type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'content-security-policy': `default-src 'none'; script-src 'self' ${runtime}; style-src 'self'; connect-src 'self' ${runtime}; img-src 'self' data: blob:; media-src blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      })
    })
  }
  app.get('/favicon.ico', (context) => context.body(null, 204))
  return app
}

/** Made anew when the clock has moved on by a quarter of an hour, so that "yesterday" stays yesterday. */
function dailyData(now: () => number): () => ShopData {
  let made = Number.NEGATIVE_INFINITY
  let data: ShopData | undefined
  return () => {
    if (!data || now() - made > 900_000) {
      made = now()
      data = createShopData(made)
    }
    return data
  }
}
