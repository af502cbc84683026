import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RouteName, routes } from '../../schemas/api/index.ts'
import { type Role, type Route, roles } from '../../schemas/api/route.ts'
import { newTurn, says } from '../store/testing.ts'
import { gif } from '../uploads/testing.ts'
import { startTestRuntime, type TestRequest, type TestRuntime } from './testing.ts'

/** Stands in everything that exists; whoever may not read it must never see it. */
const canary = 'CANARY-7f3a'

/** Who calls: nobody, a visitor with the token of the conversation in the path or of another, or somebody signed in. */
const principals = ['anonymous', 'own visitor', 'foreign visitor', 'stopped person', ...roles] as const
type Principal = (typeof principals)[number]

/** A request to each route that is right in everything but who sends it. A route without one does not compile. */
const samples: { [name in RouteName]: (ids: Ids) => { path: string; body?: unknown; bytes?: Uint8Array } } = {
  startConversation: () => ({ path: '/v1/conversations', body: {} }),
  postMessage: ({ conversation, next }) => ({
    path: `/v1/conversations/${conversation}/messages`,
    body: { id: `message-${next()}`, content: { type: 'text', text: '你好' } },
  }),
  listMessages: ({ conversation }) => ({ path: `/v1/conversations/${conversation}/messages` }),
  conversationEvents: ({ conversation }) => ({ path: `/v1/conversations/${conversation}/events` }),
  readEntry: () => ({ path: '/v1/entries/storefront' }),
  postUpload: () => ({ path: '/v1/uploads', bytes: gif() }),
  readOwnUpload: ({ conversation, upload }) => ({ path: `/v1/conversations/${conversation}/uploads/${upload}` }),
  readUpload: ({ conversation, upload }) => ({ path: `/api/conversations/${conversation}/uploads/${upload}` }),
  listFlows: () => ({ path: '/api/flows' }),
  createFlow: () => ({ path: '/api/flows', body: { name: 'Another' } }),
  readDraft: ({ flow }) => ({ path: `/api/flows/${flow}/draft` }),
  editDraft: ({ flow }) => ({
    path: `/api/flows/${flow}/draft/edits`,
    body: { id: crypto.randomUUID(), base: 0, operations: [{ op: 'rename-flow', name: canary }] },
  }),
  listEdits: ({ flow }) => ({ path: `/api/flows/${flow}/draft/edits` }),
  draftEvents: ({ flow }) => ({ path: `/api/flows/${flow}/draft/events` }),
  checkDraft: ({ flow }) => ({ path: `/api/flows/${flow}/check` }),
  checkDocument: () => ({ path: '/api/check', body: {} }),
  publishFlow: ({ flow, revision }) => ({ path: `/api/flows/${flow}/publish`, body: { revision: revision() } }),
  listVersions: ({ flow }) => ({ path: `/api/flows/${flow}/versions` }),
  readVersion: ({ flow }) => ({ path: `/api/flows/${flow}/versions/1` }),
  restoreVersion: ({ flow }) => ({ path: `/api/flows/${flow}/versions/1/restore` }),
  archiveFlow: ({ flow }) => ({ path: `/api/flows/${flow}`, body: { archived: false } }),
  exportBundle: () => ({ path: '/api/export' }),
  importBundle: () => ({ path: '/api/import?dry=true', body: { bundle: 1 } }),
  readLibrary: () => ({ path: '/api/library' }),
  putIntent: () => ({ path: '/api/intents/greeting', body: { id: 'greeting', name: canary, utterances: ['你好'] } }),
  listEntries: () => ({ path: '/api/entries' }),
  putEntry: ({ flow }) => ({
    path: '/api/entries/second',
    body: { id: 'second', flowId: flow, name: canary, look: { shop: canary, colour: '#000000', letter: 'c' }, origins: [] },
  }),
  previewTurn: ({ flow }) => ({ path: `/api/flows/${flow}/preview`, body: { locale: 'en', event: { kind: 'opened' } } }),
  health: () => ({ path: '/v1/health' }),
  metrics: () => ({ path: '/metrics' }),
  signIn: () => ({ path: '/api/session', body: { email: 'nobody@shop.test', password: 'not the password' } }),
  signInByLink: () => ({ path: '/api/session/link', body: { token: 'a-link-that-nobody-ever-made' } }),
  readSession: () => ({ path: '/api/session' }),
  signOut: () => ({ path: '/api/session' }),
  changePassword: () => ({ path: '/api/session/password', body: { next: 'long enough a password' } }),
  listUsers: () => ({ path: '/api/users' }),
  inviteUser: ({ next }) => ({ path: '/api/users', body: { name: canary, email: `p${next()}@shop.test`, role: 'analyst' } }),
  changeUser: ({ person }) => ({ path: `/api/users/${person}`, body: { role: 'agent' } }),
  readOriginal: ({ conversation, masked }) => ({
    path: `/api/conversations/${conversation}/messages/${masked}/original`,
    body: { reason: canary },
  }),
  readProvider: () => ({ path: '/api/provider' }),
  putProvider: () => ({ path: '/api/provider', body: { enabled: false, url: 'https://models.example/v1', model: 'small' } }),
  removeProvider: () => ({ path: '/api/provider' }),
  tryProvider: () => ({ path: '/api/provider/try' }),
  listIntents: () => ({ path: '/api/intents' }),
  changeIntents: () => ({ path: '/api/intents/changes', body: { changes: [{ do: 'remove', intent: 'nobody-has-it' }] } }),
  publishIntents: () => ({ path: '/api/intents/publish' }),
  readTraining: () => ({ path: '/api/language/training' }),
  startIntentReport: () => ({ path: '/api/intents/report' }),
  readIntentReport: () => ({ path: '/api/intents/report' }),
  listNearDuplicates: () => ({ path: '/api/intents/duplicates' }),
  tryLanguage: () => ({ path: '/api/language/try', body: { text: '你好' } }),
  listMoodWords: () => ({ path: '/api/mood/words' }),
  putMoodWords: () => ({ path: '/api/mood/words', body: { own: [] } }),
  listReviews: () => ({ path: '/api/reviews' }),
  decideReviews: ({ review }) => ({ path: '/api/reviews/decisions', body: { reviews: [review], decision: { kind: 'dismiss' } } }),
  readConversation: ({ conversation }) => ({ path: `/api/conversations/${conversation}` }),
  rateAnswer: ({ conversation, answer }) => ({
    path: `/v1/conversations/${conversation}/answers/${answer}/rating`,
    body: { helpful: true },
  }),
  listArticles: () => ({ path: '/api/articles?search=x' }),
  readArticle: () => ({ path: '/api/articles/canary-article' }),
  changeArticles: () => ({ path: '/api/articles/changes', body: { changes: [{ do: 'remove', article: 'nobody-has-it' }] } }),
  askKnowledge: () => ({ path: '/api/knowledge/ask', body: { question: '几天内可以退货' } }),
  listArticleDuplicates: () => ({ path: '/api/knowledge/duplicates' }),
  listVocabulary: () => ({ path: '/api/vocabulary' }),
  changeVocabulary: () => ({ path: '/api/vocabulary/changes', body: { changes: [{ do: 'remove-group', group: 'nobody-has-it' }] } }),
  mineSynonyms: () => ({ path: '/api/vocabulary/suggestions/search' }),
  dismissSynonyms: () => ({ path: '/api/vocabulary/suggestions/dismissed', body: { word: '税号', near: ['抬头'], dismissed: false } }),
  suggestSynonyms: () => ({ path: '/api/vocabulary/suggestions' }),
  listProducts: () => ({ path: '/api/products' }),
  changeProducts: () => ({ path: '/api/products/changes', body: { changes: [{ do: 'remove', product: 'nobody-has-it' }] } }),
  importTable: () => ({ path: '/api/imports', body: { what: 'articles', name: 'a.csv', data: '', dry: true } }),
  listReviewClusters: () => ({ path: '/api/reviews/clusters' }),
  listAudit: () => ({ path: '/api/audit' }),
}

