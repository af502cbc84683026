import { call } from '../../call.ts'

/** Saves flows with all they need as one file; without an id, all of them. */
export async function exportFlows(flow?: string): Promise<void> {
  const bundle = await call('exportBundle', { query: flow ? { flow } : {}, timeout: 60_000 })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(bundle, null, 2)}\n`], { type: 'application/json' }))
  link.download = `${flow ?? 'flows'}.floorwalker.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
