import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Rules of WCAG 2.2 A and AA, and what axe holds to be good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules whose verdict depends on colours: all that can differ once the same page is dark. */
const colours = ['color-contrast', 'link-in-text-block']

/** Looks at the page as it stands, first in light, then in dark. */
async function expectNoViolations(page: Page, name: string): Promise<void> {
  // a tooltip stands outside the page's landmarks while one points at its button
  await page.mouse.move(720, 2)
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    // colours are compared when nothing fades any more
    await page.waitForTimeout(400)
    // no page has frames whose results must be joined, which is all that the other mode adds, at twice the time
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (scheme === 'light' ? axe.withTags(rules) : axe.withRules(colours)).analyze()
    for (const { id, impact, nodes } of violations)
      for (const { target, failureSummary } of nodes) {
        const at = target.join(' ')
        // a card can be as small as one zooms it; the same ways out stand at full size in its settings
        if (id === 'target-size' && (await page.locator(`.react-flow__viewport :is(${at})`).count()) > 0) continue
        found.push(`${name}, ${scheme}: ${id} (${impact}): ${at} — ${failureSummary?.split('\n').slice(1).join(';')}`)
      }
  }
  expect(found).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

test.describe('axe finds nothing, light and dark', () => {
  test.use({ colorScheme: 'light' })
  // each looks at many pages, twice
  test.describe.configure({ timeout: 120_000 })

  test('sign-in', async ({ page, server, watched: _watched }) => {
    await page.goto(`${server.url}/editor/sign-in`)
    await expect(page.getByRole('heading', { name: '登录 Floorwalker' })).toBeVisible()
    await expectNoViolations(page, 'sign-in')
  })

  test('flows, entries and people', async ({ operator, server }) => {
    const { page } = operator
    for (const [room, landmark] of [
      ['flows', '查物流'],
      ['entries', '放进网店'],
      ['people', '林然'],
      ['account', '新密码'],
    ] as const) {
      await page.goto(`${server.url}/editor/${room}`)
      await expect(page.getByText(landmark).first()).toBeVisible()
      await expectNoViolations(page, room)
    }
  })

  test('the rooms of knowledge', async ({ operator, server }) => {
    const { page } = operator
    for (const [room, landmark] of [
      ['', '几天内可以退货'],
      ['/articles/return-days', '顾客看到的'],
      // whichever it is: other tests ask here, too
      ['/unanswered', /顾客问的都答上了|没有得到回答/],
      ['/synonyms', '一行同义词'],
      ['/products', '导入'],
    ] as const) {
      await page.goto(`${server.url}/editor/knowledge${room}`)
      await expect(page.getByText(landmark).first()).toBeVisible()
      await expectNoViolations(page, `knowledge${room}`)
    }
    await page.goto(`${server.url}/editor/knowledge`)
    await page.getByRole('textbox', { name: '顾客会怎么问' }).fill('几天内能退货呢')
    await page.getByRole('button', { name: '问', exact: true }).click()
    await expect(page.getByRole('heading', { name: /几天内可以退货/ })).toBeVisible()
    await expectNoViolations(page, 'knowledge tried')
    await page.getByRole('button', { name: '导入' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoViolations(page, 'knowledge import')
  })

  test('intents, moods and the review inbox', async ({ operator, shopper, server }) => {
    // the first check of thousands of utterances takes its time
    test.setTimeout(240_000)
    const { page } = operator
    await page.goto(`${server.url}/editor/intents`)
    await expect(page.getByRole('heading', { name: /不会硬答/ })).toBeVisible({ timeout: 150_000 })
    await expectNoViolations(page, 'intents')
    await page.getByRole('link', { name: /^查物流/ }).click()
    const tried = page.getByRole('region', { name: '试一句' })
    await tried.getByRole('textbox').fill('我的快递都三天了怎么还没到')
    await tried.getByRole('textbox').press('Enter')
    await expect(tried.getByRole('heading', { name: /^支持/ }).first()).toBeVisible({ timeout: 30_000 })
    await page.getByRole('listitem').getByRole('checkbox').first().check()
    await page.getByRole('textbox', { name: '加说法，一行一句' }).fill('快递在哪\n包裹在哪')
    await expectNoViolations(page, 'one intent')
    await page.getByRole('button', { name: '新建意图' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoViolations(page, 'new intent')
    await page.goto(`${server.url}/editor/moods`)
    await expect(page.getByText('失望', { exact: true }).first()).toBeVisible()
    await expectNoViolations(page, 'moods')
    await shopper.arrives()
    await shopper.says('那个事儿到底还有没有个准信')
    await page.goto(`${server.url}/editor/reviews`)
    await expect(page.getByRole('complementary').getByText('那个事儿到底还有没有个准信')).toBeVisible()
    await expectNoViolations(page, 'reviews')
  })

  test('canvas with test, settings, problems, publishing and versions', async ({ operator }) => {
    const { page } = operator
    await operator.opens(await operator.makes('给大家用', 'track-parcel'))
    await operator.says('D20261118-0042')
    await expectNoViolations(page, 'test')
    await operator.selects('问订单')
    await expectNoViolations(page, 'settings')
    await operator.writes(/· 英文$/, '')
    await expect(page.getByRole('button', { name: '去处理' })).toBeVisible()
    await operator.looksAt('问题')
    await expectNoViolations(page, 'problems')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoViolations(page, 'publish')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '版本历史' }).click()
    await expectNoViolations(page, 'versions')
  })

  test('the storefront with its chat open', async ({ shopper }) => {
    await shopper.arrives()
    await shopper.says('我的快递到哪了')
    await shopper.sees(/订单/)
    await expectNoViolations(shopper.page, 'storefront')
  })

  test('an answer that was found helpful', async ({ shopper }) => {
    await shopper.arrives()
    await shopper.says('护眼台灯有频闪吗')
    await shopper.taps('有帮助')
    await shopper.sees('谢谢，记下了')
    await expectNoViolations(shopper.page, 'rating')
  })
})
