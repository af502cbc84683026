import { describe, expect, it } from 'vitest'
import { createClassifier, outOfScope } from './classify.ts'
import { train } from './intents/train.ts'

const lessons = [
  {
    id: 'logistics',
    name: 'Track a parcel',
    utterances: ['快递到哪了', '包裹还有多远', 'where is my parcel', 'how far away is the van', '今天能送到吗'],
  },
  {
    id: 'invoice',
    name: 'Invoice',
    utterances: ['开发票', '发票抬头写错了', 'i need an invoice', 'send me a receipt', '电子发票在哪下载'],
  },
  { id: 'human', name: 'Talk to a person', utterances: ['转人工', '找真人客服', 'talk to a human', 'get me an agent', '我要和人说话'] },
]
const strangers = {
  id: outOfScope,
  name: 'Not for this shop',
  utterances: ['月亮离地球多远', '太阳有多大', 'how far away is the moon', 'how big is the sun', '火星有多远'],
}
const wanted = lessons.map(({ id }) => id)

describe('what is taught as nobody’s business', () => {
  const classifier = createClassifier(train([...lessons, strangers]))

  it('is refused, and no other intent answers it', () => {
    for (const text of ['太阳离地球多远', 'how far is the sun', '火星有多远']) {
      const { intents, accepted, inScope } = classifier.judge(text, wanted)
      expect(accepted, text).toBe(false)
      expect(inScope, text).toBeLessThan(0.6)
      expect(intents[0]?.confidence ?? 0, text).toBeLessThan(0.6)
    }
  })

  it('leaves the shop’s own messages alone', () => {
    for (const [text, id] of [
      ['我的快递到哪了', 'logistics'],
      ['帮我开发票', 'invoice'],
      ['转人工', 'human'],
    ] as const)
      expect(classifier.judge(text, wanted), text).toMatchObject({ accepted: true, intents: [{ id }] })
  })

  it('shows as an intent where it is asked for, as in a try on the library', () => {
    expect(classifier.judge('how far is the sun', [...wanted, outOfScope]).intents[0]?.id).toBe(outOfScope)
  })
})
