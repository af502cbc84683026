import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Flow } from '../schemas/flow.ts'
import { readFlow } from '../schemas/read.ts'
import { check, checkDocument } from './check.ts'
import { mutantContext, mutants, mutations } from './mutate.ts'
import { sampleContext, sampleFlow } from './sample-flow.ts'

const count = 10_000
const longest = 200

function exampleFlows(): Flow[] {
  const folder = join(import.meta.dirname, '../examples/flows')
  if (!statSync(folder, { throwIfNoEntry: false })) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const read = readFlow(readFileSync(join(folder, name), 'utf8'))
      return 'flow' in read ? [read.flow] : []
    })
}

/** Milliseconds of work, not of waiting for a busy machine: the smaller of clock and processor time. */
function timed<T extends object>(work: () => T): T & { ms: number } {
  const began = performance.now()
  const used = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(used)
  return { ...done, ms: Math.min(performance.now() - began, (user + system) / 1_000) }
}

const bases = [sampleFlow(), ...exampleFlows()]

describe('a document with one thing wrong', () => {
  it('starts from documents without that problem', () => {
    expect(check(sampleFlow(), sampleContext())).toEqual([])
    for (const base of bases) expect(check(base, mutantContext(base)).filter((each) => each.severity === 'error')).toEqual([])
  })

  it(`is refused with the right code and path, ${count} times, each within ${longest} ms [T-S7]`, { timeout: 120_000 }, () => {
    const wrong: string[] = []
    const used = new Set<string>()
    const each = Math.ceil(count / bases.length)
    let slowest = { ms: 0, name: '' }
    for (const [index, base] of bases.entries()) {
      const context = mutantContext(base, base.id === 'sample' ? sampleContext() : {})
      let made = 0
      for (const mutant of mutants(base, 20_261_121 + index)) {
        if (made++ >= each) break
        used.add(mutant.name)
        const { problems, ms } = timed(() => checkDocument(mutant.text, context))
        if (ms > slowest.ms) slowest = { ms, name: mutant.name }
        if (problems.some((problem) => problem.code === mutant.code && problem.path === mutant.path)) continue
        wrong.push(
          `${base.id} · ${mutant.name}: wanted ${mutant.code} ${mutant.path}, got ${
            problems
              .slice(0, 3)
              .map((problem) => `${problem.code} ${problem.path}`)
              .join(' | ') || 'nothing'
          }`,
        )
      }
    }
    expect([...new Set(wrong)].slice(0, 40)).toEqual([])
    expect(slowest.ms, slowest.name).toBeLessThan(longest)
    expect([...used].sort(), 'every mutation was tried').toEqual(Object.keys(mutations).sort())
  })

  it('is told the same way every time, and left as it was', { timeout: 60_000 }, () => {
    const context = mutantContext(sampleFlow(), sampleContext())
    let made = 0
    for (const mutant of mutants(sampleFlow(), 7)) {
      if (made++ >= 300) break
      const first = checkDocument(mutant.text, context)
      if (first.flow) {
        const before = JSON.stringify(first.flow)
        expect(check(first.flow, context)).toEqual(first.problems)
        expect(JSON.stringify(first.flow)).toBe(before)
      }
      expect(checkDocument(mutant.text, context).problems).toEqual(first.problems)
    }
  })
})
