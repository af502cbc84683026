import { expect, type Page } from '@playwright/test'
import type { Server } from './server.ts'

export type Shopper = ReturnType<typeof shopperOn>

/** What a customer in the storefront does. */
export function shopperOn(page: Page, server: Server) {
  const chat = page.getByRole('dialog', { name: /客服|service/i })
  const log = chat.getByRole('log')
  return {
    page,
    chat,
    log,

    /** Comes to the shop and opens its chat. */
    async arrives() {
      await page.goto(server.storefront)
      await page.getByRole('button', { name: /^打开客服聊天|^Open/ }).click()
      await expect(chat).toBeVisible()
    },

    /** Says something; `shown` is how it stands in the chat, for what is covered as soon as the server has read it. */
    async says(text: string, shown: string | RegExp = text) {
      const field = chat.getByRole('textbox')
      await field.fill(text)
      await field.press('Enter')
      await expect(log.getByText(shown, { exact: true }).last()).toBeVisible()
    },

    /** Taps an offered answer. */
    async taps(label: string | RegExp) {
      await chat.getByRole('button', { name: label }).last().click()
    },

    async sees(text: string | RegExp) {
      await expect(log.getByText(text).last()).toBeVisible({ timeout: 10_000 })
    },
  }
}