/** What the table says, in words of its own: the only place where a test may differ from it is by being wrong. */
function expected(name: RouteName, route: Route, principal: Principal): number | 'done' {
  if (name === 'metrics') return 403 // public in the table; the handler answers this machine and the metrics token
  if (name === 'signIn' || name === 'signInByLink') return 401
  if (route.access === 'public') return 'done'
  // the token itself names the conversation: another visitor's has one, too
  if (route.owner === 'token') return principal === 'own visitor' || principal === 'foreign visitor' ? 'done' : 401
  if (route.access === 'visitor') return principal === 'own visitor' ? 'done' : principal === 'foreign visitor' ? 404 : 401
  if (!isRole(principal)) return 401
  return route.access.includes(principal) ? 'done' : 403
}

interface Ids {
  conversation: string
  /** Seq of a message whose original is kept. */
  masked: number
  /** A photo of the conversation. */
  upload: string
  /** Seq of an answer from the articles. */
  answer: number
  review: string
  flow: string
  person: string
  next(): number
  revision(): number
}

let house: TestRuntime
let ids: Ids
let carry: { [principal in Principal]: TestRequest }

beforeAll(async () => {
  house = await startTestRuntime()
  const own = await house.visit()
  const foreign = await house.visit()
  await house.ask('POST', `/v1/conversations/${own.conversationId}/messages`, {
    token: own.token,
    body: { id: 'canary-1', content: { type: 'text', text: canary } },
  })
  const told = await house.ask('POST', `/v1/conversations/${own.conversationId}/messages`, {
    token: own.token,
    body: { id: 'canary-2', content: { type: 'text', text: `${canary} 13812345678` } },
  })
  const { seq: masked } = (await told.json()) as { seq: number }
  const sent = await house.ask('POST', '/v1/uploads', { token: own.token, bytes: gif() })
  const { id: upload } = (await sent.json()) as { id: string }
  const { answer, review } = await answerFromArticle(own.conversationId)
  await prepare()
  let count = 0
  const stopped = await person('stopped@shop.test')
  ids = {
    conversation: own.conversationId,
    masked,
    upload,
    answer,
    review,
    flow: house.flowId,
    person: (await person('spare@shop.test')).id,
    next: () => ++count,
    revision: () => 0,
  }
  await house.ask('PATCH', `/api/users/${stopped.id}`, { cookie: house.cookies.owner, body: { disabled: true } })
  carry = {
    anonymous: {},
    'own visitor': { token: own.token },
    'foreign visitor': { token: foreign.token },
    'stopped person': { cookie: stopped.cookie },
    owner: { cookie: house.cookies.owner },
    operator: { cookie: house.cookies.operator },
    agent: { cookie: house.cookies.agent },
    analyst: { cookie: house.cookies.analyst },
  }
})
afterAll(() => house.close())

