import type { Entry } from './table.ts'

/** An item as the file has it, before it meets what is there. */
export interface Draft<Item> {
  line: number
  entry: Entry
  /** The file names the id; otherwise it is made of words, and an item with the same words takes its place. */
  hasId: boolean
  item: Item
}
