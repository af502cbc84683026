// the launcher knows commands by their file in this folder
await import('../bench/language.ts')
