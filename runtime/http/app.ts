import { Hono } from 'hono'
import { routes } from '../../schemas/api/index.ts'
import type { Handlers } from './handler.ts'
import { type PageParts, registerPages } from './pages.ts'
import { refuseAll, registerRoutes, type ServeParts } from './serve.ts'

/** The whole HTTP surface: every route of the table, the pages, and a problem document for everything else. */
export function createApp(handlers: Handlers, parts: ServeParts, pages: PageParts): Hono {
  const app = new Hono()
  registerRoutes(app, routes, handlers, parts)
  registerPages(app, pages)
  refuseAll(app, parts)
  return app
}
