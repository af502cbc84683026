import type { Amendment, ResumeEvent } from '../../nodes/define.ts'
import { entityTypeWords } from '../../nodes/words.ts'
import { textIn } from '../../schemas/text.ts'
import type { Program, Step } from './compile.ts'
import { topFrame } from './frames.ts'
import { take } from './mentions.ts'
import { sayWords } from './run.ts'
import type { Run } from './running.ts'
import { words } from './words.ts'

/** A question answered before, and the other answer that this message gives to it. */
export interface Correction {
  program: Program
  step: Step
  amendment: Amendment
}

/** How well a correction fits what is open: as well as an answer does. */
export const correctionFit = 0.9

/**
 * What this message changes of what was said before: 「还是要蓝色」 while a later question is open. Newest questions first;
 * a value that answers the open question is its answer, not a correction. Changes nothing.
 */
export function findCorrections(run: Run, said: ResumeEvent & { kind: 'said' }, open: Step | undefined): Correction[] {
  const frame = topFrame(run.state)
  const answered = frame?.answered
  // where no question is open, whoever listens decides what the words mean
  if (!answered || !open?.fills || answered.every((key) => key === open.key) || said.content.type !== 'text' || !said.perception) return []
  const wanted = open.fills
  const before = run.current
  // without words of correction, only a value that the open question cannot take is one
  const mayCorrect = said.perception.corrects === true || fitOf(run, open, said) === 0
  const found: Correction[] = []
  const used = new Set<unknown>()
  for (const key of mayCorrect ? [...answered].reverse() : []) {
    const cut = key.indexOf('/')
    const program = run.input.programs.get(key.slice(0, cut))
    const step = program?.steps.get(key.slice(cut + 1))
    const fills = step?.fills
    if (!program || !step?.behaviour.amend || !fills || step === open || (fills.entity === wanted?.entity && fills.entity !== 'choice'))
      continue
    run.current = { step, visit: run.state.counters.visits[step.key] ?? 1, memory: {} }
    const amendment = step.behaviour.amend(step.data, run.turn, said)
    if (!amendment || amendment.uses.some((each) => used.has(each))) continue
    for (const each of amendment.uses) used.add(each)
    found.push({ program, step, amendment })
  }
  run.current = before
  return found
}

/** How well the message answers what was asked, 0–1. */
export function fitOf(run: Run, step: Step, said: ResumeEvent & { kind: 'said' }): number {
  if (!step.behaviour.fits) return 0
  const before = run.current
  run.current = { step, visit: run.state.counters.visits[step.key] ?? 1, memory: topFrame(run.state)?.waiting?.memory ?? {} }
  const fit = step.behaviour.fits(step.data, run.turn, said)
  run.current = before
  return fit
}

/**
 * Puts the new answers in the place of the old ones and says so in short.
 * @returns the question from whose way out the flow has to go on, because something was done with the old answer; else nothing
 */
export function correct(run: Run, corrections: readonly Correction[], open: Step): { step: Step; outlet: string } | undefined {
  const { locale } = run
  const told: string[] = []
  let again: { step: Step; outlet: string } | undefined
  for (const { program, step, amendment } of corrections) {
    Object.assign(run.state.slots, amendment.sets)
    for (const each of amendment.uses) take(run, each)
    run.trace.push({ flow: program.flow, node: step.id, did: 'corrected' })
    run.measures.push({ name: 'answer-corrected', node: step.key })
    const fills = step.fills
    const label = program.document.slots.find((each) => each.name === fills?.slot)?.label
    const name = textIn(label, locale) || (fills ? entityTypeWords[locale][fills.entity] : '')
    told.push(locale === 'en' ? `${name.toLowerCase()} ${amendment.shown}` : `${name}改成${amendment.shown}`)
    const here = program.flow === topFrame(run.state)?.flow
    if (amendment.made !== undefined && here) again = { step, outlet: amendment.made }
    else if (!again && wasUsed(program, step, open, Object.keys(amendment.sets))) again = { step, outlet: 'answered' }
  }
  sayWords(run, filledIn(words.corrected, told))
  return again
}

function filledIn(text: typeof words.corrected, told: readonly string[]): typeof words.corrected {
  return { 'zh-CN': text['zh-CN'].replace('{what}', () => told.join('，')), en: text.en.replace('{what}', () => told.join(', ')) } as never
}

/** Whether a card between the two questions looked something up, or chose a way, by the old answer; never past one that wrote something. */
function wasUsed(program: Program, from: Step, open: Step, slots: readonly string[]): boolean {
  const seen = new Set<Step>([from])
  const next = [...from.ways.values()]
  let used = false
  for (let step = next.pop(); step; step = next.pop()) {
    if (seen.has(step) || step === open) continue
    seen.add(step)
    const { definition, data } = step
    if (definition.handsOver) continue
    // what was given or written once must not be given twice
    if (definition.effect === 'writes') return false
    if (!definition.waits && definition.reads?.(data).some((slot) => slots.includes(slot))) used = true
    next.push(...step.ways.values())
  }
  return used && program.steps.get(open.id) === open
}
