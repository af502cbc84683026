import { expect, test } from './fixtures.ts'

test.describe('coming in', () => {
  test('a one-time link signs in once, asks who this is, and is worth nothing afterwards', async ({
    browser,
    server,
    ownerState,
    page,
    watched,
  }) => {
    watched.tolerate(/status of 401|status of 4\d\d/)
    const owner = await browser.newContext({ storageState: ownerState })
    const invited = await owner.request.post(`${server.url}/api/users`, {
      data: { name: 'Amelia Ford', email: 'amelia@example.com', role: 'operator' },
      headers: { origin: server.url },
    })
    expect(invited.status()).toBe(201)
    const { link }: { link: string } = await invited.json()
    await owner.close()

    await page.goto(link)
    await expect(page.getByRole('heading', { name: '欢迎，先认识一下' })).toBeVisible()
    expect(page.url()).not.toContain('token')
    await page.getByLabel('新密码').fill('short')
    await page.getByRole('button', { name: '开始' }).click()
    await expect(page.getByRole('alert')).toHaveText('至少 10 个字符')
    await page.getByLabel('新密码').fill('a long sentence is fine')
    await page.getByRole('button', { name: '开始' }).click()
    await expect(page.getByRole('heading', { name: '流程', exact: true })).toBeVisible()

    await page.getByRole('button', { name: /Amelia Ford/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(page.getByRole('heading', { name: '登录 Floorwalker' })).toBeVisible()
    await page.goto(link)
    await expect(page.getByRole('heading', { name: '这条链接已经用过或过期了。' })).toBeVisible()
  })

  test('who is signed out comes back to the page they wanted', async ({ page, server, ownerState: _ownerState, watched }) => {
    watched.tolerate(/status of 401/)
    await page.goto(`${server.url}/editor/entries`)
    await page.getByLabel('邮箱').fill('lin@example.com')
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('alert')).toHaveText('邮箱或密码不对，再试一次。')
    await page.getByLabel('密码').fill('a long sentence is fine')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { name: '入口', exact: true })).toBeVisible()
    await expect(page.getByText('data-entry="storefront"')).toBeVisible()
  })
})

test.describe('the list of flows', () => {
  test('makes a flow that already works, copies it and puts it away', async ({ operator, server }) => {
    const { page } = operator
    await page.goto(`${server.url}/editor/flows`)
    await expect(page.getByRole('row', { name: /查物流.*Track a parcel.*v1/ })).toBeVisible()
    await page.getByRole('button', { name: '新建流程' }).click()
    await page.getByLabel('流程叫什么').fill('开发票')
    await page.getByRole('button', { name: '创建' }).click()
    await expect(page).toHaveURL(/\/editor\/flows\/[\w-]+$/)
    await expect(page.getByText('草稿 · 还没发布过')).toBeVisible()
    await operator.says('我要开发票')

    await page.getByRole('link', { name: '流程' }).click()
    await page.getByRole('button', { name: '更多: 开发票' }).click()
    await page.getByRole('menuitem', { name: '复制一份' }).click()
    await expect(page.getByRole('heading', { name: '开发票（副本）' })).toBeVisible()

    await page.getByRole('link', { name: '流程' }).click()
    await page.getByRole('button', { name: '更多: 开发票（副本）' }).click()
    await page.getByRole('menuitem', { name: '收起来' }).click()
    await expect(page.getByRole('link', { name: '开发票（副本）' })).toBeHidden()
    await page.getByRole('button', { name: /^收起来的/ }).click()
    await expect(page.getByRole('link', { name: '开发票（副本）' })).toBeVisible()
  })
})

