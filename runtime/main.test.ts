import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { routes } from '../schemas/api/index.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let folder = ''
const started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-'))
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('the process', () => {
  it('serves the demo on first start, ends in order under load, and has kept every answered message', { timeout: 90_000 }, async () => {
    const first = await start()
    expect(first.printed).toMatch(/Editor {6}http:\/\/127\.0\.0\.1:\d+\/editor\n {2}Storefront {2}http:\/\/127\.0\.0\.1:\d+\n/)
    expect(first.printed).toMatch(/\/editor\/welcome#token=[\w-]{43}\n/)
    const visit = await post(`${first.url}/v1/conversations`, {})
    const { conversationId, token } = visit.body
    const answered: string[] = []
    const refused: number[] = []
    let isEnding = false
    const chatting = Array.from({ length: 8 }, async (_, writer) => {
      for (let count = 0; !isEnding; count++) {
        const id = `writer-${writer}-${count}`
        try {
          const { status } = await post(
            `${first.url}/v1/conversations/${conversationId}/messages`,
            { id, content: { type: 'text', text: '在吗' } },
            token,
          )
          if (status === 200) answered.push(id)
          else refused.push(status)
        } catch {
          return
        }
      }
    })
    await expect.poll(() => answered.length, { timeout: 10_000 }).toBeGreaterThan(20)
    const began = performance.now()
    const ended = new Promise<number | null>((resolve) => first.child.once('exit', resolve))
    first.child.kill('SIGTERM')
    expect(await ended).toBe(0)
    isEnding = true
    await Promise.all(chatting)
    expect(performance.now() - began).toBeLessThan(12_000)
    expect(refused.filter((status) => status !== 503)).toEqual([])

    const second = await start()
    const stored = new Set<string>()
    for (let after = 0; ; ) {
      const response = await fetch(`${second.url}/v1/conversations/${conversationId}/messages?after=${after}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const { messages } = routes.listMessages.reply.parse(await response.json())
      for (const message of messages) stored.add(message.meta?.clientId ?? '')
      after = messages.at(-1)?.seq ?? after
      if (messages.length === 0) break
    }
    expect(answered.filter((id) => !stored.has(id))).toEqual([])
    // nobody has used the first link: the way in is printed again
    expect(second.printed).toMatch(/#token=[\w-]{43}\n/)
    expect(linkOf(second.printed)).not.toBe(linkOf(first.printed))
  })

  it('tells readers of a stream to come back when it ends', { timeout: 60_000 }, async () => {
    const { url, child } = await start()
    const { conversationId, token } = (await post(`${url}/v1/conversations`, {})).body
    const response = await fetch(`${url}/v1/conversations/${conversationId}/events`, { headers: { authorization: `Bearer ${token}` } })
    const text = response.text()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await text).toMatch(/^retry: 2000\n/)
    await ended
  })

  it('does not start with a bad setting, and names it', { timeout: 20_000 }, async () => {
    const child = spawn(process.execPath, [main], { env: { ...process.env, FLOORWALKER_PORT: 'eighty' } })
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += bytes
    })
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1)
    expect(said).toContain('FLOORWALKER_PORT')
    expect(said).not.toMatch(/at .*\.ts/)
  })
})

async function start(): Promise<{ child: ChildProcess; url: string; printed: string }> {
  const settings = {
    FLOORWALKER_DATA: folder,
    FLOORWALKER_PORT: '0',
    FLOORWALKER_DEMO_PORT: '0',
    FLOORWALKER_LIMITS: '0',
    FLOORWALKER_LOG: 'warn',
  }
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  let printed = ''
  child.stdout?.on('data', (bytes) => {
    printed += bytes
  })
  await expect.poll(() => printed, { timeout: 25_000 }).toMatch(/API {9}http.*\n(\n.*link.*\n.*token=.*\n)?\n/)
  return { child, url: /Editor {6}(http:\/\/[^/]+)/.exec(printed)?.[1] ?? '', printed }
}

async function post(
  address: string,
  body: object,
  token?: string,
): Promise<{ status: number; body: { conversationId: string; token: string } }> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, body: begun.parse(await response.json()) }
}

/** What a reply of the chat API may say of a new conversation; others say neither. */
const begun = z.object({ conversationId: z.string().default(''), token: z.string().default('') })

function linkOf(printed: string): string | undefined {
  return /#token=(\S+)/.exec(printed)?.[1]
}
