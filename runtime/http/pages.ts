import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context, Hono } from 'hono'
import { type Locale, locale as localeSchema } from '../../schemas/text.ts'
import { createFolder, type Folder } from './files.ts'
import { headersOf } from './headers.ts'

export interface PageParts {
  /** Folder of the built editor, widget and API page. */
  built: string
  /** The OpenAPI document, as JSON text. */
  openApi: string
  /** JSON Schema of flow documents as JSON text, with titles and hints in one language. */
  flowSchema(locale: Locale): string
}

/** Where the browser side is built to, in the checkout. */
export const builtFolder = fileURLToPath(new URL('../../dist-web', import.meta.url))

/** Everything that is no route of the API: the editor, the widget, the API page and the two published documents. */
export function registerPages(app: Hono, { built, openApi, flowSchema }: PageParts): void {
  const editor = createFolder(join(built, 'editor'))
  const widget = createFolder(join(built, 'widget'))
  const documentation = createFolder(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')))

  app.get('/', (c) => c.redirect('/editor'))
  app.get('/openapi.json', () => json(openApi))
  app.get('/schemas/flow-1.json', (c) => json(flowSchema(localeSchema.catch('en').parse(c.req.query('locale')))))
  app.get('/docs/api', () => new Response(apiPage, { headers: { ...pageHeaders, 'content-type': 'text/html; charset=utf-8' } }))
  app.get(
    '/docs/api/start.js',
    () => new Response(apiScript, { headers: { ...pageHeaders, 'content-type': 'text/javascript; charset=utf-8' } }),
  )
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    app.get(`/docs/api/${file}`, (c) => fileOr404(documentation, file, c, { ...pageHeaders, 'cache-control': hourly }))

  for (const file of ['widget.js', 'widget.css']) {
    app.get(`/${file}`, (c) => fileOr404(widget, file, c, { 'cache-control': hourly, 'cross-origin-resource-policy': 'cross-origin' }))
  }

  const editorPage = async (c: Context) => {
    const path = decoded(c.req.path.replace(/^\/editor\/?/, ''))
    if (path === null) return missing()
    const isAsset = path.startsWith('assets/')
    // built assets carry a hash of their content in their name
    const cache = isAsset ? 'public, max-age=31536000, immutable' : 'no-cache'
    const found = path === '' ? null : await answer(editor, path, c, { ...pageHeaders, 'cache-control': cache })
    if (found) return found
    if (isAsset) return missing()
    return fileOr404(editor, 'index.html', c, { ...pageHeaders, 'cache-control': 'no-cache' })
  }
  app.get('/editor', editorPage)
  app.get('/editor/*', editorPage)
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

const hourly = 'public, max-age=3600, stale-while-revalidate=86400'

/**
 * Scripts come from here only, none inline and no eval. Styles may stand inline: the code editor and the component kit
 * write style elements at run time.
 */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

function json(text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
  })
}

function answer(folder: Folder, path: string, c: Context, headers: Record<string, string>): Promise<Response | null> {
  const header = headersOf(c)
  return folder.answer(path, { acceptEncoding: header('accept-encoding'), ifNoneMatch: header('if-none-match') }, headers)
}

async function fileOr404(folder: Folder, path: string, c: Context, headers: Record<string, string>): Promise<Response> {
  return (await answer(folder, path, c, headers)) ?? missing()
}

function missing(): Response {
  return new Response('Not found. The browser side is built by npm start.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
}

const apiPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Floorwalker API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/docs/api/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/api/swagger-ui-bundle.js"></script>
    <script src="/docs/api/start.js"></script>
  </body>
</html>
`

const apiScript = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null, supportedSubmitMethods: [] })
`
