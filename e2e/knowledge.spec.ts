import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { visitorsSay, writtenQuestions } from '../runtime/library/chats/testing.ts'
import { expect, test } from './fixtures.ts'
import type { Server } from './verbs/server.ts'
import { type Shopper, shopperOn } from './verbs/shopper.ts'

const noAnswer = /这个我还不会|还是没能帮上您/

/** A visitor who was never here, in a browser of their own, at the end of what they came to ask. */
async function visitor(browser: Browser, server: Server, act: (shopper: Shopper) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const shopper = shopperOn(await context.newPage(), server)
  await shopper.arrives()
  await act(shopper)
  await context.close()
}

async function opensArticle(page: Page, server: Server, question: string): Promise<void> {
  await page.goto(`${server.url}/editor/knowledge`)
  await page.getByRole('searchbox', { name: '搜问题、答案或标签' }).fill(question)
  await page.getByRole('link', { name: question, exact: true }).click()
  await expect(page.getByRole('textbox', { name: '问题' })).toHaveValue(question)
}

test('an operator edits an article and the next visitor gets the new answer [R25]', async ({ operator, shopper, browser, server }) => {
  const { page } = operator
  const question = '护眼台灯有频闪吗'
  await shopper.arrives()
  await shopper.says(question)
  await shopper.sees('三档色温')

  await opensArticle(page, server, question)
  const answer = page.getByRole('textbox', { name: '回答 · 中文' })
  const saved = page.waitForResponse((reply) => reply.url().endsWith('/api/articles/changes') && reply.ok())
  await answer.fill('没有频闪，用的是 **恒流电源**。')
  await expect(page.getByRole('region', { name: '顾客看到的' }).locator('strong')).toHaveText('恒流电源')
  await saved

  await visitor(browser, server, async (next) => {
    await next.says(question)
    await next.sees('恒流电源')
  })

  // and what was typed is taken back as one step
  await page.getByRole('button', { name: /^撤销/ }).first().click()
  await expect(answer).toHaveValue(/三档色温/)
  await visitor(browser, server, async (next) => {
    await next.says(question)
    await next.sees('三档色温')
    await expect(next.log.getByText('恒流电源')).toHaveCount(0)
  })
})

test('an operator adds a line of synonyms and a question that failed now succeeds [R25]', async ({ operator, browser, server }) => {
  const { page } = operator
  const question = '小蓝可以进叮叮吗'
  await visitor(browser, server, async (shopper) => {
    await shopper.says(question)
    await shopper.sees(noAnswer)
  })

  await page.goto(`${server.url}/editor/knowledge/synonyms`)
  const tried = page.getByRole('region', { name: '试一句' })
  await tried.getByRole('textbox', { name: '顾客会怎么问' }).fill(question)
  await tried.getByRole('button', { name: '问', exact: true }).click()
  await expect(tried.getByText('不回答，交给流程的下一步')).toBeVisible()

  const line = page.getByRole('textbox', { name: '新的一行同义词' })
  await line.fill('微波炉，叮叮')
  await line.press('Enter')
  await expect(page.getByRole('textbox', { name: '同义词：微波炉' })).toHaveValue('微波炉, 叮叮')
  await line.fill('陶瓷杯、小蓝')
  await line.press('Enter')
  await expect(page.getByRole('textbox', { name: '同义词：陶瓷杯' })).toHaveValue('陶瓷杯, 小蓝')

  // the box asks again by itself
  await expect(tried.getByText('直接回答')).toBeVisible()
  await expect(tried.getByRole('heading', { name: /为什么是“陶瓷杯能进微波炉吗”/ })).toBeVisible()
  await visitor(browser, server, async (shopper) => {
    await shopper.says(question)
    await shopper.sees(/微波/)
    await expect(shopper.log.getByText(noAnswer)).toHaveCount(0)
  })
})

