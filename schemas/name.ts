import { z } from 'zod'

/** Words that would reach an object's prototype; they are no name of anything. */
const reserved = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])

const free = (name: string) => !reserved.has(name)

/** Id of a node, edge, flow, intent, article, offer, choice or branch: letters, digits, dash, dot, underscore. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: 'id-malformed' })
  .refine(free, { error: 'id-malformed' })

/** Name of a slot, usable as a variable in texts: a letter, then letters, digits, underscores. */
export const slotName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'slot-name-malformed' })
  .refine(free, { error: 'slot-name-malformed' })
  .meta({ id: 'SlotName', field: 'slot' })
