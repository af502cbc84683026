import { describe, expect, it } from 'vitest'
import { fakeServices, Shopper, sketch } from './testing.ts'
import { words } from './words.ts'

const track = sketch(
  'track',
  {
    start: ['start'],
    'ask-order': [
      'ask',
      {
        question: 'Your order number?',
        again: ['It begins with D.'],
        slot: 'order_no',
        entity: 'order_no',
        tries: 2,
        short: 'So, the order number?',
      },
    ],
    look: ['shop-action', { action: 'parcel', order: 'order_no', show: true, keep: [{ fact: 'carrier', slot: 'carrier' }] }],
    told: ['message', { wordings: ['It is with {{ carrier }}.'] }],
    missing: ['message', { wordings: ['I cannot find {{ order_no }}.'] }],
    people: ['escalate', { text: 'A colleague comes; {{ queue.ahead }} before you.', closedText: 'Closed.' }],
    done: ['end'],
  },
  [
    'start.next -> ask-order',
    'ask-order.answered -> look',
    'ask-order.gave-up -> people',
    'look.found -> told',
    'look.not-found -> missing',
    'told.next -> done',
    'missing.next -> done',
  ],
)

const hub = sketch(
  'hub',
  {
    start: ['start'],
    hello: ['message', { wordings: ['Hello.'] }],
    listen: ['intent', { question: 'What can I do?', branches: [{ id: 'parcel', name: 'Track', intents: ['parcel'] }] }],
    track: ['subflow', { flow: 'track' }],
    sorry: ['message', { wordings: ['Pardon?'] }],
    person: ['watch-intent', { intents: ['human'] }],
    people: ['escalate', { text: 'A colleague comes; {{ queue.ahead }} before you.', closedText: 'Closed.' }],
    hours: ['watch-intent', { intents: ['hours'] }],
    open: ['message', { wordings: ['We are open 9 to 22.'] }],
    back: ['end'],
    still: ['message', { wordings: ['Anything else?'] }],
  },
  [
    'start.next -> hello',
    'hello.next -> listen',
    'listen.parcel -> track',
    'listen.not-understood -> sorry',
    'sorry.next -> listen',
    'track.done -> still',
    'still.next -> listen',
    'person.matched -> people',
    'people.handed-back -> still',
    'hours.matched -> open',
    'open.next -> back',
  ],
)

const shopper = (services = fakeServices()) => new Shopper([hub, track], services)

