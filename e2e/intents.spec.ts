import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { Server } from './verbs/server.ts'
import { type Shopper, shopperOn } from './verbs/shopper.ts'

/** Finding out how well thousands of utterances are told apart takes its time. */
const checked = 120_000
/** The first look at the library works out how well each intent is taught. */
const cold = 30_000

/** A visitor who was never here, in a browser of their own. */
async function visitor(browser: Browser, server: Server, act: (shopper: Shopper) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const shopper = shopperOn(await context.newPage(), server)
  await shopper.arrives()
  await act(shopper)
  await context.close()
}

/** Lets the storefront's flow answer to an intent at any time, and publishes it. */
async function answersTo(page: Page, server: Server, intent: string, answer: string): Promise<void> {
  const origin = { origin: server.url }
  const draft: { revision: number } = await (await page.request.get(`${server.url}/api/flows/storefront/draft`)).json()
  const operations = [
    {
      op: 'add-node',
      node: { id: 'hears', type: 'watch-intent', v: 1, data: { intents: [intent], threshold: 0.6, returns: true } },
      at: { x: 0, y: 0 },
    },
    {
      op: 'add-node',
      node: { id: 'answers', type: 'message', v: 1, data: { wordings: [{ 'zh-CN': answer, en: answer }], card: 'none' } },
      at: { x: 400, y: 0 },
    },
    { op: 'add-edge', edge: { id: 'h1', source: 'hears', sourceHandle: 'matched', target: 'answers' } },
    { op: 'add-edge', edge: { id: 'h2', source: 'answers', sourceHandle: 'next', target: 'back' } },
  ]
  const edited = await page.request.post(`${server.url}/api/flows/storefront/draft/edits`, {
    data: { id: randomUUID(), base: draft.revision, operations },
    headers: origin,
  })
  expect(edited.status()).toBe(200)
  const { revision }: { revision: number } = await edited.json()
  const published = await page.request.post(`${server.url}/api/flows/storefront/publish`, { data: { revision }, headers: origin })
  expect(await published.text()).toContain('"number"')
}

const cards = `能写张贺卡吗
  帮我放一张生日贺卡
送人的，帮写几句祝福
卡片上写生日快乐
可以代写卡片不
包裹里附个手写卡呗
给我朋友留句话，打印出来放盒子里
写上 永远爱你 就行

can you add a gift note
please write happy birthday on a card
贺卡要另外收费吗
落款写小林
附言写在哪里
手写的还是打印的卡片
可以开发票吗
能写张贺卡吗`

test('an operator teaches a new intent, mends what it is confused with, publishes, and the next visitor is understood [R19]', async ({
  operator,
  browser,
  server,
}) => {
  test.setTimeout(240_000)
  const { page } = operator
  await page.goto(`${server.url}/editor/intents`)
  await page.getByRole('button', { name: '新建意图' }).click({ timeout: cold })
  await page.getByLabel('顾客想做什么').fill('写贺卡')
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click()
  await expect(page.getByRole('heading', { name: '写贺卡' })).toBeVisible()
  await expect(page.getByText('还没有说法，先教它 10 句').first()).toBeVisible()
  const intent = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await answersTo(page, server, intent, '贺卡免费，想写的话直接发给我。')
  await visitor(browser, server, async (shopper) => {
    await shopper.says('能帮我在盒子里放张写着生日快乐的卡吗')
    await expect(shopper.log.getByText('贺卡免费')).toHaveCount(0)
  })

  // a batch with a repeated line, and one that belongs to another intent
  const lines = page.getByRole('textbox', { name: '加说法，一行一句' })
  await lines.fill(cards)
  await expect(page.getByText('15 句是新的')).toBeVisible()
  await expect(page.getByText('1 句已经有了')).toBeVisible()
  await expect(page.getByText('1 句「发票」里也有，会互相抢')).toBeVisible()
  await page.getByRole('button', { name: '加入 15 句' }).click()
  await expect(page.getByRole('list', { name: '「写贺卡」的说法' }).getByRole('listitem')).toHaveCount(15)
  const health = page.getByRole('region', { name: '顾客会怎么说' })
  await expect(health.getByRole('heading', { name: '顾客会怎么说 15' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^写贺卡 1\d 种说法 · 再加 \d 种就扎实/ })).toBeVisible()

  // the check goes on by itself and finds what is in the wrong place
  const confusions = page.getByRole('region', { name: '容易混的' })
  await expect(confusions.getByText('「写贺卡」有 1 句被当成「发票」')).toBeVisible({ timeout: checked })
  await confusions.getByRole('button', { name: '把选中的 1 句移到「发票」' }).click()
  await expect(page.getByRole('status').getByText('把 1 句移到了「发票」')).toBeVisible()
  await expect(page.getByText('「写贺卡」有 1 句被当成「发票」')).toHaveCount(0)
  await expect(health.getByRole('heading', { name: '顾客会怎么说 14' })).toBeVisible()

  // taken back and done again
  await page.keyboard.press('Control+z')
  await expect(health.getByRole('heading', { name: '顾客会怎么说 15' })).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(health.getByRole('heading', { name: '顾客会怎么说 14' })).toBeVisible()

  // how a message would be understood, before anything is live
  const tried = page.getByRole('region', { name: '试一句' })
  await tried.getByRole('textbox').fill('卡片上帮我写生日快乐')
  await tried.getByRole('textbox').press('Enter')
  await expect(tried.getByText('支持「写贺卡」的词')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('店铺接待')).toBeVisible()
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await visitor(browser, server, async (shopper) => {
    await shopper.says('能帮我在盒子里放张写着生日快乐的卡吗')
    await shopper.sees('贺卡免费')
  })
})

