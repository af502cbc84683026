import { describe, expect, it } from 'vitest'
import type { InboundContent } from '../../schemas/content.ts'
import { fakeServices, Shopper, sketch } from './testing.ts'
import { words } from './words.ts'

const photo: InboundContent = { type: 'image', upload: 'upload-of-a-cup-1' }
const photos: InboundContent = { type: 'image', upload: 'upload-of-a-cup-1', more: ['upload-of-a-cup-2'], alt: 'a crack' }
const voice: InboundContent = { type: 'audio', upload: 'upload-of-a-word-1', seconds: 4 }

const claim = (photoData: Record<string, unknown> = {}) =>
  sketch(
    'claim',
    {
      start: ['start'],
      listen: ['intent', { question: 'How can I help?', branches: [{ id: 'broken', name: 'Broken', intents: ['broken'] }], sure: 0.5 }],
      order: ['ask', { question: 'Which order?', short: 'The order?', slot: 'order_no', entity: 'order_no' }],
      photo: ['ask', { question: 'A photo, please.', slot: 'photo', entity: 'photo', ...photoData }],
      voice: ['ask', { question: 'Say it aloud.', slot: 'voice', entity: 'voice' }],
      done: ['message', { wordings: ['Thank you.'] }],
      end: ['end'],
    },
    [
      'start.next -> listen',
      'listen.broken -> order',
      'listen.not-understood -> end',
      'order.answered -> photo',
      'order.gave-up -> end',
      'photo.answered -> voice',
      'photo.gave-up -> end',
      'voice.answered -> done',
      'voice.gave-up -> end',
      'done.next -> end',
    ],
  )

const services = fakeServices({
  perceive: (text) => ({
    text,
    language: 'en',
    intents: /broken/.test(text) ? [{ id: 'broken', confidence: 0.95 }] : [],
    entities: [...text.matchAll(/D\d+/g)].map(([value]) => ({ type: 'order_no', value, text: value, start: 0, end: value.length })),
    mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 },
  }),
})

async function asked(data?: Record<string, unknown>): Promise<Shopper> {
  const she = new Shopper([claim(data)], services)
  await she.opens()
  await she.says('it is broken')
  expect(await she.says('D42')).toEqual([expect.stringContaining('A photo, please.')])
  return she
}

describe('a question for a photo', () => {
  it('takes one, or several at once, and says to clients that it waits for one [R64] [B5]', async () => {
    const she = await asked()
    expect(she.last.wants).toBe('photo')
    expect(await she.sends(photos)).toEqual(['Say it aloud.'])
    expect(she.state.slots.photo).toBe('upload-of-a-cup-1 upload-of-a-cup-2')
    expect(she.last.wants).toBe('voice')
    expect(await she.sends(voice)).toEqual(['Thank you.'])
    expect([she.state.slots.voice, she.last.wants]).toEqual(['upload-of-a-word-1', undefined])
  })

  it('asks kindly again for words, then offers a way on, and gives up as its card says', async () => {
    const she = await asked()
    expect(await she.says('the handle came off')).toEqual(['Please send a photo that shows the problem clearly.'])
    expect(await she.says('really')).toEqual([expect.stringMatching(/\[Talk to a person\]$/)])
    await she.says('no')
    expect([she.state.frames, she.state.slots.photo]).toEqual([[], undefined])
  })

  it('goes on without where it may stay open', async () => {
    for (const no of ['skip', 'I have no photo', "can't take one", '没拍照片', '拍不了']) {
      const she = await asked({ optional: true })
      expect(await she.says(no), no).toEqual(['Say it aloud.'])
    }
    const she = await asked({ optional: true })
    expect(await she.taps('@skip', 'Skip')).toEqual(['Say it aloud.'])
  })
})

describe('a photo that nothing asked for', () => {
  it('is acknowledged, the open question stands, and a later question for one is not asked [R11] [R64]', async () => {
    const she = new Shopper([claim()], services)
    await she.opens()
    await she.says('it is broken')
    expect(await she.sends(photo)).toEqual([words.photoReceived.en, 'The order?'])
    expect(await she.says('D42')).toEqual(['Say it aloud.'])
    expect(she.state.slots.photo).toBe('upload-of-a-cup-1')
  })

  it('before any words is about the words that follow; a person is offered meanwhile', async () => {
    const she = new Shopper([claim()], services)
    await she.opens()
    expect(await she.sends(photo)).toEqual([words.photoReceived.en, `${words.receivedFor.en} [Talk to a person]`])
    await she.says('it is broken')
    expect(await she.says('D42')).toEqual(['Say it aloud.'])
  })

  it('does not use up a try of the open question', async () => {
    const she = new Shopper([claim()], services)
    await she.opens()
    await she.says('it is broken')
    for (let index = 0; index < 5; index++) await she.sends(photo)
    expect(await she.says('D42')).toEqual(['Say it aloud.'])
  })

  it('after the flow has ended begins nothing by itself', async () => {
    const she = await asked()
    await she.sends(photo)
    await she.sends(voice)
    expect(await she.sends(photo)).toEqual([words.photoReceived.en, `${words.receivedFor.en} [Talk to a person]`])
    expect(await she.says('it is broken')).toEqual(['Which order?'])
  })

  it('is left to the people who have the conversation', async () => {
    const she = await asked()
    she.owner = 'queue'
    expect([await she.sends(photo), she.last.wants]).toEqual([[], undefined])
  })
})

it('a voice message that nothing asked for is not passed over in silence [R62]', async () => {
  const she = new Shopper([claim()], services)
  await she.opens()
  await she.says('it is broken')
  expect(await she.sends(voice)).toEqual([words.voiceReceived.en, 'The order?'])
})
