import { type Chat, type Load, loadWith, startServer } from './load.ts'

/** What shoppers say, short as they say it. */
export const words = [
  '我的快递到哪了',
  '有没有优惠券',
  '我想退货',
  'where is my parcel',
  '帮我查一下物流',
  '还能便宜点吗',
  '你好',
  '订单到哪一步了 D20261118-0042',
]
const conversations = 2_000

export interface Turns {
  floors: { none: Load; N: Load; F: Load; G: Load }
  plain: Load
  full: Load
}

/** The four floors and ours, in turn, in one run. @param seconds of load for each */
export async function measureTurns(seconds: number, progress: (done: string) => void): Promise<Turns> {
  const floor = async (kind: string) => {
    const server = await startServer('floor-server.ts', kind)
    const chats = Array.from(
      { length: conversations },
      (_, index): Chat => ({ path: `/v1/conversations/c${index}/messages`, token: 'none' }),
    )
    try {
      return await loadWith(server, chats, words, seconds)
    } finally {
      await server.stop()
      progress(`floor ${kind}`)
    }
  }
  const ours = async (kind: 'plain' | 'full') => {
    const server = await startServer('our-server.ts', kind)
    try {
      return await loadWith(server, await openChats(server.url), words, seconds)
    } finally {
      await server.stop()
      progress(`ours, ${kind}`)
    }
  }
  const none = await floor('none')
  const N = await floor('N')
  const F = await floor('F')
  const G = await floor('G')
  return { floors: { none, N, F, G }, plain: await ours('plain'), full: await ours('full') }
}

export async function openChats(url: string): Promise<Chat[]> {
  const chats: Chat[] = []
  const open = async () => {
    const response = await fetch(`${url}/v1/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entry: 'bench', locale: 'zh-CN' }),
    })
    if (response.status !== 201) throw new Error(`no conversation: ${response.status} ${await response.text()}`)
    const { conversationId, token } = (await response.json()) as { conversationId: string; token: string }
    chats.push({ path: `/v1/conversations/${conversationId}/messages`, token })
  }
  for (let index = 0; index < conversations; index += 50) await Promise.all(Array.from({ length: 50 }, open))
  return chats
}
