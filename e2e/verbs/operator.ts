import { expect, type Locator, type Page } from '@playwright/test'
import type { Server } from './server.ts'

export type Operator = ReturnType<typeof operatorOn>

/** What a person at the editor does, in their words. Everything is found by role and label, in the screen's language. */
export function operatorOn(page: Page, server: Server) {
  const card = (title: string): Locator => page.getByRole('group', { name: new RegExp(`^${escape(title)}[，,]`) })
  const tab = (name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${escape(name)}`) })
  const chat = page.getByRole('log')

  return {
    page,
    card,
    chat,

    /** Opens a flow by its id and waits until its cards are there. */
    async opens(flow: string) {
      await page.goto(`${server.url}/editor/flows/${flow}`)
      await expect(page.getByRole('group', { name: /[，,]/ }).first()).toBeVisible()
    },

    /** Makes a flow, as a copy of another if asked, without the dialog. @returns its id */
    async makes(name: string, copyOf?: string): Promise<string> {
      const reply = await page.request.post(`${server.url}/api/flows`, {
        data: { name: { 'zh-CN': name, en: name }, ...(copyOf ? { copyOf } : {}) },
        headers: { origin: server.url },
      })
      expect(reply.status()).toBe(201)
      const made: { id: string } = await reply.json()
      return made.id
    },

    /** Drags a card by so many pixels. */
    drags(title: string) {
      return {
        async by(x: number, y: number) {
          const box = await boxOf(card(title))
          // by its title: the middle of a wide card may lie under the panel
          const from = { x: box.x + 48, y: box.y + 12 }
          await page.mouse.move(from.x, from.y)
          await page.mouse.down()
          await page.mouse.move(from.x + x / 2, from.y + y / 2, { steps: 4 })
          await page.mouse.move(from.x + x, from.y + y, { steps: 4 })
          await page.mouse.up()
        },
      }
    },

    /** Opens a card's settings. */
    async selects(title: string) {
      // by its icon, which also shows of a card that the panel half covers; while a canvas still fits itself a click can miss
      await expect(async () => {
        await card(title).click({ position: { x: 20, y: 16 } })
        await expect(tab('设置')).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 })
      }).toPass({ timeout: 10_000 })
    },

    /** Writes into a labelled field of the settings. */
    async writes(label: string | RegExp, text: string) {
      await page.getByRole('tabpanel').getByLabel(label).first().fill(text)
    },

    async looksAt(name: '设置' | '测试' | '问题') {
      await tab(name).click()
    },

    /** Says something in the test chat and waits until it was answered. */
    async says(text: string) {
      if ((await tab('测试').getAttribute('aria-selected')) !== 'true') await tab('测试').click()
      await expect(chat.getByText('这一轮走过')).toBeVisible()
      const field = page.getByRole('textbox', { name: /^以顾客身份/ })
      await field.fill(text)
      await field.press('Enter')
      await expect(chat.getByText(text, { exact: true }).last()).toBeVisible()
      await expect(chat.getByRole('region', { name: '这一轮走过' })).toBeVisible()
    },

    /** The text stands in the test chat. */
    async hears(text: string | RegExp) {
      await expect(chat.getByText(text).last()).toBeVisible()
    },

    /** Waits until the server has all that was changed: the chip counts them and nothing is said to be unsaved. */
    async hasUnpublished(changes: number) {
      await expect(page.getByText(`草稿 · ${changes} 处改动未发布`)).toBeVisible()
    },

    /** Waits until the server's draft holds these words. */
    async hasKept(flow: string, words: string) {
      await expect.poll(async () => (await page.request.get(`${server.url}/api/flows/${flow}/draft`)).text()).toContain(words)
    },

    async undoes() {
      await page.getByRole('button', { name: /^撤销/ }).click()
    },

    async redoes() {
      await page.getByRole('button', { name: /^重做/ }).click()
    },

    /** Publishes with the dialog and waits until the version is live. */
    async publishes(number: number) {
      await page.getByRole('button', { name: '发布', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: '发布', exact: true }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByText(`线上 v${number}`)).toBeVisible()
    },
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('The card is not on the screen.')
  return box
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
