import { rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../runtime/clock.ts'
import { openHouse, textsOf } from '../../runtime/conversations/testing.ts'
import { systemIds } from '../../runtime/ids.ts'
import { openSqlite } from '../../runtime/store/sqlite.ts'
import { flow as flowSchema } from '../../schemas/flow.ts'
import { audit } from './auditor.ts'
import killFlow from './kill-flow.json' with { type: 'json' }
import { noRecords } from './records.ts'
import { scratchFolder } from './world.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A short honest chat, and what its client wrote down. */
async function chatted() {
  const folder = scratchFolder()
  folders.push(folder)
  const file = join(folder, 'honest.db')
  const store = openSqlite(file, { clock: systemClock, ids: systemIds })
  const house = await openHouse({ on: store })
  await house.publish(flowSchema.parse(killFlow))
  const she = await house.shopper('kill')
  const records = noRecords()
  records.opened.push(she.id)
  for (const clientId of ['talk-0-0-0', 'talk-0-0-1', 'talk-0-0-2']) {
    const reply = await she.says(clientId, clientId)
    const replies = reply.messages.map((message) => ({ seq: message.seq, text: textsOf([message])[0] ?? '' }))
    records.sent.push({ conversationId: she.id, clientId, text: clientId, repeats: [], acknowledged: { seq: reply.seq, replies } })
  }
  await store.close()
  return { file, records }
}

describe('the auditor', () => {
  it('has nothing to say against an honest chat', async () => {
    const { file, records } = await chatted()
    expect(audit(file, records, { replies: 'history' })).toEqual([])
  })

  it.each([
    ['an acknowledged message is gone', "delete from messages where client_id = 'talk-0-0-1'"],
    ['a reply is gone', "delete from messages where sender = 'bot' and seq = 5"],
    [
      'a message was answered twice',
      "insert into messages select conversation_id, 99, id || 'x', sender, at, content, meta, null from messages where seq = 5",
    ],
    [
      'a reply says something else than was told',
      "update messages set content = replace(content, 'talk-0-0-1|2', 'talk-0-0-1|7') where seq = 5",
    ],
    [
      'two replies were swapped',
      'update messages set seq = case seq when 3 then 1005 when 5 then 1003 else seq end where seq in (3, 5); update messages set seq = seq - 1000 where seq > 1000',
    ],
    ['a question is still open', "update turns set status = 'pending' where client_id = 'talk-0-0-2'"],
    ['the conversation miscounts', 'update conversations set seq = seq + 1'],
    ['nobody sent this', "update messages set client_id = 'someone-else' where client_id = 'talk-0-0-0'"],
    ['a conversation is gone', 'delete from turns; delete from messages; delete from conversations'],
    [
      'coupons were given beyond the budget',
      "insert into claims (offer_id, key, visitor_id, nth, code, at) values ('kill', 'k', 'v', 1, 'C', 0)",
    ],
  ])('notices that %s', async (_what, statement) => {
    const { file, records } = await chatted()
    records.offers.push({ id: 'kill', total: 0 })
    const database = new SqliteDatabase(file)
    database.pragma('foreign_keys = off')
    database.exec(statement)
    database.close()
    expect(audit(file, records, { replies: 'history' })).not.toEqual([])
  })
})
