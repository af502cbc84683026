import { describe, expect, it } from 'vitest'
import { fakeServices, Shopper, sketch } from './testing.ts'
import type { TurnServices } from './types.ts'
import { words } from './words.ts'

const back = words.back.en
const orderNo = {
  question: 'Your order number?',
  short: 'So, which order?',
  again: ['It begins with D.'],
  slot: 'order_no',
  entity: 'order_no',
}
const people: [string, Record<string, unknown>] = ['escalate', { text: 'A colleague comes.', closedText: 'Closed.' }]

function desk(ask: object = {}) {
  const track = sketch(
    'track',
    {
      start: ['start'],
      order: ['ask', { ...orderNo, tries: 2, ...ask }],
      told: ['message', { wordings: ['On its way.'] }],
      people,
      done: ['end'],
    },
    ['start.next -> order', 'order.answered -> told', 'order.gave-up -> people', 'told.next -> done'],
  )
  const returns = sketch(
    'returns',
    { start: ['start'], why: ['ask', { question: 'Why?', slot: 'why', entity: 'choice', offer: 'list', choices }], people, done: ['end'] },
    ['start.next -> why', 'why.answered -> done', 'why.gave-up -> people'],
  )
  const front = sketch(
    'front',
    {
      start: ['start'],
      listen: ['intent', { question: 'What can I do?', branches, silence: 0 }],
      track: ['subflow', { flow: 'track' }],
      returns: ['subflow', { flow: 'returns' }],
      welcome: ['message', { wordings: ['You are welcome.'] }],
      more: ['message', { wordings: ['Anything else?'] }],
      faq: ['knowledge', { silence: 0 }],
      sorry: ['message', { wordings: ['Pardon?'] }],
    },
    [
      'start.next -> listen',
      'listen.parcel -> track',
      'listen.return -> returns',
      'listen.thanks -> welcome',
      'listen.not-understood -> faq',
      'faq.answered -> listen',
      'faq.nothing -> sorry',
      ...['welcome', 'sorry', 'more'].map((each) => `${each}.next -> listen`),
      ...['track', 'returns'].map((each) => `${each}.done -> more`),
    ],
  )
  return [front, track, returns]
}
const branches = ['parcel', 'return', 'thanks'].map((id) => ({ id, name: id, intents: [id] }))
const choices = [{ id: 'size', label: 'too small' }]

const perceive: TurnServices['perceive'] = (text, context) => {
  const heard = fakeServices().perceive(text, context)
  return { ...heard, ...(text.includes('?') ? { question: text } : {}), ...(text === 'never mind' ? { cancels: true } : {}) }
}
const services = fakeServices({
  perceive,
  knowledge: {
    ask: (question) =>
      question.includes('Canada')
        ? { kind: 'answer', article: 'canada', question, answer: 'Yes, to Canada too.', confidence: 0.93 }
        : { kind: 'not-sure', candidates: [{ article: 'canada', question: 'Canada?', confidence: 0.5 }] },
    sheet: () => ({ kind: 'nothing' }),
    products: () => [],
  },
})

async function asked(ask: object = {}): Promise<Shopper> {
  const she = new Shopper(desk(ask), services)
  await she.opens()
  expect(await she.says('my parcel')).toEqual(['Your order number?'])
  return she
}