/** A turn as a knowledge card leaves it: an answer that can be rated, and a message to look at. */
async function answerFromArticle(conversation: string): Promise<{ answer: number; review: string }> {
  const { conversations, reviews } = house.runtime.store
  const version = (await conversations.load(conversation))?.version ?? 0
  const said = newTurn(conversation, version, 'canary-3', {
    messages: [says('bot', canary, { meta: { article: 'returns' } })],
    reviews: [{ kind: 'unsure', locale: 'en', text: canary, wording: canary, intents: [] }],
  })
  const committed = await conversations.commit(said)
  if (committed.kind !== 'committed') throw new Error(committed.kind)
  const found = await reviews.list({ status: 'open', offset: 0, limit: 1 })
  return { answer: committed.seq, review: found.reviews[0]?.id ?? '' }
}

describe('who may call what', () => {
  const rows = (Object.keys(routes) as RouteName[]).flatMap((name) => principals.map((principal) => [name, principal] as const))

  it.each(rows)('%s answers %s as the route table says', async (name, principal) => {
    const route: Route = routes[name]
    const wanted = expected(name, route, principal)
    const { path, body, bytes } = await fresh(name)
    const who = name === 'signOut' || name === 'changePassword' ? await ownSession(principal) : carry[principal]
    const response = await house.ask(route.method, path, { ...who, body, bytes })
    const text = route.reply === 'stream' && response.ok ? await closed(response) : await response.text()
    if (wanted === 'done') {
      expect([response.status, text]).toEqual([route.status ?? 200, text])
    } else {
      expect([response.status, text]).toEqual([wanted, text])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(text).not.toContain(canary)
    }
    if (principal === 'foreign visitor' && route.access !== 'public') expect(text).not.toContain(canary)
  })

  it('shows the canary to those who may see it, so that its absence means something', async () => {
    const seen = await Promise.all([
      house.ask('GET', `/v1/conversations/${ids.conversation}/messages`, carry['own visitor']),
      house.ask('GET', '/api/users', carry.owner),
      house.ask('GET', '/api/library', carry.analyst),
      house.ask('GET', `/api/flows/${ids.flow}/draft/edits`, carry.agent),
    ])
    for (const response of seen) expect(await response.text()).toContain(canary)
  })

  it('gives nothing for a token in the address, in a cookie or in lower case of another', async () => {
    const token = carry['own visitor'].token ?? ''
    const path = `/v1/conversations/${ids.conversation}/messages`
    const tries = await Promise.all([
      house.ask('GET', `${path}?token=${token}`),
      house.ask('GET', path, { cookie: `token=${token}; floorwalker-session=${token}` }),
      house.ask('GET', path, { headers: { 'x-authorization': `Bearer ${token}` } }),
      house.ask('GET', path, { token: token.toLowerCase() }),
    ])
    for (const response of tries) expect(response.status === 401 || response.status === 422).toBe(true)
  })

  it('gives nothing for a header, a path prefix or a trick with the path', async () => {
    const tries: [string, TestRequest][] = [
      ['/api/flows', { headers: { 'x-request-from': 'internal', 'x-forwarded-for': '127.0.0.1', 'x-original-url': '/v1/health' } }],
      ['/API/flows', {}],
      ['/api//flows', {}],
      ['/api/flows/', {}],
      ['/v1/health/../../api/flows', {}],
      ['/v1/health/%2e%2e/%2e%2e/api/flows', {}],
      ['/api/flows;.js', {}],
      ['/api/flows%00', {}],
      ['/editor/../api/flows', {}],
    ]
    for (const [path, request] of tries) {
      const response = await house.ask('GET', path, request)
      expect([path, [401, 404].includes(response.status)]).toEqual([path, true])
    }
  })
})

