#!/usr/bin/env node
// The command `floorwalker`, for any Node ≥ 18: brings along what is missing, then runs where the user stands.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { become, fail, isNewEnough, readyNode, readyPackages } from './ready.mjs'

const sources = new URL('../cli/index.ts', import.meta.url)
const isCheckout = existsSync(sources)
const entry = isCheckout ? sources : new URL('../dist/cli/index.js', import.meta.url)

try {
  const node = readyNode()
  const env = isCheckout ? readyPackages(node) : process.env
  if (isNewEnough()) await import(entry.href)
  else become(node, [fileURLToPath(entry), ...process.argv.slice(2)], { env })
} catch (failure) {
  fail(failure)
}
