import type { Program } from './compile.ts'
import { sayWords } from './run.ts'
import type { Run } from './running.ts'
import { handOver } from './step.ts'
import { words } from './words.ts'

/**
 * Every outbound message passes the rules of the flows that were in play: pass, rewrite, hold back, or hand to people.
 * The product's own words (no node) are not inspected.
 */
export function inspect(run: Run, programs: readonly Program[]): void {
  const watchers = programs.flatMap((program) => program.outboundWatchers.map((watcher) => ({ program, watcher })))
  if (watchers.length === 0) return
  let held = false
  for (let index = 0; index < run.messages.length; index++) {
    const message = run.messages[index]
    if (!message?.node) continue
    for (const { program, watcher } of watchers) {
      const verdict = watcher.behaviour.inspect?.(watcher.data, message.content, run.locale)
      if (!verdict || verdict.verdict === 'pass') continue
      run.trace.push({ flow: program.flow, node: watcher.id, did: 'inspected', note: `${verdict.verdict}: ${verdict.hit}` })
      run.measures.push({
        name: 'quality-hit',
        node: watcher.key,
        detail: { verdict: verdict.verdict, hit: verdict.hit, said: message.node },
      })
      if (verdict.verdict === 'replace') {
        message.content = verdict.content
        continue
      }
      run.messages.splice(index--, 1)
      held = true
      if (verdict.verdict === 'escalate' && run.owner === 'bot')
        handOver(run, { group: 'default', priority: 'high', reason: 'quality-rule' })
      break
    }
  }
  if (held) sayWords(run, words.heldBack)
}
