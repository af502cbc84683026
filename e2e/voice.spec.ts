import config from '../playwright.config.ts'
import { expect, test } from './fixtures.ts'

const { launchOptions } = config.use ?? {}
/** A microphone that hears a tone, and a browser that lends it without asking. */
const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
test.use({ launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), ...microphone] } })

const flow = {
  format: 1,
  id: 'voice-line',
  name: { 'zh-CN': '语音留言', en: 'Voice line' },
  slots: [{ name: 'voice', type: 'voice' }],
  nodes: [
    { id: 'start', type: 'start', v: 1, data: {} },
    {
      id: 'ask',
      type: 'ask',
      v: 1,
      data: { question: { 'zh-CN': '请说说怎么了。', en: 'Tell me what happened.' }, slot: 'voice', entity: 'voice' },
    },
    { id: 'thanks', type: 'message', v: 1, data: { wordings: [{ 'zh-CN': '语音记下了。', en: 'Noted.' }], card: 'none' } },
    { id: 'end', type: 'end', v: 1, data: { mode: 'return' } },
  ],
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'ask' },
    { id: 'e2', source: 'ask', sourceHandle: 'answered', target: 'thanks' },
    { id: 'e3', source: 'ask', sourceHandle: 'gave-up', target: 'end' },
    { id: 'e4', source: 'thanks', sourceHandle: 'next', target: 'end' },
  ],
  layout: { start: { x: 0, y: 0 }, ask: { x: 300, y: 0 }, thanks: { x: 600, y: 0 }, end: { x: 900, y: 0 } },
}

test('a shopper speaks an answer, sees the time run, can let it be, and plays it again [R62]', async ({ shopper, operator, server }) => {
  const { request } = operator.page
  const headers = { origin: server.url }
  const imported = await request.post(`${server.url}/api/import?dry=false`, { headers, data: { bundle: 1, flows: [flow] } })
  expect([imported.status(), await imported.text()]).toEqual([200, expect.any(String)])
  const { revision } = await (await request.get(`${server.url}/api/flows/voice-line/draft`)).json()
  const published = await request.post(`${server.url}/api/flows/voice-line/publish`, { headers, data: { revision } })
  expect([published.ok(), await published.text()]).toEqual([true, expect.any(String)])
  const { entries } = await (await request.get(`${server.url}/api/entries`)).json()
  const entry = { ...entries.find((each: { id: string }) => each.id === 'storefront'), flowId: 'voice-line' }
  expect((await request.put(`${server.url}/api/entries/storefront`, { headers, data: entry })).ok()).toBe(true)

  await shopper.arrives()
  await shopper.sees('请说说怎么了')
  const { chat } = shopper
  const mic = chat.locator('.composer').getByRole('button', { name: '说一段语音' })
  await mic.focus()
  await shopper.page.keyboard.press('Enter')
  await expect(chat.getByRole('timer')).toHaveText(/正在录音 0:0[1-9]/)
  await chat.getByRole('button', { name: '取消录音' }).click()
  await expect(mic).toBeVisible()
  await expect(shopper.log.locator('audio')).toHaveCount(0)

  await chat.locator('.chips').getByRole('button', { name: '说一段语音' }).click()
  await expect(chat.getByRole('timer')).toHaveText(/正在录音 0:0[2-9]/)
  await chat.getByRole('button', { name: '发送语音' }).click()
  await shopper.sees('语音记下了')
  const player = shopper.log.locator('audio')
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.readyState)).toBeGreaterThanOrEqual(1)
  await expect(mic).toBeHidden()

  await shopper.page.reload()
  await shopper.page.getByRole('button', { name: /^打开客服聊天/ }).click()
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.readyState)).toBeGreaterThanOrEqual(1)
})
