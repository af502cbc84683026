import { check } from '../nodes/check.ts'
import type { Bundle } from '../schemas/bundle.ts'
import type { Problem } from '../schemas/problem.ts'
import { problemWords } from '../schemas/problem-codes.ts'
import { type Locale, locale as localeSchema } from '../schemas/text.ts'
import { FileError, readBundleFile } from './read-file.ts'

/**
 * Prints every problem of a flow or bundle file, one a line: `error /nodes/3/data/question: words [code]`.
 * @returns 0, or 1 when a problem is an error or the file cannot be read
 */
export async function validate(file: string, options: { locale: string }): Promise<number> {
  const locale = localeSchema.catch('en').parse(options.locale)
  try {
    const problems = await problemsOf(file)
    for (const problem of problems) process.stdout.write(`${lineOf(problem, locale)}\n`)
    return problems.some((problem) => problem.severity === 'error') ? 1 : 0
  } catch (thrown) {
    if (!(thrown instanceof FileError)) throw thrown
    process.stderr.write(`${thrown.message}\n`)
    return 1
  }
}

async function problemsOf(file: string): Promise<Problem[]> {
  const read = await readBundleFile(file)
  if ('problems' in read) return read.problems
  // a lone flow is checked by itself: what it refers to may be elsewhere
  if (read.single) return read.bundle.flows.flatMap((flow) => check(flow))
  return read.bundle.flows.flatMap((flow, index) =>
    check(flow, around(read.bundle)).map((problem) => ({ ...problem, path: `/flows/${index}${problem.path}` })),
  )
}

function around(bundle: Bundle): Parameters<typeof check>[1] {
  const ids = (items: readonly { id: string }[]) => new Set(items.map((each) => each.id))
  return {
    flows: new Map(bundle.flows.map((flow) => [flow.id, flow])),
    published: ids(bundle.flows),
    intents: ids(bundle.intents),
    articles: ids(bundle.articles),
    offers: ids(bundle.offers),
  }
}

function lineOf(problem: Problem, locale: Locale): string {
  return `${problem.severity} ${problem.path || '/'}: ${problemWords(problem, locale)} [${problem.code}]`
}
