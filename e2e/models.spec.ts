import { startStandIn } from '../runtime/provider/testing.ts'
import { expect, test } from './fixtures.ts'

test('the owner connects a model, tries it, and disconnects it again [R22]', async ({ operator, server, watched }, info) => {
  const stand = await startStandIn()
  watched.tolerate(/status of 4\d\d/)
  const { page } = operator
  await page.goto(`${server.url}/editor/models`)
  await page.getByLabel('服务地址').fill(stand.url)
  await page.getByLabel('模型', { exact: true }).fill('small')
  await page.getByLabel('密钥').fill('secret\u200b-key')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('密钥里混进了')).toBeVisible()
  await page.getByLabel('密钥').fill('secret-key-1')
  await page.getByLabel('换种说法回答').check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已经生效')).toBeVisible()
  await page.getByRole('button', { name: '试一下' }).click()
  await expect(page.getByText('秒答上来了')).toBeVisible()
  expect(stand.calls.at(-1)?.authorization).toBe('Bearer secret-key-1')
  await info.attach('models', { body: await page.screenshot(), contentType: 'image/png' })

  await page.reload()
  await expect(page.getByLabel('服务地址')).toHaveValue(stand.url)
  await expect(page.getByLabel('密钥')).toHaveValue('')
  expect(await page.content()).not.toContain('secret-key-1')

  stand.behave({ status: 401 })
  await page.getByRole('button', { name: '试一下' }).click()
  await expect(page.getByText('对方拒绝了')).toBeVisible()
  await page.getByRole('button', { name: '断开并忘掉密钥' }).click()
  await expect(page.getByLabel('服务地址')).toHaveValue('')
  await stand.close()
})
