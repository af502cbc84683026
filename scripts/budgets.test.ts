import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

/** KiB of compressed script. Every page of a shop pays for the widget. */
const widgetBudget = 25

it(`the widget weighs at most ${widgetBudget} KiB compressed`, () => {
  const file = join(import.meta.dirname, '../dist-web/widget/widget.js')
  if (!existsSync(file)) throw new Error('The widget is not built: npm run build:web')
  expect(gzipSync(readFileSync(file)).length / 1_024).toBeLessThanOrEqual(widgetBudget)
})
