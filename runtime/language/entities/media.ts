import type { EntityKind } from './kind.ts'

/** Uploads by their ids, blanks between: words never are one, so nothing is found in them. */
const isUpload: EntityKind['valid'] = (value) => typeof value === 'string' && /^[\w-]{16,64}(?: [\w-]{16,64}){0,3}$/.test(value)

export const photo: EntityKind = { type: 'photo', find: () => [], valid: isUpload }
export const voice: EntityKind = { type: 'voice', find: () => [], valid: isUpload }
