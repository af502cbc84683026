import type { Perception } from '../../schemas/perception.ts'

export type MoodWord = 'calm' | 'content' | 'angry' | 'anxious' | 'urgent' | 'unhappy'

/** The strongest mood in one word, with its strength where it has one. */
export function moodOf(mood: Perception['mood']): { word: MoodWord; strength: number | null } {
  const strong: [MoodWord, number][] = [
    ['angry', mood.anger],
    ['anxious', mood.anxiety],
    ['urgent', mood.urgency],
  ]
  const [word, strength] = strong.reduce((best, each) => (each[1] > best[1] ? each : best))
  if (strength >= 0.4) return { word, strength }
  if (mood.polarity === 'positive') return { word: 'content', strength: null }
  return { word: mood.polarity === 'negative' ? 'unhappy' : 'calm', strength: null }
}

/** "0.97", "12.4": as few digits as say something. */
export function shortNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2)
}
