import { z } from 'zod'

/** An upload by the id that the server gave it. */
export const uploadId = z.string().regex(/^[\w-]{16,64}$/, { error: 'id-malformed' })

/** What a visitor can send besides words, told by its bytes. */
export const uploadKind = z.enum(['image', 'audio']).meta({ id: 'UploadKind' })
export type UploadKind = z.infer<typeof uploadKind>

/** Types that are taken, and served under this very name. */
export const uploadTypes = {
  image: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  audio: ['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/wav', 'audio/mpeg'],
} as const satisfies { [kind in UploadKind]: readonly string[] }
export type UploadType = (typeof uploadTypes)[UploadKind][number]

const mebibyte = 1_024 * 1_024

/** Most bytes of one upload. */
export const uploadBytes: { readonly [kind in UploadKind]: number } = { image: 8 * mebibyte, audio: 4 * mebibyte }
/** Longest voice message, in seconds. */
export const longestVoice = 120
/** Photos in one message. */
export const photosAtOnce = 4
