import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evalMasking } from './masking.ts'
import { evalMood } from './mood.ts'

async function file(name: string, text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'eval-')), name)
  await writeFile(path, text)
  return path
}

describe('eval mood', () => {
  it('measures polarity and flags by the model that ships', async () => {
    const test = await file('t.tsv', '谢谢\tpositive\t0\t0\n什么时候发货\tneutral\t0\t0\n骗子，垃圾\tnegative\t1\t0\n')
    expect(JSON.parse(await evalMood({ test, json: true }))).toMatchObject({
      messages: 3,
      accuracy: 1,
      macroF1: 1,
      anger: { labelled: 1, recall: 1 },
    })
  })

  it('learns from a file and answers only what that file knows', async () => {
    const lines = Array.from({ length: 20 }, (_one, at) => (at % 2 ? 'good stuff\tpositive\ttoys' : 'bad stuff\tnegative\ttoys')).join('\n')
    const train = await file('a.tsv', lines)
    const test = await file('t.tsv', 'good\tpositive\nbad\tnegative\n')
    expect(JSON.parse(await evalMood({ test, train: [train], json: true }))).toMatchObject({ accuracy: 1, trainedOn: 20 })
  })

  it('names line and column of a fault', async () => {
    await expect(evalMood({ test: await file('t.tsv', '好\tpositive\n差\tawful\n') })).rejects.toThrow(/t\.tsv:2:3: expected positive/)
    await expect(evalMood({ test: await file('t.tsv', '好\tpositive\t0\t1\n差\tnegative\t2\t0\n') })).rejects.toThrow(
      /t\.tsv:2:12: expected 0 or 1/,
    )
  })
})

describe('eval masking', () => {
  it('measures each type and what was left untouched', async () => {
    const test = await file(
      'm.jsonl',
      `${JSON.stringify({ text: '电话13812345678', spans: [{ start: 2, end: 13, type: 'phone' }] })}\n${JSON.stringify({ text: '订单202611180042', spans: [] })}\n`,
    )
    expect(JSON.parse(await evalMasking({ test, json: true }))).toMatchObject({
      byType: { phone: { precision: 1, recall: 1, exactRecall: 1 } },
      untouched: 1,
    })
  })

  it('names the line of a span outside its text', async () => {
    const test = await file('m.jsonl', `{"text":"a","spans":[]}\n{"text":"a","spans":[{"start":0,"end":9,"type":"name"}]}\n`)
    await expect(evalMasking({ test })).rejects.toThrow(/m\.jsonl:2:1: the span/)
  })

  it('names line and column of what is no JSON', async () => {
    const test = await file('m2.jsonl', `\ufeff{"text":"a","spans":[]}\n{"text":"a", spans}\n`)
    await expect(evalMasking({ test })).rejects.toThrow('m2.jsonl:2:14: not JSON')
  })

  it('measures kinds of a file that nothing here finds, as not found', async () => {
    const test = await file('m3.jsonl', '{"text":"护照 E12345678","spans":[{"start":3,"end":12,"type":"passport"}]}\n')
    expect(JSON.parse(await evalMasking({ test, json: true }))).toMatchObject({ byType: { passport: { labelled: 1, recall: 0 } } })
  })
})
