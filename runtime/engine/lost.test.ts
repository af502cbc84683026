import { describe, expect, it } from 'vitest'
import { yesNo } from '../language/entities/yes-no.ts'
import { fakeServices, Shopper, sketch } from './testing.ts'
import { words } from './words.ts'

const desk = sketch(
  'desk',
  {
    start: ['start'],
    listen: ['intent', { branches: [{ id: 'parcel', name: 'Track', intents: ['parcel'] }], silence: 0 }],
    faq: ['knowledge', { offerText: 'Which?', silence: 0 }],
    sorry: ['message', { wordings: ['Other words, please.'] }],
    track: ['message', { wordings: ['It is on its way.'] }],
  },
  [
    'start.next -> listen',
    'listen.parcel -> track',
    'listen.not-understood -> faq',
    'faq.answered -> listen',
    'faq.nothing -> sorry',
    'sorry.next -> listen',
    'track.next -> listen',
  ],
)
const { perceive } = fakeServices()
const services = fakeServices({
  perceive(text, context) {
    const perception = perceive(text, context)
    const yes = yesNo.find(text, {}).map(({ value, start, end }) => ({ type: 'yes_no', value, text, start, end }))
    return { ...perception, entities: [...perception.entities, ...yes] }
  },
  knowledge: {
    ask: (question) =>
      question.includes('thing')
        ? { kind: 'not-sure', candidates: [{ article: 'a', question: 'This one?', confidence: 0.5 }] }
        : { kind: 'nothing' },
    sheet: () => ({ kind: 'nothing' }),
    products: () => [],
  },
})
const offer = `${words.lost.en} [Talk to a person]`

async function shopper(): Promise<Shopper> {
  const she = new Shopper([desk], services)
  await she.opens()
  return she
}

describe('a visitor whom nobody understands', () => {
  it('is offered a person with the second message in a row [H4]', async () => {
    const she = await shopper()
    expect(await she.says('blah')).toEqual(['Other words, please.'])
    expect(await she.says('blub')).toEqual(['Other words, please.', offer])
    await she.taps('@human')
    expect(she.owner).toBe('queue')
  })

  it.each([
    ['ok', 'queue'],
    ['yes please', 'queue'],
    ['Sure, get me a colleague', 'queue'],
    ['no', 'bot'],
    ['not a colleague, please', 'bot'],
    ['my parcel', 'bot'],
  ])('says %s to that, and talks to the %s', async (reply, owner) => {
    const she = await shopper()
    await she.says('blah')
    await she.says('blub')
    await she.says(reply)
    expect(she.owner).toBe(owner)
    // an offer holds for one message
    if (owner === 'bot') await she.says('ok')
    expect(she.owner).toBe(owner)
  })

  it('begins anew after a message that was understood', async () => {
    const she = await shopper()
    await she.says('blah')
    await she.says('my parcel')
    expect(await she.says('blub')).toEqual(['Other words, please.'])
  })

  it.each(['@none', 'none of these'])(
    'is asked for other words after %s, and offered a person when these do not help either',
    async (none) => {
      const she = await shopper()
      expect(await she.says('that thing')).toEqual(['Which? [This one? | None of these]'])
      const heard = none === '@none' ? await she.taps(none) : await she.says(none)
      expect(heard).toEqual(['All right, none of these.', 'Other words, please.'])
      expect(await she.says('blah')).toEqual(['Other words, please.', offer])
    },
  )

  it('is offered nobody by a flow that listens to nothing', async () => {
    const mute = sketch('mute', { start: ['start'], hello: ['message', { wordings: ['Hello.'] }], end: ['end'] }, [
      'start.next -> hello',
      'hello.next -> end',
    ])
    const she = new Shopper([mute])
    for (let time = 0; time < 3; time++) expect(await she.says('hm')).toEqual(['Hello.'])
  })
})

describe('an open list', () => {
  it('holds nobody who plainly wants something else [R13]', async () => {
    const she = await shopper()
    await she.says('that thing')
    expect(await she.says('my parcel')).toEqual(['It is on its way.'])
    expect(she.last.trace[0]).toMatchObject({ node: 'listen', outlet: 'parcel', note: 'goes before the open list of "faq"' })
  })
})
