import { expect, test } from './fixtures.ts'

test('somebody who must call back sees what was typed, for a reason that is written down', async ({ operator, shopper, server }) => {
  const { page } = operator
  const wording = '那个啥帮我弄一下那件事'
  await shopper.arrives()
  await shopper.says('我的电话是13812345678', '我的电话是138****5678')
  await shopper.says(wording)

  await page.goto(`${server.url}/editor/reviews`)
  await page.getByRole('list', { name: '消息列表' }).getByText(wording).click()
  const around = page.getByRole('complementary', { name: '前后说了什么' })
  await expect(around.getByText('138****5678')).toBeVisible()
  await expect(around.getByText('13812345678')).toHaveCount(0)
  const open = around.getByRole('button', { name: '看原话' })
  await open.click()
  await expect(around.getByLabel('为什么要看')).toBeFocused()
  await around.getByLabel('为什么要看').fill('给顾客回电')
  await around.getByRole('button', { name: '看', exact: true }).click()
  await expect(around.getByText('我的电话是13812345678')).toBeVisible()
  await expect(around.getByText('已记下是谁看的')).toBeVisible()

  const audit = await page.request.get(`${server.url}/api/audit`)
  const { entries } = await audit.json()
  expect(entries[0]).toMatchObject({ action: 'original-shown', detail: { reason: '给顾客回电' } })
  expect(JSON.stringify(entries)).not.toContain('13812345678')

  await expect(around.getByRole('button', { name: '收起' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(open).toBeFocused()
  await expect(around.getByText('13812345678')).toHaveCount(0)
})
