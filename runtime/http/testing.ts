import type { RouteName, Routes } from '../../schemas/api/index.ts'
import { type Reply, type Role, roles } from '../../schemas/api/route.ts'
import type { Flow } from '../../schemas/flow.ts'
import { type Clock, systemAlarm, systemClock } from '../clock.ts'
import { systemIds } from '../ids.ts'
import { createRuntime, type Runtime, type RuntimeOptions } from '../index.ts'
import { createLog } from '../log.ts'
import { readSettings, type Settings } from '../settings.ts'
import { openSqlite } from '../store/sqlite.ts'

/** A runtime in memory with a published flow, the entry `storefront`, and somebody of each role signed in. */
export interface TestRuntime {
  runtime: Runtime
  /** Sends a request as a browser on our own page would. */
  ask(method: string, path: string, request?: TestRequest): Promise<Response>
  /** Session cookie of each role. */
  cookies: { [role in Role]: string }
  /** Ids of those people. */
  people: { [role in Role]: string }
  flowId: string
  /** Begins a conversation. */
  visit(body?: Record<string, unknown>): Promise<{ conversationId: string; token: string; visitorId: string }>
  /** Everything the log wrote. */
  log: string[]
  close(): Promise<void>
}

export interface TestRequest {
  body?: unknown
  /** Sent as it is instead of `body`. */
  text?: string
  /** Sent as it is, as bytes of no named type, instead of `body`. */
  bytes?: Uint8Array | undefined
  cookie?: string | undefined
  token?: string | undefined
  headers?: Record<string, string>
}

/** A reply as the route table types it; it is checked on the way, and a refusal is shown whole. */
export async function read<Name extends RouteName>(name: Name, response: Response): Promise<Reply<Routes[Name]>> {
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(`${name} was refused: ${JSON.stringify(body)}`)
  return body as Reply<Routes[Name]>
}

export const origin = 'http://shop.test'

export async function startTestRuntime(
  options: { settings?: Partial<Settings>; clock?: Clock; flow?: Flow } & Pick<RuntimeOptions, 'shop'> = {},
): Promise<TestRuntime> {
  const clock = options.clock ?? systemClock
  const log: string[] = []
  const store = openSqlite(':memory:', { clock, ids: systemIds })
  const settings = { ...readSettings({ FLOORWALKER_LIMITS: '0' }), ...options.settings }
  const runtime = await createRuntime({
    settings,
    store,
    clock,
    alarm: systemAlarm,
    log: createLog('debug', { write: (line: string) => void log.push(line) }),
    checkReplies: true,
    baseUrl: () => origin,
    ...(options.shop ? { shop: options.shop } : {}),
  })
  const ask: TestRuntime['ask'] = async (method, path, request = {}) => {
    const text = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body))
    const bytes = request.bytes ? Uint8Array.from(request.bytes) : text === undefined ? undefined : new TextEncoder().encode(text)
    const type = request.bytes ? 'application/octet-stream' : 'application/json'
    return runtime.app.request(`${origin}${path}`, {
      method,
      headers: {
        host: new URL(origin).host,
        origin: settings.publicUrl ?? origin,
        ...(bytes ? { 'content-type': type, 'content-length': String(bytes.length) } : {}),
        ...(request.cookie === undefined ? {} : { cookie: request.cookie }),
        ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
        ...request.headers,
      },
      ...(bytes ? { body: bytes } : {}),
    })
  }
  const flowId = await publishFirst(runtime, options.flow)
  await store.flows.putEntry({
    id: 'storefront',
    flowId,
    name: 'Storefront',
    look: { shop: '禾木生活', colour: '#0b6e5f', letter: '禾' },
    origins: ['https://listed.test'],
  })
  const { cookies, people } = await signEveryoneIn(runtime, ask)
  return {
    runtime,
    ask,
    cookies,
    people,
    flowId,
    log,
    async visit(body = {}) {
      const response = await ask('POST', '/v1/conversations', { body })
      if (response.status !== 201) throw new Error(`no conversation: ${await response.text()}`)
      return response.json() as Promise<{ conversationId: string; token: string; visitorId: string }>
    },
    close: () => runtime.close(),
  }
}

async function publishFirst({ flows }: Runtime, flow: Flow | undefined): Promise<string> {
  const author = { id: 'test', name: 'Test' }
  if (flow) await flows.drafts.createFrom(flow, author)
  const made = flow?.id ?? (await flows.drafts.create({ 'zh-CN': '欢迎', en: 'Welcome' }, author)).id
  const { revision } = await flows.drafts.read(made)
  await flows.publisher.publish(made, { revision }, author)
  return made
}

async function signEveryoneIn(runtime: Runtime, ask: TestRuntime['ask']) {
  const cookies: Record<string, string> = {}
  const people: Record<string, string> = {}
  const signIn = async (role: Role, link: string) => {
    const response = await ask('POST', '/api/session/link', { body: { token: link.split('token=')[1] } })
    cookies[role] = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    people[role] = ((await response.json()) as { id: string }).id
  }
  await signIn('owner', (await runtime.ownerLink()) ?? '')
  for (const role of roles.filter((each) => each !== 'owner')) {
    const response = await ask('POST', '/api/users', { cookie: cookies.owner, body: { name: role, email: `${role}@shop.test`, role } })
    await signIn(role, ((await response.json()) as { link: string }).link)
  }
  // each role was put in by the loop above
  return { cookies: cookies as { [role in Role]: string }, people: people as { [role in Role]: string } }
}

/** A house of its own, with these settings, for one test. */
export async function within(settings: Partial<Settings>, test: (house: TestRuntime) => Promise<unknown>): Promise<void> {
  const house = await startTestRuntime({ settings })
  try {
    await test(house)
  } finally {
    await house.close()
  }
}
