import { addToBag, bagCount, openBag } from './bag.js'
import { h, icons, picture } from './dom.js'
import { date, locale, money, pick, say, speakOther, words } from './words.js'

const customer = document.querySelector('meta[name=customer]').content
const main = document.querySelector('main')
const sheet = document.querySelector('dialog')
const sections = Object.keys(words.sections)

document.documentElement.lang = locale
document.title = words.shop
frame()
const [drawings, goods] = await Promise.all([load('/drawings.json'), load('/mock/v1/products').then((body) => body?.products)])
addEventListener('hashchange', route)
sheet.addEventListener('close', () => {
  if (location.hash.startsWith('#/p/') || location.hash === '#/bag') history.length > 1 ? history.back() : (location.hash = '#/')
})
sheet.addEventListener('click', (event) => {
  if (event.target === sheet) sheet.close()
})
route()

/** `#/`, `#/s/kitchen`, `#/q/lamp`, `#/orders`; `#/p/cup-mist` and `#/bag` open over the page below. */
function route() {
  const [, name = '', rest = ''] = location.hash.split('/')
  const value = decodeURIComponent(rest)
  for (const link of document.querySelectorAll('.sections a'))
    link.toggleAttribute('aria-current', name === 's' && link.hash === location.hash)
  if (name !== 'p' && name !== 'bag' && sheet.open) sheet.close()
  if (name === 'orders') return orders()
  if (name === 'p' || name === 'bag') {
    if (!main.hasChildNodes()) shelf(goods ?? [])
    return name === 'bag' ? openBag(sheet, goods ?? [], tile) : product(value)
  }
  if (!goods) return trouble()
  if (name === 's')
    return shelf(
      goods.filter((each) => (value === 'new' ? each.fresh : value === 'gift' ? each.tags.includes('gift') : each.category === value)),
      words.sections[value],
    )
  if (name === 'q')
    return shelf(
      goods.filter((each) => matches(each, value)),
      undefined,
      value,
    )
  shelf(goods)
}

function frame() {
  document.querySelector('.skip').textContent = words.skip
  document.querySelector('.brand').textContent = words.shop
  document.querySelector('.foot').textContent = words.foot
  const nav = document.querySelector('.sections')
  nav.setAttribute('aria-label', words.shop)
  nav.append(...sections.map((each) => h('a', { href: `#/s/${each}` }, words.sections[each])))
  const field = h('input', {
    type: 'search',
    placeholder: words.searchHint,
    'aria-label': words.searchHint,
    input: () => (location.hash = field.value ? `#/q/${encodeURIComponent(field.value)}` : '#/'),
  })
  const search = h('form', { class: 'search', role: 'search', submit: (event) => event.preventDefault() }, field)
  document.querySelector('.tools').append(
    search,
    tool(words.search, icons.search, () => {
      search.classList.toggle('open')
      if (search.classList.contains('open')) field.focus()
    }),
    h('a', { class: 'tool', href: '#/orders', 'aria-label': words.orders, title: words.orders }, picture(icons.person)),
    h(
      'a',
      { class: 'tool bag', href: '#/bag', 'aria-label': words.bag, title: words.bag },
      picture(icons.bag),
      h('span', { class: 'count' }),
    ),
    h(
      'button',
      {
        class: 'tool language',
        type: 'button',
        'aria-label': `${words.other} ${words.otherName}`,
        lang: locale === 'en' ? 'zh-CN' : 'en',
        click: speakOther,
      },
      words.other,
    ),
  )
  bagCount()
}

function tool(label, paths, click) {
  return h('button', { class: 'tool', type: 'button', 'aria-label': label, title: label, click }, picture(paths))
}

function shelf(list, title, query) {
  const quiet =
    query !== undefined
      ? list.length
        ? say(words.found, { n: list.length })
        : say(words.nothing, { query })
      : title
        ? say(words.found, { n: list.length })
        : words.promise
  main.replaceChildren(
    h('div', { class: 'hero' }, h('h1', {}, title ?? (query !== undefined ? words.search : words.title)), h('p', {}, quiet)),
    list.length
      ? h(
          'ul',
          { class: 'grid' },
          list.map((each) =>
            h(
              'li',
              {},
              h(
                'a',
                { class: 'product', href: `#/p/${each.id}` },
                tile(each),
                h('h2', {}, pick(each, 'name')),
                h('p', { class: 'variant' }, pick(each, 'variant')),
                h('p', { class: 'price' }, each.stock ? money(each.price) : words.soldOut),
              ),
            ),
          ),
        )
      : h('a', { class: 'button quiet', href: '#/' }, words.everything),
  )
}

