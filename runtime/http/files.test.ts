import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolder } from './files.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'floorwalker-files-'))
  writeFileSync(join(root, 'app.js'), 'const shop = 1\n'.repeat(500))
  writeFileSync(join(root, 'small.css'), 'a{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const ask = (path: string, acceptEncoding?: string, ifNoneMatch?: string) =>
  createFolder(root).answer(path, { acceptEncoding, ifNoneMatch }, { 'cache-control': 'no-cache' })

describe('a built file', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('comes compressed as %s when the browser takes that', async (encoding, unpack) => {
    const response = await ask('app.js', `deflate, ${encoding}`)
    expect(response?.headers.get('content-encoding')).toBe(encoding)
    expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(unpack((await response?.arrayBuffer()) ?? '').toString()).toBe('const shop = 1\n'.repeat(500))
  })

  it('comes as it is when the browser takes nothing else, or when it is small', async () => {
    expect((await ask('app.js'))?.headers.has('content-encoding')).toBe(false)
    expect((await ask('small.css', 'br'))?.headers.has('content-encoding')).toBe(false)
  })

  it('is not sent again to who has it, and is when it has changed', async () => {
    const folder = createFolder(root)
    const get = (ifNoneMatch?: string) => folder.answer('small.css', { acceptEncoding: undefined, ifNoneMatch }, {})
    const etag = (await get())?.headers.get('etag') ?? ''
    expect((await get(`"other", W/${etag}`))?.status).toBe(304)
    await new Promise((resolve) => setTimeout(resolve, 20))
    writeFileSync(join(root, 'small.css'), 'b{}')
    expect(await (await get(etag))?.text()).toBe('b{}')
  })

  it('is none outside its folder, and no folder is a file', async () => {
    for (const path of ['../package.json', '/etc/passwd', '..', '.', '', 'app.js/../../x', 'missing.js'])
      expect([path, await ask(path)]).toEqual([path, null])
  })

  it('is none behind a link that leads out', async () => {
    symlinkSync('/etc/hostname', join(root, 'link.txt'))
    expect(await ask('link.txt')).toBeNull()
  })
})
