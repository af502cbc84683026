import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const order = 'D20261118-0042'
/** Said by the browser itself when the network is switched off under it. */
const networkLost =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_NETWORK|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|status of 503/

test.describe('a shopper', () => {
  test('asks where the parcel is and sees its card [R1] [R39] [B2]', async ({ shopper }) => {
    await shopper.arrives()
    await shopper.says('我的快递到哪了')
    await shopper.says(order)
    const card = shopper.log.locator('.card.parcel')
    await expect(card).toContainText('手作陶瓷杯 · 雾蓝')
    await expect(card).toContainText('到达 杭州转运中心')
    await expect(card.getByRole('img', { name: '物流进度，第 3 步，共 5 步：运输中' })).toBeVisible()
    await card.getByText('全部物流').click()
    await expect(card).toContainText('订单已提交')
  })

  test('taps an offered order instead of typing its number, and the offer is over then', async ({ shopper }) => {
    await shopper.arrives()
    await shopper.says('我的快递到哪了')
    await shopper.taps(new RegExp(order))
    await expect(shopper.log.locator('.card.parcel')).toContainText(order)
    await expect(shopper.log.locator('.chips button', { hasText: order }).first()).toBeDisabled()
  })

  test('always sees that a machine answers, and how to reach a person [R68]', async ({ shopper }) => {
    await shopper.arrives()
    await expect(shopper.chat).toContainText('您正在与智能助手对话')
    await expect(shopper.log.getByText('智能助手', { exact: true }).first()).toBeVisible()
    await shopper.chat.getByRole('button', { name: '转人工客服' }).click()
    await expect(shopper.chat.getByText('正在为您接通人工客服')).toBeVisible()
    await shopper.chat.getByRole('button', { name: '继续问智能助手' }).click()
    await expect(shopper.chat.getByText('智能助手 · 通常立刻回复')).toBeVisible()
    await expect(shopper.chat.getByRole('button', { name: '转人工客服' })).toBeVisible()
  })

  test('taps twice in a hurry and has said it once', async ({ shopper }) => {
    await shopper.arrives()
    await expect(shopper.log.locator('.them .bubble').first()).toBeVisible()
    await shopper.chat.getByRole('button', { name: '转人工客服' }).dblclick()
    await expect(shopper.chat.getByText('正在为您接通人工客服')).toBeVisible()
    await expect(shopper.log.locator('.us .bubble')).toHaveCount(1)
  })

  test('finds the conversation again after a reload', async ({ shopper }) => {
    await shopper.arrives()
    await shopper.says('我的快递到哪了')
    await shopper.says(order)
    await expect(shopper.log.locator('.card.parcel')).toBeVisible()
    const before = await bubbles(shopper.page)
    await shopper.page.reload()
    await shopper.page.getByRole('button', { name: /^打开客服聊天/ }).click()
    await expect.poll(() => bubbles(shopper.page)).toEqual(before)
  })

  test('writes offline and is answered once when the network is back', async ({ shopper, context, watched }) => {
    watched.tolerate(networkLost)
    await shopper.arrives()
    await expect(shopper.log.locator('.bubble').first()).toBeVisible()
    await context.setOffline(true)
    await shopper.says('我的快递到哪了')
    await expect(shopper.log.getByText('等网络恢复后发送')).toBeVisible()
    await expect(shopper.chat.getByText('网络断开了，您的消息会在恢复后发出')).toBeVisible()
    await context.setOffline(false)
    await expect(shopper.log.getByText('等网络恢复后发送')).toBeHidden()
    await shopper.sees('请告诉我订单号')
    await expect(shopper.log.locator('.us .bubble')).toHaveCount(1)
    await expect(shopper.chat.getByText('网络断开了')).toBeHidden()
  })

  test('keeps what was written offline over a reload', async ({ shopper, context, watched }) => {
    watched.tolerate(networkLost)
    await shopper.arrives()
    await expect(shopper.log.locator('.bubble').first()).toBeVisible()
    await context.setOffline(true)
    await shopper.says('我的快递到哪了')
    await context.setOffline(false)
    await shopper.page.reload()
    await shopper.page.getByRole('button', { name: /^打开客服聊天/ }).click()
    await shopper.sees('请告诉我订单号')
    await expect(shopper.log.locator('.us .bubble')).toHaveCount(1)
  })

  test('goes on after the server was restarted, and is told meanwhile', async ({ shopper, server, watched }) => {
    watched.tolerate(networkLost)
    await shopper.arrives()
    await shopper.says('我的快递到哪了')
    await shopper.sees('请告诉我订单号')
    await server.stops()
    await expect(shopper.chat.getByText('正在重新连接…')).toBeVisible()
    await shopper.says(order)
    await server.startsAgain()
    await expect(shopper.log.locator('.card.parcel')).toContainText(order, { timeout: 40_000 })
    await expect(shopper.log.locator('.us .bubble')).toHaveCount(2)
    await expect(shopper.chat.getByText('正在重新连接…')).toBeHidden()
  })

  test('counts what came while the chat was folded away', async ({ shopper, server }) => {
    await shopper.arrives()
    await expect(shopper.log.locator('.bubble').first()).toBeVisible()
    await shopper.page.keyboard.press('Escape')
    const { id, token } = await conversationOf(shopper.page)
    const reply = await shopper.page.request.post(`${server.url}/v1/conversations/${id}/messages`, {
      headers: { authorization: `Bearer ${token}` },
      data: { id: 'from-elsewhere-1', content: { type: 'text', text: '我的快递到哪了' } },
    })
    expect(reply.status()).toBe(200)
    const launcher = shopper.page.getByRole('button', { name: /^打开客服聊天，\d 条新消息$/ })
    await expect(launcher).toHaveText('1')
    await launcher.click()
    await shopper.sees('请告诉我订单号')
    await shopper.page.keyboard.press('Escape')
    await expect(shopper.page.getByRole('button', { name: '打开客服聊天', exact: true })).toBeVisible()
  })

  test('is in the same conversation in each tab of the browser', async ({ shopper, context }) => {
    await shopper.arrives()
    await expect(shopper.log.locator('.bubble').first()).toBeVisible()
    const other = await context.newPage()
    await other.goto(shopper.page.url())
    await other.getByRole('button', { name: /^打开客服聊天/ }).click()
    await expect(other.getByRole('log').locator('.bubble').first()).toBeVisible()
    await shopper.says('我的快递到哪了')
    await expect(other.getByRole('log').getByText('请告诉我订单号')).toBeVisible()
    expect(await conversationOf(other)).toEqual(await conversationOf(shopper.page))
  })

  test('works by keyboard alone', async ({ shopper }) => {
    await shopper.arrives()
    const field = shopper.chat.getByRole('textbox')
    await expect(field).toBeFocused()
    await field.pressSequentially('第一行')
    await field.press('Shift+Enter')
    await field.pressSequentially('第二行')
    await expect(field).toHaveValue('第一行\n第二行')
    await field.press('Enter')
    await expect(field).toHaveValue('')
    await expect(shopper.log.locator('.us .bubble')).toContainText('第一行')
    await shopper.page.keyboard.press('Escape')
    await expect(shopper.chat).toBeHidden()
    const launcher = shopper.page.getByRole('button', { name: /^打开客服聊天/ })
    await expect(launcher).toBeFocused()
    await shopper.page.keyboard.press('Enter')
    await expect(field).toBeFocused()
  })

  test('picks a word with Enter without sending half a sentence', async ({ shopper }) => {
    await shopper.arrives()
    const field = shopper.chat.getByRole('textbox')
    await field.fill('kuaidi')
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await expect(field).toHaveValue('kuaidi')
    await expect(shopper.log.locator('.us .bubble')).toHaveCount(0)
  })

  test('may type HTML, templates and nonsense: all of it stays text [T-S4]', async ({ shopper }) => {
    await shopper.arrives()
    const hostile = [
      '<img src=x onerror="document.title=1">',
      '<script>document.title=2</script>',
      '{{7*7}} ${7*7}',
      '[x](javascript:alert(1))',
      '**' + '<b>'.repeat(50),
      '🎉🎉🎉',
      '\u202Eevil',
    ]
    for (const text of hostile) {
      await shopper.chat.getByRole('textbox').fill(text)
      await shopper.chat.getByRole('textbox').press('Enter')
    }
    await expect(shopper.log.locator('.us .bubble')).toHaveCount(hostile.length)
    expect(await shopper.log.locator('img, script, .us b, a[href^="javascript"]').count()).toBe(0)
    await expect(shopper.page).toHaveTitle('禾木生活')
  })

  test('has the whole screen on a phone', async ({ shopper }) => {
    await shopper.page.setViewportSize({ width: 390, height: 844 })
    await shopper.arrives()
    await shopper.says('我的快递到哪了')
    await shopper.says(order)
    await expect(shopper.log.locator('.card.parcel')).toBeVisible()
    expect(await shopper.chat.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    expect(await shopper.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    const overflow = await shopper.log.evaluate((log) => log.scrollWidth - log.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  test('can leave a conversation and begin another', async ({ shopper }) => {
    await shopper.arrives()
    await shopper.says('我的快递到哪了')
    await shopper.sees('请告诉我订单号')
    await shopper.chat.getByRole('button', { name: '开始新对话' }).click()
    await expect(shopper.log.locator('.us .bubble')).toHaveCount(0)
    await expect(shopper.log.locator('.them .bubble').first()).toBeVisible()
  })

  test('begins again kindly when the old conversation is no more', async ({ shopper, watched }) => {
    watched.tolerate(/status of 40[134]/)
    await shopper.arrives()
    await expect(shopper.log.locator('.bubble').first()).toBeVisible()
    await expect.poll(() => conversationOf(shopper.page)).toHaveProperty('id')
    await shopper.page.evaluate(() => {
      const key = Object.keys(localStorage).find((each) => each.endsWith(':conversation')) ?? ''
      localStorage.setItem(key, JSON.stringify({ id: 'gone', token: 'gone' }))
    })
    await shopper.page.reload()
    await shopper.page.getByRole('button', { name: /^打开客服聊天/ }).click()
    await shopper.sees('之前的对话已经结束，我们重新开始')
    await shopper.says('我的快递到哪了')
    await shopper.sees('请告诉我订单号')
  })
})

test('a shopper who reads English is spoken to in English', async ({ page, server, watched: _watched }) => {
  await page.goto(`${server.storefront}/?lang=en`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Let the day slow down')
  await page.getByRole('button', { name: 'Open the chat' }).click()
  const chat = page.getByRole('dialog')
  await expect(chat).toContainText('You are talking to an AI assistant')
  await chat.getByRole('textbox').fill('Where is my parcel?')
  await chat.getByRole('textbox').press('Enter')
  await chat.getByRole('button', { name: new RegExp(order) }).click()
  await expect(chat.locator('.card.parcel')).toContainText('Arrived at the Hangzhou sorting centre')
  await expect(chat.getByRole('button', { name: 'Talk to a person' })).toBeVisible()
})

test.describe('the storefront', () => {
  test('shows goods, a product, a bag and the orders with numbers to copy', async ({ page, server, watched: _watched }) => {
    await page.goto(server.storefront)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('让日子慢一点')
    await page.getByRole('link', { name: /手作陶瓷杯/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '加入购物袋' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '购物袋 · 1' }).click()
    await expect(page.getByRole('dialog')).toContainText('再买 ¥71，减 ¥30')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '我的订单' }).click()
    await expect(page.getByText(order)).toBeVisible()
    await page.getByRole('link', { name: '灯具' }).click()
    await expect(page.getByRole('heading', { name: '护眼台灯' })).toBeVisible()
  })
})

const bubbles = (page: Page) => page.getByRole('log').locator('.bubble, .card').allInnerTexts()

/** What this browser keeps of its conversation. */
function conversationOf(page: Page): Promise<{ id: string; token: string }> {
  return page.evaluate(() =>
    JSON.parse(localStorage.getItem(Object.keys(localStorage).find((each) => each.endsWith(':conversation')) ?? '') ?? '{}'),
  )
}