test('a visitor taps helpful; the operator finds the wording proposed, approves it, and it counts [R25]', async ({
  operator,
  shopper,
  server,
}) => {
  const { page } = operator
  const wording = '请问一下可以用什么方式付款呀'
  await shopper.arrives()
  await shopper.says(wording)
  const helpful = shopper.log.getByRole('button', { name: '有帮助', exact: true })
  await helpful.click()
  await expect(helpful).toHaveAttribute('aria-pressed', 'true')
  await expect(shopper.log.getByText('谢谢，记下了')).toBeVisible()
  // a reload does not ask again
  await shopper.page.reload()
  await shopper.page.getByRole('button', { name: /^打开客服聊天/ }).click()
  await expect(shopper.log.getByRole('button', { name: '有帮助', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await page.goto(`${server.url}/editor/knowledge`)
  await expect(page.getByRole('heading', { name: '顾客确认了 1 句新问法，等您点头' })).toBeVisible()
  await page.getByRole('button', { name: '看看是哪些' }).click()
  await expect(page.getByRole('checkbox', { name: wording })).toBeChecked()
  await page.getByRole('link', { name: '可以用什么付款' }).click()
  const similar = page.getByRole('region', { name: '相似问法', exact: true })
  const wordings = similar.getByRole('button', { name: /^删掉/ })
  await expect(wordings.first()).toBeVisible()
  const before = await wordings.count()
  await expect(similar.getByText(`相似问法 ${before}`)).toBeVisible()
  await expect(page.getByRole('region', { name: '它的效果' })).toContainText('有帮助1')
  // proposed, and nothing more
  await expect(similar.getByRole('checkbox', { name: wording })).toBeChecked()
  await expect(similar.getByRole('button', { name: `删掉“${wording}”` })).toHaveCount(0)
  await similar.getByRole('button', { name: '采纳 1 句' }).click()
  await expect(similar.getByRole('button', { name: `删掉“${wording}”` })).toBeVisible()
  await expect(similar.getByText(`相似问法 ${before + 1}`)).toBeVisible()

  const tried = page.getByRole('region', { name: '试一句' })
  await tried.getByRole('textbox', { name: '顾客会怎么问' }).fill(wording)
  await tried.getByRole('button', { name: '问', exact: true }).click()
  await expect(tried.getByText('这句话已经是它的问法。')).toBeVisible()
  await expect(tried.getByText('把握很大')).toBeVisible()

  // taking it back proposes it again
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(similar.getByRole('checkbox', { name: wording })).toBeVisible()
  await expect(similar.getByRole('button', { name: `删掉“${wording}”` })).toHaveCount(0)
})

test('questions that nothing answered become an article that answers [R20]', async ({ operator, browser, server }) => {
  const { page } = operator
  for (const wording of ['宠物能进店吗', '可以带宠物进店吗', '狗狗可以进店吗'])
    await visitor(browser, server, async (shopper) => {
      await shopper.says(wording)
      await shopper.sees(noAnswer)
    })

  await page.goto(`${server.url}/editor/knowledge/unanswered`)
  const cluster = page.getByRole('region', { name: /进店/ })
  await expect(cluster.getByText('问了 3 次')).toBeVisible()
  await cluster.getByRole('button', { name: '写一篇问答' }).click()
  await expect(page.getByRole('textbox', { name: '问题' })).toHaveValue(/进店/)
  await expect(page.getByText('写好问题和回答就会生效')).toBeVisible()
  await page.getByRole('textbox', { name: '回答 · 中文' }).fill('牵好绳子就可以，**猫和狗** 都欢迎。')
  await expect(page.getByText('写好问题和回答就会生效')).toBeHidden()
  // every way it was asked comes along
  await expect(page.getByRole('button', { name: /^删掉“.*进店/ }).first()).toBeVisible()

  await visitor(browser, server, async (shopper) => {
    await shopper.says('可以带宠物进店吗')
    await shopper.sees('猫和狗')
  })
  await page.getByRole('link', { name: /^没答上的/ }).click()
  await expect(page.getByRole('region', { name: /进店/ })).toHaveCount(0)
})

test('a table is imported once it is right, and the template is', async ({ operator, browser, server }) => {
  const { page } = operator
  await page.goto(`${server.url}/editor/knowledge`)
  await page.getByRole('button', { name: '导入' }).click()
  const dialog = page.getByRole('dialog', { name: '导入问答' })
  const choose = dialog.getByLabel('选一个文件').and(page.locator('input'))

  const bad = '问题,相似问,答案,失效\n会员日是哪天,几号会员日,每月 18 号。,2027-13-45\n,,,\n门店在哪,,在上海愚园路 99 号。,\n'
  await choose.setInputFiles({ name: '问答.csv', mimeType: 'text/csv', buffer: Buffer.from(bad) })
  await expect(dialog.getByText('1 处要先改好，现在一条也不会导入')).toBeVisible()
  await expect(dialog.getByText('第 2 行第 4 列')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^导入/ })).toBeDisabled()

  await dialog.getByRole('button', { name: '换一个文件' }).click()
  const good = bad.replace('2027-13-45', '2099-12-31')
  await choose.setInputFiles({ name: '问答.csv', mimeType: 'text/csv', buffer: Buffer.from(good) })
  await expect(dialog.getByText('2 条新增')).toBeVisible()
  await dialog.getByRole('button', { name: '导入 2 条' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('searchbox', { name: '搜问题、答案或标签' }).fill('会员日')
  await expect(page.getByRole('link', { name: '会员日是哪天' })).toBeVisible()
  await visitor(browser, server, async (shopper) => {
    await shopper.says('会员日是哪天')
    await shopper.sees('每月 18 号')
  })

  for (const [room, title] of [
    ['', '导入问答'],
    ['/products', '导入商品'],
    ['/synonyms', '导入同义词'],
  ]) {
    await page.goto(`${server.url}/editor/knowledge${room}`)
    await page.getByRole('button', { name: '导入' }).click()
    const asked = page.getByRole('dialog', { name: title })
    const [file] = await Promise.all([page.waitForEvent('download'), asked.getByRole('button', { name: '下载模板' }).click()])
    const field = asked.getByLabel('选一个文件').and(page.locator('input'))
    await field.setInputFiles({ name: file.suggestedFilename(), mimeType: 'text/csv', buffer: await readFile(await file.path()) })
    await expect(asked.getByText(/\d+ 条新增/)).toBeVisible()
    await expect(asked.getByText(/要先改好/)).toHaveCount(0)
  }
})

test('two articles that answer the same become one, with the wordings of both', async ({ operator, server }) => {
  const { page } = operator
  const put = (id: string, question: string, similar: string[]) => ({
    do: 'put',
    article: { id, question, similar, answer: { 'zh-CN': `${question}：可以。`, en: 'Yes.' }, locale: 'zh-CN', tags: [] },
  })
  const reply = await page.request.post(`${server.url}/api/articles/changes`, {
    headers: { origin: server.url },
    data: { changes: [put('engrave', '杯子上可以刻字吗', ['能刻名字吗']), put('engrave-too', '杯子上能刻字吗', ['刻字要多久'])] },
  })
  expect(reply.status()).toBe(200)

  await page.goto(`${server.url}/editor/knowledge`)
  await page.getByRole('button', { name: /^答得一样/ }).click()
  await page.getByRole('button', { name: '留下这篇: 杯子上可以刻字吗' }).click()
  await expect(page.getByRole('button', { name: '留下这篇: 杯子上可以刻字吗' })).toHaveCount(0)
  await page.goto(`${server.url}/editor/knowledge/articles/engrave`)
  for (const wording of ['能刻名字吗', '杯子上能刻字吗', '刻字要多久'])
    await expect(page.getByRole('button', { name: `删掉“${wording}”` })).toBeVisible()
})

test('a product sheet answers, and says where the answer is from', async ({ operator, server }) => {
  const { page } = operator
  await page.goto(`${server.url}/editor/knowledge/products`)
  await page.getByRole('button', { name: '新增商品' }).click()
  await page.getByRole('textbox', { name: '名字 · 中文' }).fill('云杉剃须刀')
  await page.getByRole('textbox', { name: '编号' }).fill('BOARD-09')
  await page.getByRole('button', { name: '再写一项' }).click()
  await page.getByRole('textbox', { name: '项目' }).fill('厚度')
  await page.getByRole('textbox', { name: '内容: 厚度' }).fill('2.8 厘米')
  await page.getByRole('button', { name: '新增商品' }).click()
  await expect(page.getByRole('button', { name: '删除这件商品' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: '内容: 厚度' })).toHaveValue('2.8 厘米')

  const tried = page.getByRole('region', { name: '试一句' })
  await tried.getByRole('textbox', { name: '顾客会怎么问' }).fill('云杉剃须刀的厚度是多少')
  await tried.getByRole('button', { name: '问', exact: true }).click()
  await expect(tried.getByText('按商品资料回答')).toBeVisible()
  await expect(tried.getByText('来自商品资料：云杉剃须刀 · 厚度')).toBeVisible()
  await expect(tried.getByText(/2\.8 厘米/)).toBeVisible()
})

test('words that customers use and articles do not are proposed, become a line, and are put away for all who work here', async ({
  operator,
  another,
  server,
}) => {
  test.setTimeout(180_000)
  const { page } = operator
  const post = (path: string, data: object, headers: Record<string, string> = {}) =>
    page.request.post(`${server.url}${path}`, { data, headers: { origin: server.url, ...headers } })
  const changes = writtenQuestions.map(([question = '', ...similar], at) => ({
    do: 'put',
    article: { id: `written-${at}`, question, similar, answer: question, tags: [] },
  }))
  expect((await post('/api/articles/changes', { changes })).ok()).toBe(true)
  await page.goto(`${server.url}/editor/knowledge/synonyms`)
  const proposed = page.getByRole('region', { name: '顾客这样说，问答里没有' })
  await expect(proposed.getByText(/满 1,000 条就开始/)).toBeVisible()

  // twelve visitors at a time
  const said = visitorsSay(1_200)
  await Promise.all(
    Array.from({ length: 12 }, async (_, visitor) => {
      const { conversationId, token } = await (await post('/v1/conversations', { entry: 'storefront' })).json()
      for (const [place, text] of said.slice(visitor * 100, visitor * 100 + 100).entries())
        await post(
          `/v1/conversations/${conversationId}/messages`,
          { id: `said-${visitor}-${place}`, content: { type: 'text', text } },
          { authorization: `Bearer ${token}` },
        )
    }),
  )
  await page.reload()
  const row = proposed.getByRole('listitem').filter({ has: page.getByText('旅行箱', { exact: true }) })
  await expect(async () => {
    const more = proposed.getByRole('button', { name: /^再看/ })
    if (await more.isVisible()) await more.click()
    await expect(row).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(row.getByText(/“?.*旅行箱.*”?/).nth(1)).toBeVisible()
  await expect(row.getByRole('button', { name: '行李箱', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await row.getByRole('button', { name: /^写成一行/ }).click()
  await expect(page.getByRole('textbox', { name: '同义词：行李箱' })).toHaveValue('行李箱, 旅行箱')
  await expect(row).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(row).toBeVisible()

  await row.getByRole('button', { name: '都不是: 旅行箱' }).click()
  await expect(row).toHaveCount(0)
  const colleague = await another()
  await colleague.page.goto(`${server.url}/editor/knowledge/synonyms`)
  const theirs = colleague.page.getByRole('region', { name: '顾客这样说，问答里没有' })
  await expect(theirs.getByText(/^读了/)).toBeVisible()
  await expect(theirs.getByText('旅行箱', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: /^撤销/ }).first().click()
  await expect(row).toBeVisible()
})
