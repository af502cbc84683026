import { describe, expect, it } from 'vitest'
import { perceived, testTurn } from '../test-turn.ts'
import { testNode } from '../testing.ts'
import watchIntent from './run.ts'

testNode(watchIntent, {
  'leads away when it has fired': { data: { intents: ['human'] }, says: [], leaves: 'matched' },
  'also when it will not come back': { data: { intents: ['legal'], threshold: 0.9, returns: false, except: ['几点'] }, leaves: 'matched' },
})

describe('an any-time intent', () => {
  const notice = (intents: [string, number][], data = {}, text = '转人工') => {
    const turn = testTurn()
    turn.hear({ type: 'text', text }, perceived(text, { intents: intents.map(([id, confidence]) => ({ id, confidence })) }), {})
    return watchIntent.behaviour.notice?.(watchIntent.definition.data.parse({ intents: ['human', 'abuse'], ...data }), turn)
  }

  it('tells how sure it is and from where on it may interrupt [R13]', () => {
    expect(
      notice([
        ['human', 0.9],
        ['abuse', 0.95],
        ['track', 0.99],
      ]),
    ).toEqual({ score: 0.95, threshold: 0.8, returns: true })
    expect(notice([['human', 0.5]], { threshold: 0.4, returns: false })).toEqual({ score: 0.5, threshold: 0.4, returns: false })
  })

  it.each(['人工客服几点下班', 'what are your service hours?'])('leaves %s alone when it is told such words [H1]', (text) => {
    const except = { except: ['几点', 'Hours'] }
    expect(notice([['human', 0.98]], except, text)).toBeNull()
    expect(notice([['human', 0.98]], except, '转人工')).toMatchObject({ score: 0.98 })
    expect(notice([['human', 0.98]], except, 'a person within two hourses')).toMatchObject({ score: 0.98 })
  })

  it('does not care about other intents, nor about silence', () => {
    expect(notice([['track', 0.99]])).toBeNull()
    expect(watchIntent.behaviour.notice?.(watchIntent.definition.data.parse({ intents: ['human'] }), testTurn())).toBeNull()
  })
})
