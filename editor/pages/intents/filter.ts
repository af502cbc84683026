import type { CrossValidation, NearDuplicate } from '../../../schemas/intent-report.ts'
import { locales, textIn } from '../../../schemas/text.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import { byHarm, confusedPairs } from './fixes.ts'

export const intentFilters = ['all', 'weak', 'confused', 'doubled', 'unused'] as const
export type IntentFilter = (typeof intentFilters)[number]

/** What is known about the library beside the intents themselves, as far as it has arrived. */
export interface Findings {
  report: CrossValidation | undefined
  duplicates: readonly NearDuplicate[] | undefined
}

/** So many of the most harmful pairs count as confused; a filter that lets all through would say nothing. */
const foremost = 10

/** A test for each filter, made once for a list. */
export function filtersFor({ report, duplicates }: Findings): Record<IntentFilter, (listed: ListedIntent) => boolean> {
  const pairs = byHarm(
    confusedPairs(report?.confusions ?? [], () => true),
    () => true,
  )
  const confused = new Set(pairs.slice(0, foremost).flatMap(({ ways }) => [ways[0].from, ways[0].to]))
  const doubled = new Set(duplicates?.flatMap((pair) => [pair.a.intent, pair.b.intent]))
  return {
    all: () => true,
    weak: ({ health }) => health.state === 'empty' || health.state === 'weak',
    confused: ({ intent }) => confused.has(intent.id),
    doubled: ({ intent }) => doubled.has(intent.id),
    unused: ({ usedBy }) => usedBy.length === 0,
  }
}

/** Intents whose name (either language), id, keywords or utterances hold all the words. */
export function searched(intents: readonly ListedIntent[], search: string): readonly ListedIntent[] {
  const wanted = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return intents
  const holds = (texts: readonly string[]) => wanted.every((word) => texts.some((text) => text.toLowerCase().includes(word)))
  const named = intents.filter(({ intent }) => holds([intent.id, ...locales.map((locale) => textIn(intent.name, locale))]))
  const names = new Set(named)
  const spoken = intents.filter((each) => !names.has(each) && holds([...each.intent.keywords, ...each.intent.utterances]))
  return [...named, ...spoken]
}
