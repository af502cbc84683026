import { h, icons, picture } from './dom.js'
import { money, pick, say, words } from './words.js'

/** Product id → pieces. Lives as long as the tab: nothing is ever ordered here. */
const bag = new Map()

export function addToBag(id) {
  bag.set(id, (bag.get(id) ?? 0) + 1)
  bagCount()
}

export function bagCount() {
  const pieces = [...bag.values()].reduce((sum, each) => sum + each, 0)
  const badge = document.querySelector('.bag .count')
  badge.textContent = pieces ? String(pieces) : ''
  badge.parentElement.setAttribute('aria-label', pieces ? `${words.bag} · ${pieces}` : words.bag)
}

export function openBag(sheet, goods, tile) {
  const lines = [...bag].flatMap(([id, pieces]) => {
    const product = goods.find((each) => each.id === id)
    return product ? [{ product, pieces }] : []
  })
  const sum = lines.reduce((total, line) => total + line.product.price * line.pieces, 0)
  const off = sum >= 39_900 ? 7_000 : sum >= 19_900 ? 3_000 : 0
  const remove = (id) => {
    bag.delete(id)
    bagCount()
    openBag(sheet, goods, tile)
  }
  sheet.className = 'sheet basket'
  sheet.setAttribute('aria-label', words.bag)
  sheet.replaceChildren(
    h('button', { class: 'tool close', type: 'button', 'aria-label': words.close, click: () => sheet.close() }, picture(icons.close)),
    h('h2', {}, words.bag),
    lines.length
      ? h(
          'ul',
          {},
          lines.map(({ product, pieces }) =>
            h(
              'li',
              {},
              tile(product),
              h(
                'div',
                { class: 'what' },
                h('h3', {}, pick(product, 'name')),
                h('p', { class: 'quiet' }, `${money(product.price)} × ${pieces}`),
              ),
              h('button', { type: 'button', class: 'copy', click: () => remove(product.id) }, words.remove),
            ),
          ),
        )
      : h('p', { class: 'quiet' }, words.bagEmpty),
    lines.length
      ? h(
          'p',
          { class: 'sum' },
          h('span', {}, words.total),
          h(
            'span',
            { class: 'quiet' },
            off ? say(words.saved, { amount: money(off) }) : say(words.missing, { amount: money(19_900 - sum) }),
          ),
          h('strong', {}, money(sum - off)),
        )
      : undefined,
    h('p', { class: 'quiet' }, words.demo),
  )
  if (!sheet.open) sheet.showModal()
}
