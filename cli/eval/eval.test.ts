import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'floorwalker-eval-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../index.ts'), 'eval', 'intents', ...args], { encoding: 'utf8' })

const lessons = [
  'refund\t我要退款\t退款多久\t钱怎么还没退',
  'ship\t什么时候发货\t怎么还不发货\t今天能发吗',
  'invoice\t我要发票\t发票怎么开\t能开专票吗',
]
const train = file(
  'train.tsv',
  lessons
    .flatMap((line) =>
      line
        .split('\t')
        .slice(1)
        .map((text) => `${text}\t${line.split('\t')[0]}`),
    )
    .join('\n'),
)

describe('eval intents', () => {
  it('learns from one or several files and reports on another', () => {
    const more = file('more.tsv', '\ufeff人工\thuman\r\n转人工\thuman\r\n')
    const test = file('test.tsv', '我要退款\trefund\n转人工\thuman\n\n今天天气\tout_of_scope\n')
    const { status, stdout } = run('--train', train, '--train', more, '--test', test, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ messages: 3, inScope: 2, outOfScope: 1, accuracy: 1, intents: 4, utterances: 11 })
  })

  it('names labels of the test that nothing was taught of', () => {
    const test = file('typo.tsv', '我要退款\trefund\n转人工\thumann\n人工客服\thumann\n')
    expect(run('--train', train, '--test', test).stdout).toContain('never taught       humann (2): counted as out of scope')
    expect(JSON.parse(run('--train', train, '--test', test, '--json').stdout)).toMatchObject({ outOfScope: 2, untaught: { humann: 2 } })
  })

  it('learns from what ships when told nothing else, and prints words', () => {
    const { status, stdout } = run('--test', file('one.tsv', '转人工\thuman\n'))
    expect(status).toBe(0)
    expect(stdout).toContain('accuracy in scope  100.0 %')
  })

  it.each([
    ['a line without a tab', 'hello\n', ':1:6: expected 2 columns'],
    ['a third column', 'a\tb\n\na\tb\tc\n', ':3:4: expected at most 2 columns'],
    ['an empty label', 'a\tb\nhello\t \n', ':2:7: column 2 is empty'],
    ['an empty file', '\n', ':1:1: the file holds no lines'],
    ['bytes that are no text', Uint8Array.of(97, 9, 98, 10, 97, 255, 9, 98), ':2:2: not UTF-8 text'],
  ])('names the place of %s', (_, content, words) => {
    const { status, stderr } = run('--train', train, '--test', file('bad.tsv', content))
    expect(status).toBe(1)
    expect(stderr).toContain(`bad.tsv${words}`)
  })

  it('says so when there is no such file', () => {
    const { status, stderr } = run('--test', join(folder, 'nowhere.tsv'))
    expect([status, stderr]).toEqual([1, expect.stringContaining('Cannot read')])
  })
})