describe('a turn', () => {
  it('tells where the parcel is through a sub-flow and asks what is missing [R39] [T2]', async () => {
    const she = shopper()
    expect(await she.opens()).toEqual(['Hello.', 'What can I do?'])
    expect(await she.says('where is my parcel')).toEqual(['Your order number?'])
    expect(await she.says('D1')).toEqual(['<parcel>', 'It is with 顺丰.', 'Anything else?', 'What can I do?'])
    expect(she.state.frames).toHaveLength(1)
  })

  it('asks nothing that was said already [R11]', async () => {
    const she = shopper()
    await she.opens()
    expect((await she.says('where is my parcel D1'))[0]).toBe('<parcel>')
  })

  it('asks again in other words and then gives up to a person [R70]', async () => {
    const she = shopper()
    await she.opens()
    await she.says('parcel')
    expect(await she.says('hm')).toEqual(['It begins with D.'])
    expect(await she.says('hm')).toEqual(['A colleague comes; 2 before you.'])
    expect(she.owner).toBe('queue')
    expect(she.last.handoff).toMatchObject({ priority: 'normal' })
  })

  it('deals with an interruption and comes back to the open question in short [R13]', async () => {
    const she = shopper()
    await she.opens()
    await she.says('parcel')
    expect(await she.says('what are your hours')).toEqual(['We are open 9 to 22.', words.back.en, 'So, the order number?'])
    expect((await she.says('D1'))[0]).toBe('<parcel>')
  })

  it('prefers the answer to an open question over a weak interruption', async () => {
    const she = shopper()
    await she.opens()
    await she.says('parcel')
    expect((await she.says('D1 hours'))[0]).toBe('<parcel>')
  })

  it('puts the conversation into people’s hands when asked, stays silent, and goes on afterwards [R68] [R72] [H1]', async () => {
    const she = shopper()
    await she.opens()
    await she.says('parcel')
    expect(await she.taps('@human')).toEqual(['A colleague comes; 2 before you.'])
    expect(she.owner).toBe('queue')
    expect(await she.says('hello?')).toEqual([])
    expect((await she.taps('@bot')).slice(0, 2)).toEqual([words.backFromQueue.en, 'Anything else?'])
    expect(she.owner).toBe('bot')
  })

  it('hands over even when the flow has no answer to that [H1]', async () => {
    const he = new Shopper([track])
    await he.opens()
    expect(await he.taps('@human')).toEqual([words.handover.en])
    expect(he.owner).toBe('queue')
    expect(await he.taps('@bot')).toEqual([words.backFromQueue.en, 'So, the order number?'])
  })

  it('reminds once when nobody answers, and a late timer changes nothing', async () => {
    const she = shopper()
    await she.opens()
    await she.says('parcel')
    const job = she.last.jobs.find((each) => each.kind === 'silence')
    expect(job?.due).toBe(1_795_000_000_000 + 10 * 60_000)
    const late = String(job?.payload.token)
    expect(await she.staysSilent()).toEqual([words.reminder.en])
    expect(she.last.jobs).toEqual([])
    expect(await she.turn({ kind: 'silent', token: late })).toEqual([])
    expect((await she.says('D1'))[0]).toBe('<parcel>')
  })

  it('says beforehand what may be shown while the shop is slow, card by card [R2]', async () => {
    const shown: (string | null)[] = []
    const slow = sketch(
      'slow',
      { start: ['start'], look: ['shop-action', { action: 'recent-orders', slowText: 'Looking it up …' }], end: ['end'] },
      ['start.next -> look', 'look.found -> end', 'look.not-found -> end'],
    )
    await new Shopper([slow], fakeServices({ interim: (words) => shown.push(words) })).opens()
    expect(shown).toEqual([null, 'Looking it up …', null])
  })

  it('leaves by the fallback, never by silence, when a node fails and says nothing half', async () => {
    const she = shopper(fakeServices({ shop: { ...fakeServices().shop, parcel: () => Promise.reject(new Error('broken')) } }))
    await she.opens()
    await she.says('parcel')
    expect(await she.says('D1')).toEqual([words.fallback.en])
    expect(she.owner).toBe('queue')
    expect(she.last.trace.find((step) => step.note === 'broken')).toMatchObject({ node: 'look', outlet: 'error' })
  })

  it('goes on with what is said next after a failure was given back by people', async () => {
    let broken = true
    const { parcel } = fakeServices().shop
    const she = shopper(
      fakeServices({ shop: { ...fakeServices().shop, parcel: (id) => (broken ? Promise.reject(new Error('broken')) : parcel(id)) } }),
    )
    await she.opens()
    await she.says('parcel D1')
    expect(she.owner).toBe('queue')
    await she.taps('@bot')
    broken = false
    expect(await she.says('parcel D1')).toContain('<parcel>')
    expect(she.owner).toBe('bot')
  })

  it('hears a watcher after the end, and afterwards what is said begins the flow again', async () => {
    const he = new Shopper([
      sketch(
        'short',
        {
          start: ['start'],
          hi: ['message', { wordings: ['Hi.'] }],
          bye: ['end'],
          hours: ['watch-intent', { intents: ['hours'] }],
          open: ['message', { wordings: ['9 to 22.'] }],
          back: ['end'],
        },
        ['start.next -> hi', 'hi.next -> bye', 'hours.matched -> open', 'open.next -> back'],
      ),
    ])
    await he.opens()
    expect(await he.says('hours')).toEqual(['9 to 22.'])
    expect(await he.says('hello')).toEqual(['Hi.'])
    expect(he.owner).toBe('bot')
  })

  it('ends a loop that no check could see', async () => {
    const loop = sketch('loop', { start: ['start'], a: ['message', { wordings: ['a'] }], b: ['message', { wordings: ['b'] }] }, [
      'start.next -> a',
      'a.next -> b',
      'b.next -> a',
    ])
    const she = new Shopper([loop])
    const heard = await she.opens()
    expect(heard.at(-1)).toBe(words.fallback.en)
    expect(she.owner).toBe('queue')
  })

  it('begins again with what is said after the end', async () => {
    const once = sketch(
      'once',
      {
        start: ['start'],
        listen: ['intent', { branches: [{ id: 'p', name: 'P', intents: ['parcel'] }] }],
        yes: ['message', { wordings: ['Parcel!'] }],
        no: ['message', { wordings: ['?'] }],
        end: ['end'],
      },
      ['start.next -> listen', 'listen.p -> yes', 'listen.not-understood -> no', 'yes.next -> end', 'no.next -> end'],
    )
    const she = new Shopper([once])
    await she.opens()
    expect(await she.says('parcel')).toEqual(['Parcel!'])
    expect(she.state.frames).toEqual([])
    expect(await she.says('parcel')).toEqual(['Parcel!'])
  })

  it('says a slot’s value as it is, whatever braces it holds [R10]', async () => {
    const echo = sketch(
      'echo',
      {
        start: ['start'],
        ask: ['ask', { question: 'Name?', slot: 'name', silence: 0 }],
        told: ['message', { wordings: ['You said {{ name }}.'] }],
        end: ['end'],
      },
      ['start.next -> ask', 'ask.answered -> told', 'told.next -> end'],
    )
    const she = new Shopper([echo])
    await she.opens()
    expect(await she.says('{{ 7 | times: 7 }} {% if true %}x{% endif %}')).toEqual([
      'You said {{ 7 | times: 7 }} {% if true %}x{% endif %}.',
    ])
  })

  it('changes nothing that it was given', async () => {
    const she = shopper()
    await she.opens()
    const before = structuredClone(she.state)
    const given = she.state
    await she.says('parcel')
    expect(given).toEqual(before)
  })
})
