import type { EntityKind } from './kind.ts'

/** An uploaded file by its address or id: words never are one, so nothing is found in them. */
const isUpload: EntityKind['valid'] = (value) => typeof value === 'string' && /^[\w:/.-]{8,500}$/.test(value)

export const photo: EntityKind = { type: 'photo', find: () => [], valid: isUpload }
export const voice: EntityKind = { type: 'voice', find: () => [], valid: isUpload }
