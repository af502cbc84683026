import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { APIRequestContext } from '@playwright/test'
import { build } from 'vite'
import { test as base, expect } from './fixtures.ts'
import { type Site, startSite } from './verbs/site.ts'

const folder = fileURLToPath(new URL('../examples/embed/', import.meta.url))
let site: Site | undefined

const test = base.extend<{ owner: APIRequestContext }>({
  owner: async ({ browser, ownerState }, use) => {
    const context = await browser.newContext({ storageState: ownerState })
    await use(context.request)
    await context.close()
  },
})
test.afterEach(() => site?.close())

test.describe('the chat on somebody else’s site', () => {
  test('comes with one line, once the site was let in', async ({ page, server, owner, watched }) => {
    watched.tolerate(/CORS|ERR_FAILED/)
    site = await startSite({ '/': ['text/html', await snippet('plain.html', server.url)] })
    await page.goto(site.origin)
    await page.getByRole('button', { name: '打开客服聊天' }).click()
    await expect(page.getByText('正在重新连接…')).toBeVisible()
    await letIn(owner, server.url, site.origin)
    // it goes on trying by itself; nobody has to reload the page
    await expect(page.getByRole('dialog', { name: '禾木生活 客服' }).locator('.them .bubble').first()).toBeVisible({ timeout: 30_000 })
  })

  test('runs under a strict content policy with Trusted Types, and breaks none of it', async ({ page, server, owner }) => {
    site = await startSite({ '/': ['text/html', await snippet('csp.html', server.url)] })
    await letIn(owner, server.url, site.origin)
    await page.goto(site.origin)
    const chat = page.getByRole('dialog')
    await expect(chat.locator('.them .bubble').first()).toBeVisible()
    await chat.getByRole('textbox').fill('Where is my parcel?')
    await chat.getByRole('textbox').press('Enter')
    await expect(chat.locator('.us .bubble')).toHaveText(/Where is my parcel/)
    // its own styles apply although the page allows none
    await expect(chat).toHaveCSS('position', 'fixed')
    await expect(page.locator('floorwalker-chat .frame')).toHaveClass(/dark/)
  })

  test('stands in a React page while its component does', async ({ page, server, owner }) => {
    site = await startSite({
      '/': ['text/html', '<!doctype html><html lang="zh-CN"><div id="app"></div><script type="module" src="/app.js"></script>'],
      '/app.js': ['text/javascript', await reactPage(server.url)],
    })
    await letIn(owner, server.url, site.origin)
    await page.goto(site.origin)
    await page.getByRole('button', { name: 'Help' }).click()
    await expect(page.getByRole('dialog').locator('.them .bubble').first()).toBeVisible()
    await page.getByRole('button', { name: 'Leave' }).click()
    await expect(page.locator('floorwalker-chat')).toHaveCount(0)
  })
})

/** Adds a site to the entry, as the owner does in the editor. */
async function letIn(owner: APIRequestContext, server: string, origin: string): Promise<void> {
  const { entries }: { entries: { id: string; origins: string[] }[] } = await (await owner.get(`${server}/api/entries`)).json()
  const entry = entries.find((each) => each.id === 'storefront')
  const reply = await owner.put(`${server}/api/entries/storefront`, {
    data: { ...entry, origins: [...(entry?.origins ?? []), origin] },
    headers: { origin: server },
  })
  expect(reply.status()).toBe(200)
}

async function snippet(file: string, server: string): Promise<string> {
  return (await readFile(folder + file, 'utf8')).replaceAll('https://chat.example', server)
}

/** The component of the example in the smallest page that uses it, bundled. */
async function reactPage(server: string): Promise<string> {
  const page = `
    import { createElement as h, useState } from 'react'
    import { createRoot } from 'react-dom/client'
    import { SupportChat } from '${folder}react.tsx'
    function Page() {
      const [state, set] = useState('here')
      return h('div', null, h('button', { onClick: () => set('open') }, 'Help'), h('button', { onClick: () => set('gone') }, 'Leave'), state !== 'gone' && h(SupportChat, { open: state === 'open' }))
    }
    createRoot(document.getElementById('app')).render(h(Page))`
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rollupOptions: { input: 'virtual:page', preserveEntrySignatures: false } },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'virtual:page' ? id : undefined),
        load: (id) => (id === 'virtual:page' ? page : undefined),
      },
    ],
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The page was not built.')
  const chunk = output.output.find((each) => each.type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error('The page was not built.')
  return chunk.code.replaceAll('https://chat.example', server)
}
