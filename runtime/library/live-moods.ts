import { createMood, type MoodReader } from '../language/mood.ts'
import type { Store } from '../store/store.ts'

/** Reads moods as this shop's operators taught it: their words, and the messages whose mood they corrected. */
export interface LiveMoods {
  reader(): MoodReader
  /** Takes over what changed. */
  refresh(): Promise<void>
}

/** Of older corrections the shop has as a rule made better ones; all of them would hold up the thread. */
const mostCorrections = 200

export function createLiveMoods({ library, reviews }: Pick<Store, 'library' | 'reviews'>): LiveMoods {
  let reader = createMood()
  let version = 0

  return {
    reader: () => reader,
    async refresh() {
      // decisions about moods count as changes of the words
      const now = await library.version('moodWords')
      if (now === version) return
      const [words, corrections] = await Promise.all([library.moodWords(), reviews.moods(mostCorrections)])
      reader = createMood(
        words.map(({ id: _id, ...word }) => word),
        corrections.map(({ locale: _locale, ...correction }) => correction),
      )
      version = now
    },
  }
}
