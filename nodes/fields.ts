import { z } from 'zod'
import { id } from '../schemas/name.ts'
import { localizedText, plainText } from '../schemas/text.ts'

/** Minutes of silence until the `silent` outlet; 0 = wait for ever. */
export const silence = z.int().min(0).max(1_440).default(10).meta({ field: 'minutes' })

/** Other wordings of a text, used in turn. */
export const wordings = z.array(localizedText).max(10).meta({ field: 'wordings' })

/** Stable id of a row that the operator made; its outlet carries it. */
export const rowId = id.meta({ field: 'id' })

/** Short words: banned words, synonyms. */
export const words = z.array(plainText.min(1).max(200)).max(500).meta({ field: 'words' })

/** A confidence or share, 0–1. */
export const share = z.number().min(0).max(1).meta({ field: 'percent' })
