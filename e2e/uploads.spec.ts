import type { Page } from '@playwright/test'
import { createShopData } from '../examples/shop/data.ts'
import { latin, place, png, pngChunk } from '../runtime/uploads/testing.ts'
import { expect, test } from './fixtures.ts'
import { type Shopper, shopperOn } from './verbs/shopper.ts'

/** A cup with a crack, with a note of where it was taken. */
const photo = (shade = 0) => ({
  name: 'IMG_2041.png',
  mimeType: 'image/png',
  buffer: Buffer.from(png(360, 270, (x, y) => cup(x, y, shade), [pngChunk('tEXt', latin(`Comment\0${place}`))])),
})

function cup(x: number, y: number, shade: number): [number, number, number] {
  const isCrack = Math.abs(x - 170 - 14 * Math.sin(y / 11)) < 2.5 && y > 90 && y < 190
  const isCup = x > 100 && x < 240 && y > 70 && y < 210 - ((x - 170) / 18) ** 2
  const isHandle = Math.abs(Math.hypot(x - 245, y - 125) - 34) < 9 && x > 236
  if (isCrack && isCup) return [70, 52, 44]
  if (isCup || isHandle) return [126 + shade, 156, 176 - (x - 100) / 6]
  return [226 - y / 9, 214 - y / 9, 196 - y / 9 + shade]
}