test.describe('editing a flow', () => {
  test('the test chat runs the draft and lights up the path it takes', async ({ operator }) => {
    await operator.opens(await operator.makes('亮起来', 'track-parcel'))
    await operator.says('D20261118-0042')
    await operator.hears('运输中')
    for (const title of ['问订单', '查包裹', '报进度']) await expect(operator.card(title).getByTitle(/^测试经过的第 \d 步$/)).toBeVisible()
    await expect(operator.card('转人工').getByTitle(/^测试经过/)).toBeHidden()

    await operator.selects('报进度')
    await operator.writes(/· 中文$/, '您的包裹在 {{ carrier }} 手里，请放心。')
    await operator.says('D20261118-0042')
    await operator.page.getByRole('button', { name: '重跑一遍' }).click()
    await operator.hears('您的包裹在 顺丰速运 手里，请放心。')
  })

  test('undo takes a move back and redo brings it again', async ({ operator }) => {
    await operator.opens(await operator.makes('挪一挪', 'track-parcel'))
    const place = async () => Math.round((await operator.card('问订单').boundingBox())?.y ?? 0)
    const before = await place()
    await operator.drags('问订单').by(0, 80)
    await expect.poll(place).toBeGreaterThan(before + 40)
    const after = await place()
    await operator.undoes()
    await expect.poll(place).toBe(before)
    await operator.redoes()
    await expect.poll(place).toBe(after)
  })

  test('a problem says in words what is missing, leads to its field and offers its fix', async ({ operator }) => {
    const { page } = operator
    const flow = await operator.makes('有问题', 'track-parcel')
    await operator.opens(flow)
    await operator.selects('报进度')
    await operator.writes(/· 英文$/, '')
    await operator.looksAt('问题')
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /报进度.*还没有英文文案/ })
      .click()
    await expect(
      page
        .getByRole('tabpanel')
        .getByLabel(/· 英文$/)
        .first(),
    ).toBeFocused()
    // from another card the keyboard goes to the field just as well
    await operator.selects('问订单')
    await operator.looksAt('问题')
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /报进度.*还没有英文文案/ })
      .click()
    await expect(
      page
        .getByRole('tabpanel')
        .getByLabel(/· 英文$/)
        .first(),
    ).toBeFocused()

    await page.getByRole('link', { name: '流程' }).click()
    const fresh = await operator.makes('少一条线')
    await operator.opens(fresh)
    await operator.card('转人工').click({ position: { x: 60, y: 16 } })
    await page.keyboard.press('Delete')
    await expect(page.getByText(/还没有去向/).first()).toBeVisible()
    await page
      .getByRole('button', { name: /^加一张「.+」接上$/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^接到/ }).first().click()
    await expect(page.getByText(/还没有去向/)).toHaveCount(0)
  })

  test('on a small screen the problem stands clear of what floats beside it', async ({ operator }) => {
    const { page } = operator
    await page.setViewportSize({ width: 1024, height: 768 })
    await operator.opens(await operator.makes('小屏幕'))
    await operator.selects('转人工')
    await page.keyboard.press('Delete')
    const bar = page.locator('[data-severity="error"]', { has: page.getByRole('button', { name: /^还有/ }) })
    await expect(bar).toBeVisible()
    const problem = await bar.boundingBox()
    const map = await page.locator('.react-flow__minimap').boundingBox()
    if (!problem || !map) throw new Error('The problem or the map is not on the screen.')
    expect(problem.y + problem.height).toBeLessThanOrEqual(map.y)
    expect(problem.height).toBeLessThan(80)
  })

  test('the JSON view writes into the draft and shows what was drawn meanwhile', async ({ operator, another }) => {
    const flow = await operator.makes('两种写法', 'track-parcel')
    const other = await another()
    await other.opens(flow)
    const { page } = operator
    await operator.opens(flow)
    await page.getByRole('button', { name: '看 JSON' }).click()
    const code = page.getByRole('textbox', { name: 'JSON' })
    await expect(page.getByText('与画布一致。')).toBeVisible()
    await expect(page.getByText('"两种写法"').first()).toBeVisible()

    await code.press('Control+f')
    await page.keyboard.type('两种写法')
    await page.keyboard.press('Escape')
    await page.keyboard.insertText('同一段对话')
    await expect(other.page.getByRole('heading', { name: '同一段对话' })).toBeVisible()

    await code.press('Control+End')
    await page.keyboard.type('x')
    await expect(page.getByText('还不是完整的 JSON，画布先不动')).toBeVisible()
    await page.keyboard.press('Backspace')
    await expect(page.getByText('与画布一致。')).toBeVisible()

    await other.selects('问订单')
    await other.writes('卡片名称', '问哪一单')
    await expect(page.getByText(/刚改过，已经合进来了/)).toBeVisible()
    await code.press('Control+f')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('问哪一单')
    await expect(page.getByText('"zh-CN": "问哪一单",', { exact: true })).toBeVisible()
  })

  test('two tabs, one frozen for a while and the server restarted in between, end with the union of both', async ({
    operator,
    another,
    server,
    watched,
  }) => {
    watched.tolerate(
      /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|Failed to load resource|ERR_NETWORK/,
    )
    const flow = await operator.makes('两个人', 'track-parcel')
    const hidden = await another()
    await operator.opens(flow)
    await hidden.opens(flow)

    await hidden.selects('问订单')
    await hidden.writes('卡片名称', '隐藏前改的')
    await expect(hidden.card('隐藏前改的')).toBeVisible()
    const devtools = await hidden.page.context().newCDPSession(hidden.page)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })

    await operator.selects('报进度')
    await operator.writes('卡片名称', '重启前改的')
    await operator.hasKept(flow, '重启前改的')
    await server.stops('kill')
    await operator.selects('没查到')
    await operator.writes('卡片名称', '断线时改的')
    await expect(operator.page.getByText(/连不上服务器/)).toBeVisible()
    await server.startsAgain()
    await expect(operator.page.getByText(/连不上服务器/)).toBeHidden({ timeout: 30_000 })

    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await hidden.page.bringToFront()
    await hidden.selects('转人工')
    await hidden.writes('卡片名称', '回来后改的')

    const all = ['隐藏前改的', '重启前改的', '断线时改的', '回来后改的']
    for (const title of all) {
      await expect(operator.card(title)).toBeVisible({ timeout: 20_000 })
      await expect(hidden.card(title)).toBeVisible({ timeout: 20_000 })
    }
    for (const title of all) await operator.hasKept(flow, title)
  })
})

