import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { startServer } from '../e2e/verbs/server.ts'

/** `node scripts/pictures.ts`: takes the pictures of the README anew, from the running product. */
const folder = join(import.meta.dirname, '../docs/pictures')
const server = await startServer()
const browser = await chromium.launch({
  executablePath: process.env.FLOORWALKER_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
await editor(browser)
await storefront(browser)
await browser.close()
await server.close()

async function editor(browser: Browser): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(server.link)
  await page.getByLabel('名字').fill('林然')
  await page.getByLabel('邮箱').fill('lin@example.com')
  await page.getByLabel('新密码').fill('a long sentence is fine')
  await page.getByRole('button', { name: '开始' }).click()
  await page.waitForURL(/flows$/)
  await page.goto(`${server.url}/editor/flows/track-parcel`)
  await page.getByRole('tab', { name: /测试/ }).click()
  const field = page.getByRole('textbox', { name: /以顾客身份/ })
  await field.fill('D20261118-0042')
  await field.press('Enter')
  await page.getByRole('region', { name: '这一轮走过' }).getByText('结束').waitFor()
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, 'editor.png') })
  await context.close()
}

async function storefront(browser: Browser): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(server.storefront)
  await page.getByRole('button', { name: /^打开客服聊天/ }).click()
  const chat = page.getByRole('dialog', { name: /客服/ })
  for (const [words, answer] of [
    ['我的快递到哪了', '请告诉我订单号'],
    ['D20261118-0042', '还有什么可以帮您'],
  ] as const) {
    await chat.getByRole('textbox').fill(words)
    await chat.getByRole('textbox').press('Enter')
    await chat.getByText(answer).last().waitFor()
  }
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, 'storefront.png') })
  await context.close()
}
