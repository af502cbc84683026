import { createInterface } from 'node:readline'
import { nodeTypes } from '../nodes/index.ts'
import { systemAlarm, systemClock } from '../runtime/clock.ts'
import { createRehearsal, type Rehearsed } from '../runtime/conversations/rehearse.ts'
import { type Demo, startDemo } from '../runtime/demo.ts'
import { createBundles } from '../runtime/flows/bundle.ts'
import { createChecker } from '../runtime/flows/check.ts'
import { createDrafts } from '../runtime/flows/draft.ts'
import { systemIds } from '../runtime/ids.ts'
import { mask } from '../runtime/language/mask.ts'
import { createWiring } from '../runtime/outside.ts'
import { openSqlite } from '../runtime/store/sqlite.ts'
import type { Bundle } from '../schemas/bundle.ts'
import { type Choice, type InboundContent, type OutboundContent, systemChoices } from '../schemas/content.ts'
import { type Locale, locale as localeSchema } from '../schemas/text.ts'
import { FileError, readBundleFile } from './read-file.ts'
import { wordsOf } from './words.ts'

const author = { id: 'terminal', name: 'Terminal' }

/**
 * Talks to a flow in the terminal, against the demo shop. Nothing is stored. A line is what the visitor says;
 * a number taps that choice; `/silence` lets the time of the open question run out; `/quit` ends.
 * @returns 0, or 1 when the file cannot be talked to
 */
export async function chat(file: string, options: { flow?: string; locale: string; trace?: boolean }): Promise<number> {
  const locale = localeSchema.catch('zh-CN').parse(options.locale)
  let demo: Demo | undefined
  try {
    const read = await readBundleFile(file)
    if ('problems' in read) throw new FileError(read.problems.map((problem) => `${problem.path || '/'}: ${problem.message}`).join('\n'))
    const flow = options.flow ?? entryOf(read.bundle)
    if (!read.bundle.flows.some((each) => each.id === flow)) throw new FileError(`There is no flow "${flow}" in "${file}".`)
    demo = await startDemo(0, 'http://127.0.0.1')
    const rehearse = await stage(read.bundle, demo)
    await talk((turn) => rehearse.turn(flow, { locale, ...turn }), locale, options.trace ?? false)
    return 0
  } catch (thrown) {
    if (!(thrown instanceof FileError)) throw thrown
    process.stderr.write(`${thrown.message}\n`)
    return 1
  } finally {
    await demo?.close()
  }
}

type Turn = Omit<Parameters<ReturnType<typeof createRehearsal>['turn']>[1], 'locale'>

/** A whole installation in memory, with the bundle as its drafts. */
async function stage(bundle: Bundle, demo: Demo): Promise<ReturnType<typeof createRehearsal>> {
  const store = openSqlite(':memory:', { clock: systemClock, ids: systemIds })
  const drafts = createDrafts({ store, clock: systemClock, ids: systemIds, alarm: systemAlarm })
  const bundles = createBundles({ store, drafts, checker: createChecker(systemAlarm), clock: systemClock })
  await bundles.import(JSON.stringify(bundle), author, false)
  const wiring = createWiring({ store, shop: demo.shop, clock: systemClock })
  await wiring.refresh()
  return createRehearsal({ store, outside: wiring.outside, clock: systemClock, mask })
}

async function talk(play: (turn: Turn) => Promise<Rehearsed>, locale: Locale, trace: boolean): Promise<void> {
  const terminal = process.stdin.isTTY === true
  const reader = createInterface({ input: process.stdin, output: process.stdout, terminal })
  // taken before the first wait, so that lines of a pipe are not missed
  const lines = reader[Symbol.asyncIterator]()
  const prompt = () => terminal && process.stdout.write('> ')
  let last = await play({ event: { kind: 'opened' }, owner: 'bot', seq: 0 })
  let seq = 1
  let choices = show(last, locale, trace)
  prompt()
  for await (const line of lines) {
    const words = line.trim()
    if (words === '/quit') break
    if (words) {
      const event: Turn['event'] = words === '/silence' ? { kind: 'silent' } : { kind: 'said', content: contentOf(words, choices) }
      last = await play({ event, state: last.state, owner: last.owner, seq: seq++ })
      choices = show(last, locale, trace)
    }
    prompt()
  }
  reader.close()
}

function contentOf(words: string, choices: readonly Choice[]): InboundContent {
  const tapped = /^\d+$/.test(words) ? choices[Number(words) - 1] : undefined
  return tapped ? { type: 'choice', value: tapped.value, label: tapped.label } : { type: 'text', text: words }
}

/** Prints what was said, with numbered choices; returns the choices. */
function show(turn: Rehearsed, locale: Locale, trace: boolean): readonly Choice[] {
  let choices: readonly Choice[] = []
  for (const { content } of turn.messages) {
    process.stdout.write(`${wordsOf(content, locale)}\n`)
    choices = choicesOf(content) ?? choices
  }
  choices.forEach((choice, index) => process.stdout.write(`  ${index + 1}  ${choice.label}\n`))
  if (turn.owner === 'queue') {
    process.stdout.write('  … people own the conversation now\n  1  @bot\n')
    choices = [{ value: systemChoices.bot, label: systemChoices.bot }]
  }
  if (!trace) return choices
  const best = turn.perception?.intents[0]
  if (best) process.stdout.write(`  # ${best.id} ${best.confidence.toFixed(2)} · ${turn.perception?.mood.polarity}\n`)
  for (const step of turn.trace)
    process.stdout.write(
      `  # ${step.flow}/${step.node} ${step.did}${step.outlet ? ` → ${step.outlet}` : ''}${step.note ? ` (${step.note})` : ''}\n`,
    )
  process.stdout.write(`  # ${JSON.stringify(turn.state.slots)} · ${turn.took.toFixed(1)} ms\n`)
  return choices
}

function choicesOf(content: OutboundContent): readonly Choice[] | undefined {
  return content.type === 'choices' || content.type === 'notice' ? content.choices : undefined
}

/** The flow that visitors enter: none of the others calls it. */
function entryOf(bundle: Bundle): string {
  const called = new Set(
    bundle.flows.flatMap((flow) =>
      flow.nodes.flatMap((node) => {
        const definition = nodeTypes.get(node.type)
        const data = definition?.data.safeParse(node.data)
        const uses = data?.success ? (definition?.uses?.(data.data) ?? []) : []
        return uses.filter((use) => use.kind === 'flow').map((use) => use.id)
      }),
    ),
  )
  return (bundle.flows.find((flow) => !called.has(flow.id)) ?? bundle.flows[0])?.id ?? ''
}