/** Everything the owner can put the canary into. */
async function prepare(): Promise<void> {
  const article = { id: 'canary-article', question: canary, similar: [], answer: canary, tags: [] }
  await house.runtime.store.library.change({ articles: { put: [article] } })
  const { cookie } = { cookie: house.cookies.owner }
  const edit = { id: crypto.randomUUID(), base: 0, operations: [{ op: 'rename-flow', name: canary }] }
  await house.ask('POST', `/api/flows/${house.flowId}/draft/edits`, { cookie, body: edit })
  await house.ask('PUT', '/api/intents/greeting', { cookie, body: { id: 'greeting', name: canary, utterances: ['你好', canary] } })
}

/** A publish is right only with the revision the draft has now. */
async function fresh(name: RouteName): Promise<ReturnType<(typeof samples)[RouteName]>> {
  if (name !== 'publishFlow') return samples[name](ids)
  const { revision } = await house.runtime.flows.drafts.read(ids.flow)
  return samples[name]({ ...ids, revision: () => revision })
}

/** Somebody invited and signed in; their session may end without ending anyone else's. */
async function person(email: string, role: Role = 'analyst'): Promise<{ id: string; cookie: string }> {
  const invited = await house.ask('POST', '/api/users', { cookie: house.cookies.owner, body: { name: canary, email, role } })
  const { user, link } = (await invited.json()) as { user: { id: string }; link: string }
  const signedIn = await house.ask('POST', '/api/session/link', { body: { token: link.split('token=')[1] } })
  return { id: user.id, cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

async function ownSession(principal: Principal): Promise<TestRequest> {
  if (!isRole(principal)) return carry[principal]
  return { cookie: (await person(`leaver-${ids.next()}@shop.test`, principal)).cookie }
}

function isRole(principal: Principal): principal is Role {
  return (roles as readonly string[]).includes(principal)
}

/** Reads what a stream begins with and leaves. */
async function closed(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}
