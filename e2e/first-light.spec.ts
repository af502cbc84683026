import { expect, test } from './fixtures.ts'
import { shopperOn } from './verbs/shopper.ts'

const oldWords = '想再看进度，随时问我'
const newWords = '包裹在路上了，我替您盯着。'

test('a flow drawn in the editor answers the next shopper, and the chat under way keeps its version [R38] [R39] [R61] [B1] [B2] [T2]', async ({
  shopper,
  operator,
  browser,
  server,
}) => {
  // a shopper begins, and is asked for the order
  await shopper.arrives()
  await shopper.says('我的快递到哪了')
  await shopper.sees('请告诉我订单号')

  // meanwhile the operator adds a card, writes other words, and watches the test light up the path
  const { page } = operator
  await operator.opens('track-parcel')
  await page.getByRole('button', { name: /添加节点/ }).click()
  await page
    .getByRole('option', { name: /^消息/ })
    .first()
    .dragTo(page.getByRole('region', { name: '画布' }), { targetPosition: { x: 520, y: 560 } })
  await operator.hasUnpublished(1)
  await operator.selects('报进度')
  await operator.writes(/· 中文$/, newWords)
  await operator.hasKept('track-parcel', newWords)
  await operator.says('D20261118-0042')
  await operator.hears(newWords)
  await expect(page.getByRole('region', { name: '这一轮走过' })).toContainText('报进度')

  // the new card leads nowhere yet: publishing says so, and is possible once it is gone
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '发布', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')
  await operator.selects('消息')
  await page.keyboard.press('Delete')
  await expect(operator.card('消息')).toHaveCount(0)
  await operator.publishes(2)

  // the next visitor gets the new words
  const context = await browser.newContext({ locale: 'zh-CN' })
  const next = shopperOn(await context.newPage(), server)
  await next.arrives()
  await next.says('我的快递到哪了')
  await next.sees('请告诉我订单号')
  await next.taps(/D20261118-0042/)
  await next.sees('运输中')
  await next.sees(newWords)
  await context.close()

  // the conversation under way keeps the version it began with
  await shopper.taps(/D20261118-0042/)
  await shopper.sees('运输中')
  await shopper.sees('手作陶瓷杯')
  await shopper.sees(new RegExp(oldWords))
  await expect(shopper.log.getByText(newWords)).toHaveCount(0)
})
