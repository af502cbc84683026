import { type Bundle, bundle as bundleSchema } from '../../schemas/bundle.ts'
import { diffFlows } from '../../schemas/operation-diff.ts'
import { type Problem, pointer } from '../../schemas/problem.ts'
import { newProblem } from '../../schemas/problem-codes.ts'
import { formatProblem, readJson, schemaProblems } from '../../schemas/read.ts'
import type { Clock } from '../clock.ts'
import { errors } from '../errors.ts'
import type { LibraryChange } from '../store/library-store.ts'
import type { Store } from '../store/store.ts'
import type { Checker } from './check.ts'
import type { Author, Drafts } from './draft.ts'
import { closureOf, namedBy, surroundingsOf } from './surroundings.ts'

export interface ImportReport {
  flows: { id: string; change: 'new' | 'changed' | 'same' }[]
  /** Of the bundle's flows once they are drafts; paths begin with `/flows/<position>`. */
  problems: Problem[]
}

export interface Bundles {
  /** A flow's draft with all it needs, called flows included; without an id, everything. @throws AppError `not-found` */
  export(flowId?: string): Promise<Bundle>
  /**
   * Reads a bundle (its text, or the parsed value) into drafts and library. Nothing goes live, nothing is run or fetched.
   * @param dry only reports what would change
   * @throws AppError `invalid` with exact problems when it is no bundle; nothing is stored then
   */
  import(document: unknown, author: Author, dry: boolean): Promise<ImportReport>
}

export function createBundles(options: {
  store: Pick<Store, 'flows' | 'library' | 'audit'>
  drafts: Drafts
  checker: Checker
  clock: Clock
}): Bundles {
  const { store, drafts, checker, clock } = options

  async function exported(flowId?: string): Promise<Bundle> {
    const { library } = store
    const [intents, offers] = await Promise.all([library.intents(), library.offers()])
    // a flow searches articles by tag as well as by id: what answers go along whole, with the words they are found by
    const knowledge = { articles: await library.articles(), ...(await vocabulary()) }
    if (flowId === undefined) {
      const heads = (await store.flows.list()).filter((head) => !head.archived)
      const flows = await Promise.all(heads.map(async (head) => (await drafts.read(head.id)).flow))
      return { bundle: 1, flows: flows.toSorted((a, b) => (a.id < b.id ? -1 : 1)), intents, offers, ...knowledge }
    }
    const flows = await closureOf((await drafts.read(flowId)).flow, async (id) => (await store.flows.draft(id))?.flow)
    const named = (kind: 'intent' | 'offer') => new Set(flows.flatMap((flow) => namedBy(flow, kind)))
    const [usedIntents, usedOffers] = [named('intent'), named('offer')]
    return {
      bundle: 1,
      flows,
      intents: intents.filter((each) => usedIntents.has(each.id)),
      offers: offers.filter((each) => usedOffers.has(each.id)),
      ...knowledge,
    }
  }

  /** Lists that older bundles did not have are left out while they are empty. */
  async function vocabulary(): Promise<Pick<Bundle, 'synonyms' | 'words' | 'products'>> {
    const { library } = store
    const [synonyms, words, products] = await Promise.all([library.synonyms(), library.words(), library.products()])
    return {
      ...(synonyms.length > 0 ? { synonyms } : {}),
      ...(words.length > 0 ? { words } : {}),
      ...(products.length > 0 ? { products } : {}),
    }
  }

  async function imported(document: unknown, author: Author, dry: boolean): Promise<ImportReport> {
    const bundle = readBundle(document)
    const before = new Map(await Promise.all(bundle.flows.map(async (flow) => [flow.id, await store.flows.draft(flow.id)] as const)))
    const changes = bundle.flows.map((flow) => {
      const draft = before.get(flow.id)
      const operations = draft ? diffFlows(draft.flow, flow) : []
      return { flow, draft, operations, change: !draft ? ('new' as const) : operations.length ? ('changed' as const) : ('same' as const) }
    })
    const problems = await problemsOf(bundle)
    const report: ImportReport = { flows: changes.map(({ flow, change }) => ({ id: flow.id, change })), problems }
    if (dry) return report
    await putLibrary(bundle)
    for (const { flow, draft, operations } of changes) {
      if (draft) await drafts.appendOperations(flow.id, draft.revision, operations, author)
      else await drafts.createFrom(flow, author)
    }
    const sizes = Object.fromEntries(lists.slice(1).map((list) => [list, bundle[list]?.length ?? 0]))
    const detail = { flows: report.flows, ...sizes }
    await store.audit.add({ at: clock.now(), actor: author.id, action: 'bundle-imported', target: 'library', detail })
    return report
  }

  async function problemsOf(bundle: Bundle): Promise<Problem[]> {
    const around = await surroundingsOf(store, bundle.flows, bundle)
    const all: Problem[] = []
    for (const [index, flow] of bundle.flows.entries()) {
      const problems = await checker.check(flow, await around(flow))
      all.push(...problems.map((each) => ({ ...each, path: `${pointer(['flows', index])}${each.path}` })))
    }
    return all
  }

  /** What is there stays, what is in both becomes the new one, what is new comes last. All lists in one transaction. */
  async function putLibrary(bundle: Bundle): Promise<void> {
    const change: LibraryChange = {
      ...(bundle.intents.length > 0 ? { intents: { put: bundle.intents } } : {}),
      ...(bundle.articles.length > 0 ? { articles: { put: bundle.articles } } : {}),
      ...(bundle.offers.length > 0 ? { offers: { put: bundle.offers } } : {}),
      ...(bundle.synonyms?.length ? { synonyms: { put: bundle.synonyms } } : {}),
      ...(bundle.words?.length ? { words: { put: bundle.words } } : {}),
      ...(bundle.products?.length ? { products: { put: bundle.products } } : {}),
    }
    if (Object.keys(change).length > 0) await store.library.change(change)
  }

  return { export: exported, import: imported }
}

const lists = ['flows', 'intents', 'articles', 'offers', 'synonyms', 'words', 'products'] as const

function readBundle(document: unknown): Bundle {
  const read = typeof document === 'string' ? readJson(document) : { value: document }
  if ('problem' in read) throw errors.invalid('This is not a bundle.', [read.problem])
  const strange = strangeFormats(read.value)
  if (strange.length > 0) throw errors.invalid('This is not a bundle that can be imported.', strange)
  const parsed = bundleSchema.safeParse(read.value)
  if (!parsed.success) throw errors.invalid('This is not a bundle that can be imported.', schemaProblems(parsed.error.issues, []))
  for (const list of lists) {
    const seen = new Set<string>()
    for (const [index, { id }] of (parsed.data[list] ?? []).entries()) {
      if (seen.has(id)) throw errors.invalid('The bundle names something twice.', [newProblem('id-twice', [list, index, 'id'], { id })])
      seen.add(id)
    }
  }
  return parsed.data
}

/** Flows of a later version are named as such; that their shape is another than ours would say nothing. */
function strangeFormats(value: unknown): Problem[] {
  const flows = typeof value === 'object' && value !== null && 'flows' in value && Array.isArray(value.flows) ? value.flows : []
  return flows.flatMap((flow, index) => formatProblem(flow, ['flows', index]) ?? [])
}