const attach = (shopper: Shopper, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  shopper.chat.locator('input[type=file]').setInputFiles(files)
const press = (shopper: Shopper) => shopper.chat.getByRole('button', { name: '发送', exact: true }).click()
const photosOf = (page: Page) =>
  page
    .getByRole('dialog', { name: /客服|service/i })
    .getByRole('log')
    .getByRole('img', { name: /^(照片|Photo)/ })
/** True once the browser has drawn it. */
const isDrawn = (page: Page) =>
  expect
    .poll(() =>
      photosOf(page)
        .last()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(360)

const delivered = () =>
  [...createShopData(Date.now()).orders.values()].find(({ state, story }) => state === 'completed' && story === 'plain')?.id ?? ''

test.describe('a photo', () => {
  test('answers a question for one, and the operator sees it, without where it was taken [R64] [B5]', async ({
    shopper,
    operator,
    server,
  }) => {
    const order = delivered()
    await shopper.arrives()
    await shopper.says('我想退货')
    await shopper.says(order)
    await shopper.taps('有破损')
    await shopper.sees('方便拍张照片吗')
    await expect(shopper.chat.getByRole('button', { name: '拍照或选照片' })).toBeVisible()
    await expect(shopper.chat.getByRole('button', { name: '跳过' })).toBeEnabled()
    await attach(shopper, photo())
    const tray = shopper.chat.getByRole('list', { name: '要发的照片' })
    await expect(tray.getByRole('img', { name: '照片' })).toBeVisible()
    await expect(shopper.chat.getByText('照片放好了，点发送')).toBeVisible()
    await press(shopper)
    await shopper.sees('请同事帮您核实照片')
    await isDrawn(shopper.page)
    await expect(tray).toBeHidden()

    // an odd line brings the conversation before an operator
    await shopper.chat.getByRole('button', { name: '继续问智能助手' }).click()
    const odd = `那个啥${order}帮我弄一下那件事儿`
    await shopper.says(odd, /那个啥/)
    const { page } = operator
    await page.goto(`${server.url}/editor/reviews`)
    await page.getByRole('list', { name: '消息列表' }).getByText('那个啥').first().click()
    const around = page.getByRole('complementary', { name: '前后说了什么' })
    const seen = around.getByRole('img', { name: '照片' })
    await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(360)
    await around.getByRole('button', { name: '放大看：照片' }).click()
    await expect(page.getByRole('dialog').getByRole('img', { name: '照片' })).toBeVisible()
    const address = await seen.getAttribute('src')
    const kept = await page.request.get(`${server.url}${address}`)
    expect(kept.headers()['content-disposition']).toMatch(/^attachment/)
    expect((await kept.body()).includes(place)).toBe(false)
  })

  test('is shown again after a reload, opens large by keyboard, and is nobody else’s [R64]', async ({
    shopper,
    browser,
    server,
    watched,
  }) => {
    watched.tolerate(/404/)
    await shopper.arrives()
    const asked = shopper.page.waitForResponse((response) => response.url().endsWith('/v1/uploads') && response.status() === 201)
    await attach(shopper, photo(), photo(40))
    const { id } = await (await asked).json()
    await expect(shopper.chat.getByText('照片放好了，点发送')).toBeVisible()
    await press(shopper)
    await shopper.sees('照片收到了')
    await expect(photosOf(shopper.page)).toHaveCount(2)
    await isDrawn(shopper.page)

    const began = shopper.page.waitForResponse((response) => response.url().includes('/uploads/'))
    await shopper.page.reload()
    await shopper.page.getByRole('button', { name: /^打开客服聊天/ }).click()
    const path = new URL((await began).url()).pathname
    await isDrawn(shopper.page)
    const open = shopper.chat.getByRole('button', { name: '放大看：照片 1' })
    await open.focus()
    await shopper.page.keyboard.press('Enter')
    const large = shopper.page.getByRole('dialog', { name: '照片' })
    await expect(large.getByRole('img')).toBeVisible()
    await shopper.page.keyboard.press('Escape')
    await expect(large).toBeHidden()
    await expect(open).toBeFocused()

    expect(path).toContain(id.slice(0, 4))
    const context = await browser.newContext()
    const begun = await context.request.post(`${server.url}/v1/conversations`, { data: {} })
    const { token } = await begun.json()
    const stranger = await context.request.get(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
    expect(stranger.status()).toBe(404)
    expect((await context.request.get(`${server.url}${path}`)).status()).toBe(401)
    await context.close()
  })

  test('of a kind that cannot be taken is refused in a plain sentence and can be put away', async ({ shopper, watched }) => {
    // whoever records a trace asks once more for the picture that cannot be drawn, and the page's policy says no
    watched.tolerate(/415|Connecting to 'blob:/)
    await shopper.arrives()
    await expect(shopper.log.getByText('智能助手', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
    await attach(shopper, { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })
    await expect(shopper.chat.getByText('这个文件发不了，请换成照片（JPG、PNG、WebP 或 GIF）')).toBeVisible()
    await shopper.chat.getByRole('button', { name: '去掉 照片' }).click()
    await expect(shopper.chat.getByRole('list', { name: '要发的照片' })).toBeHidden()
    await expect(photosOf(shopper.page)).toHaveCount(0)
  })

  test('takes its place below without losing the end from view', async ({ shopper }) => {
    await shopper.arrives()
    await expect(shopper.log.getByText('智能助手', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
    const missing = await shopper.log.evaluate(async (log) => {
      const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const row = (height: number) => {
        const image = document.createElement('img')
        image.style.cssText = `display: block; flex: none; width: 10px; height: ${height}px`
        log.append(image)
        return image
      }
      row(1_000)
      log.scrollTop = log.scrollHeight
      // grows before the browser tells of the scrolling, as a photo does that comes at once
      const photo = row(300)
      await frames()
      photo.dispatchEvent(new Event('load'))
      await frames()
      return log.scrollHeight - log.scrollTop - log.clientHeight
    })
    expect(missing).toBeLessThan(2)
  })

  test('that was begun offline goes out when the network is back', async ({ shopper, context, watched }) => {
    watched.tolerate(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED/)
    await shopper.arrives()
    await expect(shopper.log.locator('.bubble').first()).toBeVisible()
    await context.setOffline(true)
    await attach(shopper, photo())
    await expect(shopper.chat.getByText('网络断开了，恢复后接着上传')).toBeVisible()
    await press(shopper)
    await context.setOffline(false)
    await shopper.sees('照片收到了')
    await expect(photosOf(shopper.page)).toHaveCount(1)
  })

  test('can be pasted or dropped', async ({ shopper }) => {
    await shopper.arrives()
    for (const way of ['paste', 'drop'] as const)
      await shopper.chat.getByRole('textbox').evaluate(
        (field, { way, bytes }) => {
          const data = new DataTransfer()
          data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'shot.png', { type: 'image/png' }))
          field.dispatchEvent(
            way === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
              : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
          )
        },
        { way, bytes: photo(way === 'paste' ? 0 : 40).buffer.toString('base64') },
      )
    await expect(shopper.chat.getByRole('list', { name: '要发的照片' }).getByRole('img')).toHaveCount(2)
  })
})

test('an operator tries the question with a photo that leaves the browser nowhere', async ({ operator }) => {
  const { page } = operator
  const order = delivered()
  await operator.opens('returns')
  await page.getByRole('tab', { name: /^测试/ }).click()
  const field = page.getByPlaceholder('以顾客身份说一句…')
  await field.fill(order)
  await field.press('Enter')
  await page.getByRole('log').getByRole('button', { name: '有破损' }).click()
  await expect(page.getByRole('log').getByText('方便拍张照片吗')).toBeVisible()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await page.locator('input[type=file][accept^="image"]').setInputFiles(photo())
  await expect(page.getByRole('log').getByRole('img', { name: '照片' })).toBeVisible()
  await expect(page.getByRole('log').getByText('请同事帮您核实照片')).toBeVisible()
  expect(sent.filter((url) => url.includes('uploads'))).toEqual([])
})

test.describe('a second shopper', () => {
  test('sees none of the first one’s photos', async ({ shopper, browser, server }) => {
    await shopper.arrives()
    await attach(shopper, photo())
    await press(shopper)
    await isDrawn(shopper.page)
    const context = await browser.newContext({ locale: 'zh-CN' })
    const other = shopperOn(await context.newPage(), server)
    await other.arrives()
    await expect(other.log.locator('.bubble').first()).toBeVisible()
    await expect(photosOf(other.page)).toHaveCount(0)
    await context.close()
  })
})