test.describe('publishing', () => {
  test('says what will happen, makes the version live, and an older one can be looked at and restored', async ({ operator }) => {
    const { page } = operator
    await operator.opens(await operator.makes('上线', 'track-parcel'))
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText('发布后，指向这条流程的入口会用 v1 接待新来的顾客。')
    await page.keyboard.press('Escape')
    await operator.publishes(1)
    await expect(page.getByText('草稿 · 与线上一致')).toBeVisible()

    await operator.selects('问订单')
    await operator.writes(/^问什么 · 中文/, '请问是哪一单？')
    await operator.hasUnpublished(1)
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText('发布后，新来的顾客立刻用 v2。现在没有人在用 v1 聊。')
    await expect(page.getByRole('dialog')).toContainText('林然 1 处')
    await page.keyboard.press('Escape')
    await operator.publishes(2)

    await page.getByRole('button', { name: '版本历史' }).click()
    await page.getByRole('complementary', { name: '版本' }).getByRole('button', { name: /^v1/ }).click()
    await expect(page.getByText(/^您在看 v1/)).toBeVisible()
    await expect(operator.card('问订单')).toContainText('请告诉我订单号，或直接点下面的订单。')
    await page.getByRole('button', { name: '把草稿恢复成这样' }).click()
    await operator.hasUnpublished(1)
    await expect(operator.card('问订单')).toContainText('请告诉我订单号，或直接点下面的订单。')
  })

  test('errors keep a flow from being published and lead to where they are', async ({ operator }) => {
    const { page } = operator
    await operator.opens(await operator.makes('发不出去'))
    await operator.card('转人工').click({ position: { x: 60, y: 16 } })
    await page.keyboard.press('Delete')
    await expect(page.getByText(/还没有去向/).first()).toBeVisible()
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(/还有 \d 处要先改好/)
    await expect(dialog.getByRole('button', { name: '发布', exact: true })).toBeDisabled()
    await dialog
      .getByRole('button', { name: /还没有去向/ })
      .first()
      .click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('tab', { name: '设置' })).toHaveAttribute('aria-selected', 'true')
  })
})

test('the screen speaks Chinese or English, remembers which, and goes dark', async ({ operator, server }) => {
  const { page } = operator
  await page.goto(`${server.url}/editor/flows`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Flows' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Switch to dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})
