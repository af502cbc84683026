import type { Ids } from '../ids.ts'

export interface Training {
  id: string
  for: 'library' | 'version' | 'report'
  /** 0–1. */
  share: number
}

/** What is being trained in this process, for whoever waits. */
export interface Trainings {
  begin(purpose: Training['for']): { progress(share: number): void; end(): void }
  list(): Training[]
}

export function createTrainings(ids: Ids): Trainings {
  const running = new Set<Training>()
  return {
    begin(purpose) {
      const training: Training = { id: ids.row(), for: purpose, share: 0 }
      running.add(training)
      return {
        progress(share) {
          // a trainer that counts another way must not make the bar run backwards
          training.share = Math.min(1, Math.max(training.share, share))
        },
        end: () => void running.delete(training),
      }
    },
    list: () => [...running].map((training) => ({ ...training })),
  }
}
