import type { Flow } from '../schemas/flow.ts'
import type { Problem } from '../schemas/problem.ts'
import { readFlow } from '../schemas/read.ts'
import type { Locale } from '../schemas/text.ts'

/** What stands around a flow: what it may refer to. An absent list is not checked against. */
export interface CheckContext {
  /** Other flows by id; their documents, to follow calls. */
  flows?: ReadonlyMap<string, Flow>
  /** Flows that are published or will be in the same publish. */
  published?: ReadonlySet<string>
  intents?: ReadonlySet<string>
  articles?: ReadonlySet<string>
  offers?: ReadonlySet<string>
  /** Languages the shop serves: a text that lacks one is a warning. Absent = all. */
  locales?: readonly Locale[]
}

/** Every problem of a flow with the right envelope. Never throws, changes nothing, same order every time. */
export function check(_flow: Flow, _context: CheckContext = {}): Problem[] {
  return []
}

/** The same from bytes: what cannot be read has the problems of its envelope. */
export function checkDocument(text: string, context: CheckContext = {}): { flow: Flow | null; problems: Problem[] } {
  const read = readFlow(text)
  return 'problems' in read ? { flow: null, problems: read.problems } : { flow: read.flow, problems: check(read.flow, context) }
}
