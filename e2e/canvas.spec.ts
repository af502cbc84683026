import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

type Point = { x: number; y: number }

const canvas = (page: Page) => page.getByRole('region', { name: '流程画布' })
const palette = (page: Page) => page.getByRole('dialog', { name: '添加节点' })

async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A place on the canvas where nothing stands: lower middle, right of the zoom. */
async function emptyPlace(page: Page): Promise<Point> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('There is no canvas.')
  return { x: box.x + box.width * 0.4, y: box.y + box.height - 150 }
}

/** The dot on an outlet's row. */
const dotOf = (card: Locator, outlet: string) => card.locator(`.react-flow__handle[data-handleid="${outlet}"]`)

async function pull(page: Page, from: Point, to: Point) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

const draftOf = async (
  page: Page,
  url: string,
  flow: string,
): Promise<{ nodes: { id: string; type: string; data: unknown }[]; edges: { source: string; sourceHandle: string; target: string }[] }> =>
  (await (await page.request.get(`${url}/api/flows/${flow}/draft`)).json()).flow

test.describe('drawing a flow', () => {
  test('a card is dragged out of the palette, connected by its dot, written in, undone and redone', async ({ operator, server }) => {
    const { page } = operator
    const flow = await operator.makes('画出来')
    await operator.opens(flow)
    await page.getByRole('button', { name: /^添加节点/ }).click()
    const place = await emptyPlace(page)
    const row = await middleOf(palette(page).getByRole('option', { name: /^消息/ }))
    await page.mouse.move(row.x, row.y)
    await page.mouse.down()
    await page.mouse.move(place.x - 20, place.y - 10, { steps: 5 })
    await page.mouse.move(place.x, place.y, { steps: 5 })
    await page.mouse.up()
    const card = operator.card('消息').last()
    await expect(card).toBeVisible()
    await expect(palette(page)).toBeHidden()

    await operator.writes(/^说什么.*· 中文$/, '今天有什么可以帮您？')
    await expect(card).toContainText('今天有什么可以帮您？')
    await operator.writes('卡片名称', '新问候')
    await operator.hasKept(flow, '新问候')

    const before = await draftOf(page, server.url, flow)
    await pull(page, await middleOf(dotOf(operator.card('新问候'), 'next')), await middleOf(operator.card('转人工')))
    await expect(page.getByRole('tabpanel').getByRole('button', { name: /^下一步\s*转人工/ })).toBeVisible()
    await operator.undoes()
    await expect(page.getByRole('tabpanel').getByRole('button', { name: /^下一步\s*还没有去向/ })).toBeVisible()
    await operator.redoes()
    await expect.poll(async () => (await draftOf(page, server.url, flow)).edges.length).toBe(before.edges.length + 1)
  })

  test('a line pulled into the void asks which card should stand there', async ({ operator, server }) => {
    const { page } = operator
    const flow = await operator.makes('拉出来')
    await operator.opens(flow)
    const start = operator.card('开始')
    await operator.drags('提问').by(0, 200)
    await pull(page, await middleOf(dotOf(start, 'next')), await emptyPlace(page))
    await palette(page).getByRole('combobox').fill('提问')
    await page.keyboard.press('Enter')
    await expect(operator.card('提问').last()).toBeVisible()
    await expect
      .poll(async () => {
        const { nodes, edges } = await draftOf(page, server.url, flow)
        return nodes.find((node) => node.id === edges.find((edge) => edge.source === 'start')?.target)?.type
      })
      .toBe('ask')
  })

  test('a card made from the selected one is the selected one then', async ({ operator }) => {
    const { page } = operator
    await operator.opens(await operator.makes('接着画'))
    await operator.selects('提问')
    await pull(page, await middleOf(dotOf(operator.card('提问'), 'answered')), await emptyPlace(page))
    await palette(page).getByRole('option', { name: /^条件/ }).click()
    await expect(page.getByRole('tabpanel').getByRole('textbox', { name: '卡片名称' })).toHaveAttribute('placeholder', '条件')
    await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('aria-label', /^条件/)
  })

  test('the plus on a line puts a card into it, and deleting the card closes the line again', async ({ operator, server }) => {
    const { page } = operator
    const flow = await operator.makes('插进去', 'track-parcel')
    await operator.opens(flow)
    const before = await draftOf(page, server.url, flow)
    const edge = page.getByRole('group', { name: /^从开始的“下一步”到问订单$/ })
    await edge.focus()
    await page.getByRole('button', { name: '在这里插入一个节点' }).click()
    await palette(page).getByRole('option', { name: /^消息/ }).click()
    await expect.poll(async () => (await draftOf(page, server.url, flow)).nodes.length).toBe(before.nodes.length + 1)
    const after = await draftOf(page, server.url, flow)
    const inserted = after.edges.find((each) => each.source === 'start')?.target
    const wanted = before.edges.find((each) => each.source === 'start')?.target
    expect(after.edges.find((each) => each.source === inserted)?.target).toBe(wanted)

    await page.keyboard.press('Delete')
    await expect
      .poll(async () => (await draftOf(page, server.url, flow)).edges.find((each) => each.source === 'start')?.target)
      .toBe(wanted)
  })

  test('cards are copied with their lines and pasted into another flow', async ({ operator, server }) => {
    const { page } = operator
    const source = await operator.makes('抄这里', 'track-parcel')
    const target = await operator.makes('抄到那里')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await operator.opens(source)
    await operator.selects('问订单')
    await operator.card('查包裹').click({ position: { x: 60, y: 16 }, modifiers: ['Shift'] })
    await page.keyboard.press('Control+c')
    await operator.opens(target)
    const before = await draftOf(page, server.url, target)
    await canvas(page).click({ position: { x: 500, y: 700 } })
    await page.keyboard.press('Control+v')
    await expect(operator.card('问订单')).toBeVisible()
    await expect.poll(async () => (await draftOf(page, server.url, target)).nodes.length).toBe(before.nodes.length + 2)
    const after = await draftOf(page, server.url, target)
    const ask = after.nodes.find((node) => node.type === 'ask' && !before.nodes.some((each) => each.id === node.id))
    expect(after.edges.some((edge) => edge.source === ask?.id && edge.sourceHandle === 'answered')).toBe(true)
  })

  test('the keyboard alone adds a card, connects it, walks, moves, duplicates and deletes', async ({ operator, server }) => {
    const { page } = operator
    const flow = await operator.makes('只用键盘')
    await operator.opens(flow)
    const before = await draftOf(page, server.url, flow)
    await operator.card('转人工').focus()
    await page.keyboard.press('/')
    await page.keyboard.type('结束')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await draftOf(page, server.url, flow)).nodes.length).toBe(before.nodes.length + 1)
    const added = (await draftOf(page, server.url, flow)).nodes.at(-1)

    await operator.card('开始').focus()
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog', { name: '“下一步”接到…' })).toBeVisible()
    await page.keyboard.type('结束')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await draftOf(page, server.url, flow)).edges.find((edge) => edge.source === 'start')?.target)
      .toBe(added?.id)

    await expect(operator.card('开始')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(operator.card('开始')).not.toBeFocused()
    await page.keyboard.press('Control+d')
    await expect.poll(async () => (await draftOf(page, server.url, flow)).nodes.length).toBe(before.nodes.length + 2)
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await draftOf(page, server.url, flow)).nodes.length).toBe(before.nodes.length + 1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await draftOf(page, server.url, flow)).nodes.length).toBe(before.nodes.length + 2)
  })

  test('the place and zoom of a flow are remembered for its person', async ({ operator }) => {
    const { page } = operator
    await operator.opens(await operator.makes('记住位置', 'track-parcel'))
    await page.getByRole('button', { name: '缩小' }).click()
    await page.getByRole('button', { name: '缩小' }).click()
    const percent = page.getByTitle('恢复到 100%')
    // the zoom glides; what counts is where it comes to rest
    let zoom = ''
    await expect
      .poll(
        async () => {
          const before = zoom
          zoom = (await percent.textContent()) ?? ''
          return zoom === before
        },
        { intervals: [400] },
      )
      .toBe(true)
    await page.reload()
    await expect(percent).toHaveText(zoom)
  })
})