/** The picture of a product: its drawing on a tile whose tint comes from its place in the shop. */
function tile(each) {
  const place = goods?.findIndex((other) => other.id === each.id) ?? 0
  return h('div', { class: `tile tint-${Math.max(place, 0) % 6}` }, picture(drawings?.[each.icon] ?? drawings?.box ?? []))
}

function product(id) {
  const each = goods?.find((other) => other.id === id)
  if (!each) return (location.hash = '#/')
  const facts = Object.entries(locale === 'en' ? each.attributes_en : each.attributes_zh)
  const add = h(
    'button',
    {
      class: 'button',
      type: 'button',
      disabled: !each.stock,
      click: () => {
        addToBag(each.id)
        add.textContent = words.added
      },
    },
    each.stock ? words.add : words.soldOut,
  )
  sheet.className = 'sheet detail'
  sheet.setAttribute('aria-label', pick(each, 'name'))
  sheet.replaceChildren(
    closeButton(),
    tile(each),
    h(
      'div',
      { class: 'about' },
      h('h2', {}, pick(each, 'name')),
      h('p', { class: 'variant' }, pick(each, 'variant')),
      h('p', { class: 'price' }, money(each.price)),
      h(
        'dl',
        {},
        facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
      ),
      h('p', { class: 'quiet' }, each.stock ? words.left : ''),
      add,
    ),
  )
  if (!sheet.open) sheet.showModal()
}

function closeButton() {
  return h('button', { class: 'tool close', type: 'button', 'aria-label': words.close, click: () => sheet.close() }, picture(icons.close))
}

async function orders() {
  main.replaceChildren(h('div', { class: 'hero' }, h('h1', {}, words.ordersTitle), h('p', {}, words.ordersHint)))
  const body = await load('/mock/v1/orders', { 'x-visitor': customer })
  if (location.hash !== '#/orders') return
  if (!body) return trouble()
  main.append(h('ul', { class: 'orders' }, body.orders.map(orderRow)))
}

function orderRow(order) {
  const [first] = order.items
  const copied = h('span', { class: 'copied', role: 'status' })
  const copy = async () => {
    await navigator.clipboard?.writeText(order.id).catch(() => undefined)
    copied.textContent = words.copied
    setTimeout(() => (copied.textContent = ''), 1600)
  }
  return h(
    'li',
    { class: 'order' },
    tile({ id: first.sku, icon: first.icon }),
    h(
      'div',
      { class: 'what' },
      h('h2', {}, pick(first, 'name')),
      h(
        'p',
        { class: 'quiet' },
        [
          say(words.placed, { date: date(order.placed_at) }),
          order.items.length > 1 ? say(words.pieces, { n: order.items.reduce((sum, item) => sum + item.quantity, 0) }) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    h('p', { class: `state ${order.state}` }, words.states[order.state]),
    h('p', { class: 'price' }, money(order.amount.total)),
    h(
      'p',
      { class: 'number' },
      h('code', {}, order.id),
      h('button', { type: 'button', class: 'copy', click: copy }, picture(icons.copy), h('span', {}, words.copy)),
      copied,
    ),
  )
}

function trouble() {
  main.replaceChildren(
    h('div', { class: 'hero' }, h('h1', {}, words.title), h('p', {}, words.failed)),
    h('button', { class: 'button quiet', type: 'button', click: () => location.reload() }, words.again),
  )
}

function matches(each, query) {
  const text = [each.name_zh, each.name_en, each.variant_zh, each.variant_en, words.sections[each.category]].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

async function load(path, headers = {}) {
  try {
    const reply = await fetch(path, { headers })
    return reply.ok ? await reply.json() : undefined
  } catch {
    return undefined
  }
}
