import { type Browser, type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test'
import { type Operator, operatorOn } from './verbs/operator.ts'
import { type Server, startServer } from './verbs/server.ts'
import { type Shopper, shopperOn } from './verbs/shopper.ts'
import { type Watch, watch } from './verbs/watch.ts'

export { expect }

type SignedIn = Exclude<BrowserContextOptions['storageState'], string | undefined>

interface WorkerFixtures {
  /** One server for all tests of a worker. */
  server: Server
  /** The owner's cookies, after the one-time link of the first start was used. */
  ownerState: SignedIn
}

interface TestFixtures {
  /** Fails the test for console errors, exceptions and requests beyond this machine; `tolerate` names what is expected. */
  watched: Watch
  /** The owner at the editor, in Chinese. */
  operator: Operator
  /** A customer in the demo storefront. */
  shopper: Shopper
  /** One more browser window with the owner signed in: another tab, another machine. */
  another: () => Promise<Operator>
}

/** People who use the product, each in a browser of their own, before a server that is this worker's alone. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  ownerState: [
    async ({ server, browser }, use) => {
      const context = await browser.newContext({ locale: 'zh-CN' })
      const page = await context.newPage()
      await page.goto(server.link)
      await page.getByLabel('名字').fill('林然')
      await page.getByLabel('邮箱').fill('lin@example.com')
      await page.getByLabel('新密码').fill('a long sentence is fine')
      await page.getByRole('button', { name: '开始' }).click()
      await expect(page).toHaveURL(/\/editor\/flows$/)
      const state = await context.storageState()
      await context.close()
      await use(state)
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  locale: 'zh-CN',

  watched: async ({ context }, use) => {
    const watched = watch(context)
    await use(watched)
    expect(watched.complaints()).toEqual([])
  },

  operator: async ({ browser, server, ownerState, watched }, use) => {
    const { context, seen } = await signedIn(browser, ownerState)
    await use(operatorOn(await context.newPage(), server))
    await context.close()
    expect(seen.complaints().filter((line) => !watched.isTolerated(line))).toEqual([])
  },

  another: async ({ browser, server, ownerState, watched }, use) => {
    const opened: { context: BrowserContext; seen: Watch }[] = []
    await use(async () => {
      const window = await signedIn(browser, ownerState)
      opened.push(window)
      return operatorOn(await window.context.newPage(), server)
    })
    for (const { context, seen } of opened) {
      await context.close()
      expect(seen.complaints().filter((line) => !watched.isTolerated(line))).toEqual([])
    }
  },

  shopper: async ({ page, server, watched: _watched }, use) => {
    await use(shopperOn(page, server))
  },
})

async function signedIn(browser: Browser, storageState: SignedIn): Promise<{ context: BrowserContext; seen: Watch }> {
  const context = await browser.newContext({ locale: 'zh-CN', storageState, viewport: { width: 1440, height: 900 } })
  return { context, seen: watch(context) }
}
