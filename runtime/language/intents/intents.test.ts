import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Intent, intent as intentSchema } from '../../../schemas/intent.ts'
import { createClassifier, outOfScope } from '../classify.ts'
import { normalise } from '../normalise.ts'
import { createTeacher } from '../teacher.ts'
import { decodeModel, encodeModel } from './model.ts'
import { train } from './train.ts'
import { createTrainer, trainerInProcess } from './trainer.ts'

const library = intentSchema
  .array()
  .parse(JSON.parse(readFileSync(new URL('../../../examples/library/intents.json', import.meta.url), 'utf8')))
const few = library.slice(0, 12).map((each) => ({ ...each, utterances: each.utterances.slice(0, 15) }))
const ids = few.map((each) => each.id)
const lesson = (id: string, ...utterances: string[]): Intent => ({ id, name: id, utterances, keywords: [] })

describe('a trained recogniser of intents', () => {
  it('comes out the same, byte for byte, every time', () => {
    expect(encodeModel(train(few))).toEqual(encodeModel(train(few)))
    expect(encodeModel(train(few, { seed: 2 }))).not.toEqual(encodeModel(train(few)))
  })

  it('is the same after it was kept, and unreadable when damaged', () => {
    const model = train(few)
    const bytes = encodeModel(model)
    const kept = decodeModel(bytes)
    expect(kept).toEqual(decodeModel(encodeModel(kept ?? model)))
    const [one, two] = [model, kept ?? model].map(createClassifier)
    for (const text of ['这款功率多大', 'which one is better', '你好呀', 'xyz'])
      expect(two?.judge(text, ids)).toEqual(one?.judge(text, ids))
    expect(decodeModel(bytes.slice(0, 10))).toBeUndefined()
    expect(decodeModel(new Uint8Array(0))).toBeUndefined()
  })

  it('gives way to an utterance that is added word for word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...few), fc.constantFrom(...library.slice(20, 50).flatMap((each) => each.utterances)), (taught, text) => {
        const said = normalise(text)
        const others = few.map((each) => ({ ...each, utterances: each.utterances.filter((one) => normalise(one) !== said) }))
        const lessons = others.map((each) => (each.id === taught.id ? { ...each, utterances: [...each.utterances, text] } : each))
        expect(createClassifier(train(lessons)).classify(said, ids)[0]).toEqual({ id: taught.id, confidence: 1 })
      }),
      { numRuns: 12 },
    )
  })

  it('keeps confidences between 0 and 1, best first, whatever is said', () => {
    const classifier = createClassifier(train(few))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 800 }), (text) => {
        const { intents, inScope } = classifier.judge(normalise(text), ids)
        expect(inScope >= 0 && inScope <= 1).toBe(true)
        expect(intents.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true)
        expect(intents.map((each) => each.confidence)).toEqual(intents.map((each) => each.confidence).sort((a, b) => b - a))
      }),
    )
  })

  it('works with one intent, with none, and with intents that teach nothing', () => {
    const one = createClassifier(train([lesson('a', '我要退货', 'return this')]))
    expect(one.classify('我要退货', ['a'])[0]).toEqual({ id: 'a', confidence: 1 })
    expect(one.classify('火星离地球有多远', ['a'])[0]?.confidence ?? 0).toBeLessThan(0.8)
    expect(createClassifier(train([])).classify('你好', [])).toEqual([])
    expect(
      createClassifier(train([lesson('a'), lesson('b')]))
        .classify('你好', ['a', 'b'])
        .every((each) => each.confidence < 0.8),
    ).toBe(true)
  })

  it('lets a keyword decide, as a whole word in English', () => {
    const taught = few.map((each, index) => (index === 3 ? { ...each, keywords: ['vip', '大客户'] } : each))
    const classifier = createClassifier(train(taught))
    for (const text of ['i am vip here', '我是大客户啊'])
      expect(classifier.classify(text, ids)[0]).toEqual({ id: ids[3], confidence: 0.98 })
    expect(classifier.classify('viper', ids).every((each) => each.confidence < 0.98)).toBe(true)
    expect(classifier.classify('i am vip here', [ids[0] as string])[0]?.confidence ?? 0).toBeLessThan(0.98)
  })

  it('understands traditional script, full width and typing errors as plain words', () => {
    const model = createClassifier(train(library))
    const all = library.map((each) => each.id)
    for (const [plain, odd] of [
      ['我想退货', '我想退貨'],
      ['转人工', '轉人工！！！'],
      ['where is my parcel', 'ＷＨＥＲＥ is  my parcell'],
      ['快递到哪了', '快弟到那了'],
    ] as const)
      expect(model.classify(normalise(odd), all)[0]?.id).toBe(model.classify(normalise(plain), all)[0]?.id)
  })

  it('stays below the offer where what a message is about was never taught, however common its other words are', () => {
    const model = createClassifier(train(library))
    const all = library.map((each) => each.id).filter((id) => id !== outOfScope)
    for (const text of [
      '唐朝有几个皇帝',
      '鲁迅是哪里人',
      '量子力学是什么',
      'who wrote hamlet',
      'explain quantum mechanics',
      'translate hello to french',
    ])
      expect([text, (model.classify(normalise(text), all)[0]?.confidence ?? 0) < 0.6]).toEqual([text, true])
    expect(model.classify(normalise('今天火星天气'), all)[0]?.confidence ?? 0).toBeLessThan(0.8)
  })
})

