import { buildWebIfStale } from './build-web.ts'

// the second of the two commands a newcomer types: prepares what is missing, then becomes the server
await buildWebIfStale()
await import('../runtime/main.ts')
