import * as chat from './chat.ts'
import * as flows from './flows.ts'
import * as intents from './intents.ts'
import * as knowledge from './knowledge.ts'
import * as preview from './preview.ts'
import * as provider from './provider.ts'
import * as reviews from './reviews.ts'
import type { Route } from './route.ts'
import * as system from './system.ts'

const { flowHead: _head, ...flowRoutes } = flows
const { traceStep: _step, ...previewRoutes } = preview
const { me: _me, ...systemRoutes } = system

/** Every route of the product, by name. From this table come registration, the typed clients, OpenAPI and the authorisation test. */
export const routes = {
  ...chat,
  ...flowRoutes,
  ...intents,
  ...knowledge,
  ...previewRoutes,
  ...provider,
  ...reviews,
  ...systemRoutes,
} satisfies Record<string, Route>
export type Routes = typeof routes
export type RouteName = keyof Routes
