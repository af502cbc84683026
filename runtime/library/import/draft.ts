import type { Entry } from './table.ts'

/** An item as the file has it, before it meets what is there. */
export interface Draft<Item> {
  line: number
  entry: Entry
  /** The file names the id; otherwise it is made of words, and an item with the same words takes its place. */
  hasId: boolean
  /** What the file calls the item where that may be its id or its name: an item that has it as a name is the one meant. */
  called?: string
  item: Item
}