test('a message that was not understood is labelled by keyboard, and understood after publishing [R19]', async ({
  operator,
  shopper,
  browser,
  server,
}) => {
  test.setTimeout(120_000)
  const { page } = operator
  const wording = '我那心头肉又在哪儿磨洋工了'
  await shopper.arrives()
  await shopper.says(wording)
  // once it is answered it waits in the inbox
  await shopper.sees(/还不会|没能帮上/)
  await expect(shopper.log.getByText('想查哪个订单')).toHaveCount(0)

  await page.goto(`${server.url}/editor/reviews`)
  const row = page.getByRole('list', { name: '消息列表' }).getByRole('listitem').filter({ hasText: wording })
  await expect(row).toBeVisible()
  await row.getByText(wording).click()
  // what was said around it
  const around = page.getByRole('complementary', { name: '前后说了什么' })
  await expect(around.getByText(wording)).toBeVisible()
  await expect(around.getByText(/智能助手/)).toBeVisible()
  // typing looks for an intent
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: '别的意图' })).toBeFocused()
  await page.keyboard.type('查物流')
  await expect(page.getByRole('option')).toHaveText(['查物流'], { timeout: cold })
  await page.keyboard.press('Enter')
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('status').getByText(`「${wording}」标成了「查物流」`)).toBeVisible()
  await expect(page.getByText('上次训练之后标了 1 句')).toBeVisible()

  // taken back, it is in the list again; done again, it is gone
  await page.keyboard.press('Control+z')
  await expect(row).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(row).toHaveCount(0)

  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await visitor(browser, server, async (next) => {
    await next.says(wording)
    await next.sees(/订单/)
    await expect(next.log.getByText(/换个说法|还不会/)).toHaveCount(0)
  })
  // labelled messages can be found again
  await page.getByRole('button', { name: '标好的' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: wording }).getByText('是「查物流」')).toBeVisible()
})

test('an operator switches off a word of moods and adds one, and takes it back', async ({ operator, server }) => {
  const { page } = operator
  await page.goto(`${server.url}/editor/moods`)
  await page.getByLabel('词或短语').fill('踩大雷了')
  await page.getByRole('button', { name: '加上' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '踩大雷了' })).toBeVisible()
  await page.getByRole('searchbox', { name: '找一个词' }).fill('失望')
  const word = page.getByRole('button', { name: '用「失望」', exact: true })
  await word.click()
  await expect(word).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByText('关了 1 个')).toBeVisible()
  await page.reload()
  await expect(page.getByText('关了 1 个')).toBeVisible()
  await page.getByRole('searchbox', { name: '找一个词' }).fill('失望')
  await word.click()
  await expect(page.getByText('关了 1 个')).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('关了 1 个')).toBeVisible()
})