test.describe('a card’s settings', () => {
  test('two braces offer the variables, and a new variable is made where it is needed', async ({ operator, server }) => {
    const { page } = operator
    const flow = await operator.makes('变量', 'track-parcel')
    await operator.opens(flow)
    await operator.selects('报进度')
    const words = page
      .getByRole('tabpanel')
      .getByLabel(/· 中文$/)
      .first()
    await words.fill('')
    await words.pressSequentially('单号 {{ord')
    await page
      .getByRole('option', { name: /order_no/ })
      .first()
      .click()
    await expect(words).toHaveValue('单号 {{ order_no }}')

    await operator.selects('问订单')
    const slot = page.getByRole('tabpanel').getByLabel('记进哪个变量')
    await slot.fill('parcel_no')
    await page.getByRole('option', { name: /parcel_no/ }).click()
    await operator.hasKept(flow, 'parcel_no')
    expect(JSON.stringify((await (await page.request.get(`${server.url}/api/flows/${flow}/draft`)).json()).flow.slots)).toContain(
      'parcel_no',
    )
  })

  test('a condition is built from all, any and not', async ({ operator, server }) => {
    const { page } = operator
    const flow = await operator.makes('条件', 'track-parcel')
    await operator.opens(flow)
    await operator.selects('是不是卡住了')
    const panel = page.getByRole('tabpanel')
    await panel.getByRole('button', { name: '再加一个条件' }).click()
    await panel.getByLabel('看什么').last().click()
    await panel.getByLabel('看什么').last().fill('会员等级')
    await page.getByRole('option', { name: '会员等级' }).click()
    await panel.getByLabel('和什么比').last().fill('gold')
    await panel.getByRole('button', { name: '不满足' }).last().click()
    await expect
      .poll(async () => JSON.stringify((await draftOf(page, server.url, flow)).nodes.find((node) => node.type === 'condition')?.data))
      .toContain('{"not":{"value":{"from":"profile","field":"tier"},"operator":"equals","operand":"gold"}}')
  })
})