describe('another question while one is open', () => {
  it('is answered from what the shop knows, then the open one is repeated in short, as often as it takes [R13] [R14]', async () => {
    const she = await asked()
    for (const text of ['do you ship to Canada?', 'even Canada in winter?', 'Canada, really?'])
      expect(await she.says(text)).toEqual(['Yes, to Canada too.', back, 'So, which order?'])
    expect(she.owner).toBe('bot')
    expect(await she.says('D1')).toEqual(['On its way.', 'Anything else?', 'What can I do?'])
    expect(she.state.frames).toHaveLength(1)
  })

  it('says in the trace which card took it, and why', async () => {
    const she = await asked()
    await she.says('do you ship to Canada?')
    expect(she.last.trace).toMatchObject([
      { node: 'faq', did: 'fired', outlet: 'answered', note: 'no answer to "order", sure of it: 0.93' },
      { node: 'order', did: 'reminded' },
    ])
    expect(she.last.measures).toContainEqual({ name: 'question-put-aside', node: 'track/order', detail: { for: 'front/faq' } })
  })

  it('that is a matter of its own is dealt with first, and nobody asks for anything else on the way back [R13]', async () => {
    const she = await asked()
    expect(await she.says('I want a return')).toEqual(['Why? [too small]'])
    expect(await she.says('too small')).toEqual([back, 'So, which order?'])
    expect(await she.says('D1')).toEqual(['On its way.', 'Anything else?', 'What can I do?'])
  })

  it('does not begin what is open already a second time', async () => {
    const she = await asked()
    expect(await she.says('where is my parcel?')).toEqual(['It begins with D.'])
    expect(she.state.frames).toHaveLength(2)
  })

  it('that answers the open one as well is its answer [R15]', async () => {
    const she = await asked()
    expect((await she.says('D1, do you ship to Canada?'))[0]).toBe('On its way.')
  })

  it('of which nobody is sure counts as no answer', async () => {
    const she = await asked()
    expect(await she.says('something or other?')).toEqual(['It begins with D.'])
    expect(await she.says('something or other?')).toEqual(['A colleague comes.'])
  })

  it('waits its turn where the operator wants the answer first', async () => {
    const she = await asked({ aside: false })
    expect(await she.says('do you ship to Canada?')).toEqual(['It begins with D.'])
  })

  it('is left to the open one in a flow that knows nothing else', async () => {
    const alone = sketch('alone', { start: ['start'], order: ['ask', { ...orderNo, tries: 2 }], people, done: ['end'] }, [
      'start.next -> order',
      'order.answered -> done',
      'order.gave-up -> people',
    ])
    const she = new Shopper([alone], services)
    await she.opens()
    expect(await she.says('do you ship to Canada?')).toEqual(['It begins with D.'])
  })
})

describe('a mere word while a question is open', () => {
  it('gets the question again and is no failed answer', async () => {
    const she = await asked()
    for (let time = 0; time < 3; time++) expect(await she.says('thanks')).toEqual(['So, which order?'])
    expect(she.owner).toBe('bot')
  })
})

describe('who wants to leave the open question', () => {
  it('is back where the flow was called from, without a failed answer', async () => {
    const she = await asked()
    expect(await she.says('never mind')).toEqual([words.left.en, 'Anything else?', 'What can I do?'])
    expect(she.state.frames).toHaveLength(1)
    expect(she.owner).toBe('bot')
  })

  it('is back at the question before, when it was asked aside', async () => {
    const she = await asked()
    await she.says('I want a return')
    expect(await she.says('never mind')).toEqual([words.left.en, back, 'So, which order?'])
  })

  it('is heard anew where one flow holds everything', async () => {
    const flat = sketch(
      'flat',
      {
        start: ['start'],
        listen: ['intent', { question: 'Yes?', branches }],
        order: ['ask', orderNo],
        sorry: ['message', { wordings: ['Pardon?'] }],
        end: ['end'],
      },
      [
        'start.next -> listen',
        'listen.parcel -> order',
        'listen.return -> sorry',
        'listen.thanks -> sorry',
        'listen.not-understood -> sorry',
        'sorry.next -> listen',
        'order.answered -> end',
        'order.gave-up -> end',
      ],
    )
    const she = new Shopper([flat], services)
    await she.opens()
    await she.says('my parcel')
    expect(await she.says('never mind')).toEqual([words.left.en, 'Yes?'])
    expect(await she.says('my parcel')).toEqual(['Your order number?'])
  })

  it('answers with the same words where the question takes them', async () => {
    const she = new Shopper(
      [
        sketch(
          'one',
          {
            start: ['start'],
            sure: ['ask', { question: 'Shall I?', slot: 'sure', entity: 'yes_no' }],
            no: ['message', { wordings: ['Fine.'] }],
            end: ['end'],
          },
          ['start.next -> sure', 'sure.answered -> no', 'sure.gave-up -> end', 'no.next -> end'],
        ),
      ],
      fakeServices({ perceive: (text, context) => ({ ...fakeServices().perceive(text, context), cancels: true }) }),
    )
    await she.opens()
    expect(await she.says('no')).toEqual(['Fine.'])
  })
})
