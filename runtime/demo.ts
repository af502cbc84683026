import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { createEgress } from './egress/egress.ts'
import { ensureError } from './errors.ts'
import type { Runtime } from './index.ts'
import type { ShopConnector } from './shop/connector.ts'
import { httpShop } from './shop/http.ts'

const seeder = { id: 'demo', name: 'Floorwalker' }
/** Flow that the demo storefront opens; the first of these that exists. */
const fronts = ['storefront', 'front-desk', 'welcome']
const examples = fileURLToPath(new URL('../examples', import.meta.url))

export interface Demo {
  /** Address of the storefront. */
  url: string
  shop: ShopConnector
  close(): Promise<void>
}

/** Starts the demo shop and its storefront page. @param runtimeUrl where the visitor's browser reaches the chat */
export async function startDemo(port: number, runtimeUrl: string): Promise<Demo> {
  const { startDemoShop } = await import('../examples/shop/server.ts')
  const { demoCustomer } = await import('../examples/shop/profiles.ts')
  const server = await startDemoShop({ port, runtimeUrl })
  // this one address on this machine was named by whoever switched the demo on
  const egress = createEgress({ named: [new URL(server.url).host] })
  return {
    url: server.url,
    shop: httpShop(egress, { baseUrl: `${server.url}/mock/v1`, demoCustomer }),
    async close() {
      egress.close()
      await server.close()
    },
  }
}

/** Imports and publishes the example flows into an empty installation. @returns how many flows were published */
export async function seedExamples({ store, flows, log }: Runtime): Promise<number> {
  if ((await store.flows.list()).length > 0) return 0
  const { libraryProducts } = await import('../examples/shop/library.ts')
  const bundle = {
    bundle: 1,
    flows: folderOf('flows'),
    intents: fileOf('library/intents.json'),
    articles: fileOf('library/articles.json'),
    offers: fileOf('library/offers.json'),
    synonyms: fileOf('library/synonyms.json'),
    words: fileOf('library/words.json'),
    products: libraryProducts(),
  }
  await flows.bundles.import(JSON.stringify(bundle), seeder, false)
  if (bundle.flows.length === 0) await flows.drafts.create({ 'zh-CN': '欢迎', en: 'Welcome' }, seeder)
  return publishAll({ store, flows, log })
}

/** A flow that calls another can be published once that one is: as many rounds as bring something new. */
async function publishAll({ store, flows, log }: Pick<Runtime, 'store' | 'flows' | 'log'>): Promise<number> {
  let published = 0
  for (;;) {
    const before = published
    for (const head of (await store.flows.list()).filter((each) => each.live === null)) {
      try {
        await flows.publisher.publish(head.id, { revision: head.revision, hurry: true }, seeder)
        published++
      } catch (thrown) {
        log.debug({ flow: head.id, error: ensureError(thrown) }, 'not published yet')
      }
    }
    if (published === before) break
  }
  for (const head of (await store.flows.list()).filter((each) => each.live === null))
    log.warn({ flow: head.id }, 'this example has errors and is not live')
  return published
}

/** Makes the entry `storefront`, or lets the demo storefront's address use it. */
export async function openEntry({ store }: Pick<Runtime, 'store'>, storefrontUrl: string): Promise<void> {
  const origins = originsOf(storefrontUrl)
  const entry = await store.flows.entry('storefront')
  if (entry) {
    if (origins.every((each) => entry.origins.includes(each))) return
    return store.flows.putEntry({ ...entry, origins: [...new Set([...entry.origins, ...origins])].slice(-50) })
  }
  const live = (await store.flows.list()).filter((head) => head.live !== null).map((head) => head.id)
  const flowId = fronts.find((id) => live.includes(id)) ?? live.toSorted()[0]
  if (flowId === undefined) return
  await store.flows.putEntry({
    id: 'storefront',
    flowId,
    name: '演示商店 · Demo storefront',
    look: { shop: '禾木生活', colour: '#1a3d34', letter: '禾' },
    origins,
  })
}

/** The same machine has two names in a browser's address bar. */
function originsOf(url: string): string[] {
  const { origin, port } = new URL(url)
  return [...new Set([origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`])]
}

function folderOf(name: string): unknown[] {
  const folder = `${examples}/${name}`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))
}

function fileOf(name: string): unknown[] {
  const file = `${examples}/${name}`
  return existsSync(file) ? z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
}
