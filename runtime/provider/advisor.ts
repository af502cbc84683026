import { judge } from './judge.ts'
import type { Provider } from './provider.ts'
import { rephrase } from './rephrase.ts'

/** The provider as turns ask it. */
export function createAdvisor(provider: Provider) {
  return {
    may: provider.may,
    judge: (text: string, candidates: Parameters<typeof judge>[2]) => judge(provider, text, candidates),
    rephrase: (asked: Parameters<typeof rephrase>[1]) => rephrase(provider, asked),
  }
}
