import type { Flow } from '../../schemas/flow.ts'

/** A checked flow made ready to run: frozen, with indexes. */
export interface Program {
  flow: string
  versionId: string
  document: Flow
}
