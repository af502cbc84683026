import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

interface File {
  type: string
  etag: string
  plain: Uint8Array<ArrayBuffer>
  /** Compressed once, when first asked for. */
  encoded: Map<'br' | 'gzip', Promise<Uint8Array<ArrayBuffer>>>
  mtime: number
}

export interface Folder {
  /**
   * A file of the folder, compressed as the caller accepts, or 304; null when there is none.
   * `path` is relative; anything that leaves the folder is null.
   */
  answer(
    path: string,
    request: { acceptEncoding: string | undefined; ifNoneMatch: string | undefined },
    headers: Record<string, string>,
  ): Promise<Response | null>
}

/** Serves a folder of built files from memory. Files that change on disk (a new build) are read anew. */
export function createFolder(root: string): Folder {
  const base = resolve(root)
  const files = new Map<string, File>()
  return {
    async answer(path, request, headers) {
      const full = resolve(join(base, path))
      if (full !== base && !full.startsWith(base + sep)) return null
      const file = load(full, files)
      if (!file) return null
      const all = { ...headers, 'content-type': file.type, etag: file.etag, vary: 'Accept-Encoding', 'x-content-type-options': 'nosniff' }
      if (request.ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.etag))
        return new Response(null, { status: 304, headers: all })
      const encoding = encodingFor(request.acceptEncoding, file)
      if (!encoding) return new Response(file.plain, { headers: all })
      return new Response(await encoded(file, encoding), { headers: { ...all, 'content-encoding': encoding } })
    },
  }
}

function load(full: string, files: Map<string, File>): File | null {
  if (!existsSync(full)) return null
  // a link could lead anywhere, so it is no file of ours
  const stat = lstatSync(full)
  if (!stat.isFile()) return null
  const known = files.get(full)
  if (known?.mtime === stat.mtimeMs) return known
  const plain = new Uint8Array(readFileSync(full))
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const file = { type: types[extname(full)] ?? 'application/octet-stream', etag, plain, encoded: new Map(), mtime: stat.mtimeMs }
  files.set(full, file)
  return file
}

function encodingFor(accepted: string | undefined, file: File): 'br' | 'gzip' | null {
  if (accepted === undefined || file.plain.length < 1_024 || !/^(text|application\/(json|javascript|manifest)|image\/svg)/.test(file.type))
    return null
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : null
}

function encoded(file: File, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.encoded.get(encoding)
  if (known) return known
  const made = (
    encoding === 'br' ? compressBrotli(file.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : compressGzip(file.plain)
  ).then((bytes) => new Uint8Array(bytes))
  file.encoded.set(encoding, made)
  return made
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
