import { describe, expect, it } from 'vitest'
import { Shopper, sketch } from './testing.ts'
import { words } from './words.ts'

const rule = (data: Record<string, unknown>) =>
  sketch(
    'ruled',
    {
      start: ['start'],
      listen: ['ask', { question: 'Yes?', slot: 'said', silence: 0 }],
      boast: ['message', { wordings: ['The cheapest ever, **the cheapest ever**!'] }],
      rule: ['qa-rule', { words: ['cheapest ever'], exceptions: ['cheapest ever since'], ...data }],
    },
    ['start.next -> listen', 'listen.answered -> boast', 'listen.gave-up -> boast', 'boast.next -> listen'],
  )

async function heard(data: Record<string, unknown>) {
  const she = new Shopper([rule(data)])
  await she.opens()
  return { she, heard: await she.says('hello') }
}

describe('a quality rule', () => {
  it('rewrites before the words leave, in rich text too [R85] [Q8]', async () => {
    const { she, heard: said } = await heard({ action: 'replace', replacement: 'well priced' })
    expect(said[0]).toBe('The well priced, **the well priced**!')
    expect(JSON.stringify(she.last.messages[0])).not.toContain('cheapest')
    expect(she.last.measures.find((measure) => measure.name === 'quality-hit')?.detail).toMatchObject({
      verdict: 'replace',
      hit: 'cheapest ever',
    })
  })

  it('holds a message back and says so instead of being silent', async () => {
    const { she, heard: said } = await heard({ action: 'block' })
    expect(said).toEqual(['Yes?', words.heldBack.en])
    expect(she.owner).toBe('bot')
  })

  it('hands over to people when it must', async () => {
    const { she } = await heard({ action: 'escalate' })
    expect(she.owner).toBe('queue')
    expect(she.last.handoff?.reason).toBe('quality-rule')
  })
})

describe('an any-time intent', () => {
  const flow = (returns: boolean) =>
    sketch(
      'watched',
      {
        start: ['start'],
        name: ['ask', { question: 'Your name?', slot: 'name', entity: 'order_no', silence: 0 }],
        bye: ['end'],
        stop: ['watch-intent', { intents: ['stop'], returns }],
        stopped: ['message', { wordings: ['Stopped.', 'Stopped again.'] }],
        over: ['end'],
      },
      ['start.next -> name', 'name.answered -> bye', 'name.gave-up -> bye', 'stop.matched -> stopped', 'stopped.next -> over'],
    )

  it('drops what was open when it is told not to return', async () => {
    const she = new Shopper([flow(false)])
    await she.opens()
    expect(await she.says('stop')).toEqual(['Stopped.'])
    expect(she.state.frames).toEqual([])
  })

  it('fires again later, in other words [R34]', async () => {
    const she = new Shopper([flow(true)])
    await she.opens()
    expect(await she.says('stop')).toEqual(['Stopped.', words.back.en, 'Your name?'])
    expect((await she.says('please stop'))[0]).toBe('Stopped again.')
  })
})