describe('training', () => {
  it('happens in a thread, tells how far it is, and gives what training here gives', async () => {
    const trainer = createTrainer()
    const shares: number[] = []
    const [one, two] = await Promise.all([trainer.train(few, (share) => shares.push(share)), trainer.train(few.slice(0, 3))])
    expect(one).toEqual(await trainerInProcess.train(few))
    expect(two).toEqual(await trainerInProcess.train(few.slice(0, 3)))
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    await trainer.close()
  })

  it('cross-validates and inspects in the same thread, and gives what doing it here gives', async () => {
    const trainer = createTrainer()
    const shares: number[] = []
    const [report, found] = await Promise.all([
      trainer.validate(few, { folds: 2, seed: 3 }, (share) => shares.push(share)),
      trainer.inspect(few),
    ])
    expect(report).toEqual(await trainerInProcess.validate(few, { folds: 2, seed: 3 }))
    expect(found).toEqual(await trainerInProcess.inspect(few))
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    await trainer.close()
  })

  it('is done once for equal intents, in any order, and never again when the artifact is kept', async () => {
    const kept = new Map<string, Uint8Array<ArrayBuffer>>()
    const models = {
      get: async (key: string) => kept.get(key),
      put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes.slice()),
    }
    let trained = 0
    const trainer = {
      ...trainerInProcess,
      train: (...asked: Parameters<typeof trainerInProcess.train>) => (trained++, trainerInProcess.train(...asked)),
    }
    const teacher = createTeacher({ trainer, models })
    const language = await teacher.language(few)
    expect(await teacher.language([...few].reverse())).toBe(language)
    const next = await createTeacher({ trainer, models }).language(few)
    expect(trained).toBe(1)
    expect(next.perceive('这款功率多大', { intents: ids })).toEqual(language.perceive('这款功率多大', { intents: ids }))
  })

  it('is tried again after it failed', async () => {
    let fails = true
    const teacher = createTeacher({
      trainer: {
        ...trainerInProcess,
        train: (lessons) => (fails ? Promise.reject(new Error('out of memory')) : trainerInProcess.train(lessons)),
      },
    })
    await expect(teacher.language(few)).rejects.toThrow('out of memory')
    fails = false
    expect((await teacher.language(few)).perceive('这款功率多大', { intents: ids }).intents[0]?.id).toBe('product_spec')
  })
})
