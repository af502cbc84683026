import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '../../../schemas/article.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import { openSqlite } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import { testOptions } from '../../store/testing.ts'
import { storeArticles } from '../articles.ts'
import { createIntentLibrary } from '../intents.ts'
import { storeVocabulary } from '../vocabulary.ts'
import { createImporter, type ImportReport } from './import.ts'
import { readFile } from './read.ts'
import type { FileReader, SentFile } from './thread.ts'

let store: Store
beforeEach(() => {
  store = openSqlite(':memory:', testOptions())
})
afterEach(() => store.close())

const read: FileReader = ({ data, ...file }) => readFile({ ...file, bytes: new Uint8Array(Buffer.from(data, 'base64')) })

/** Imports a table while others do something: once right before its first rows are stored, or whenever it pauses. */
function bring(
  kind: SentFile['kind'],
  rows: string,
  meanwhile: { change?: () => Promise<unknown>; pause?: () => Promise<unknown> } = {},
): Promise<ImportReport> {
  let { change } = meanwhile
  const library: LibraryStore = {
    ...store.library,
    async change(...given) {
      const edit = change
      change = undefined
      await edit?.()
      return store.library.change(...given)
    },
  }
  const pause = async () => void (await meanwhile.pause?.())
  const data = Buffer.from(rows).toString('base64')
  return createImporter({ library, read, pause }).import({ kind, name: 'a.csv', data, locale: 'en' }, false)
}

const article = (id: string, more: Partial<Article> = {}): Article => ({ id, question: id, similar: [], answer: 'old', tags: [], ...more })
const articles = async () => Object.fromEntries((await store.library.articles()).map((each) => [each.id, each]))

describe('an import while others work', () => {
  it('keeps what they changed after its file was held against the library, and takes only its own part back', async () => {
    await store.library.change({ articles: { put: [article('returns')] } })
    const edit = () => store.library.change({ articles: { put: [article('returns', { similar: ['send back'], tags: ['shop'] })] } })
    const report = await bring('articles', 'question,similar,answer\nreturns,refund,new\n', { change: edit })
    expect(report).toMatchObject({ added: 0, changed: 1, same: 0, problems: [] })
    expect(await articles()).toMatchObject({ returns: { similar: ['send back', 'refund'], answer: 'new', tags: ['shop'] } })
    await storeArticles(store.library, report.undo?.articles ?? [])
    expect(await articles()).toMatchObject({ returns: { similar: ['send back'], answer: 'old', tags: ['shop'] } })
  })

  it('keeps an utterance that was taught meanwhile', async () => {
    const intent = { id: 'track', name: 'Track', utterances: ['where is it'], keywords: [] }
    await store.library.change({ intents: { put: [intent] } })
    const intents = createIntentLibrary(store)
    const label = () => store.library.change({ intents: { put: [{ ...intent, utterances: ['where is it', 'lost?'] }] } })
    const report = await bring('intents', 'intent,utterance\ntrack,any news\n', { change: label })
    expect((await store.library.intents())[0]?.utterances).toEqual(['where is it', 'lost?', 'any news'])
    await intents.change(report.undo?.intents ?? [])
    expect((await store.library.intents())[0]?.utterances).toEqual(['where is it', 'lost?'])
  })

  it('counts a row as the same when others brought it first', async () => {
    await store.library.change({ articles: { put: [article('returns')] } })
    const edit = () => store.library.change({ articles: { put: [article('returns', { answer: 'new' })] } })
    const report = await bring('articles', 'question,answer\nreturns,new\n', { change: edit })
    expect(report).toMatchObject({ added: 0, changed: 0, same: 1, undo: { articles: [] } })
  })

  it('meets what they change between its parts', async () => {
    const ids = Array.from({ length: 150 }, (_, at) => `q${at}`)
    await store.library.change({ articles: { put: ids.map((id) => article(id)) } })
    const version = await store.library.version()
    let isEdited = false
    const pause = async () => {
      if (isEdited || (await store.library.version()) === version) return
      isEdited = true
      await storeArticles(store.library, [{ do: 'add', article: 'q120', similar: ['shop’s own'] }])
    }
    const report = await bring('articles', `question,answer\n${ids.map((id) => `${id},new`).join('\n')}\n`, { pause })
    expect(report).toMatchObject({ added: 0, changed: 150, same: 0 })
    expect(await articles()).toMatchObject({
      q0: { answer: 'new' },
      q120: { answer: 'new', similar: ['shop’s own'] },
      q149: { answer: 'new' },
    })
    await storeArticles(store.library, report.undo?.articles ?? [])
    expect(await articles()).toMatchObject({ q0: { answer: 'old' }, q120: { answer: 'old', similar: ['shop’s own'] } })
  })

  it('leaves the library as it was when what they changed leaves no place for a row', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => `a${at},b${at}`)
    const put = (id: string, ...words: string[]) => ({ do: 'put-group' as const, group: { id, words } })
    let isEdited = false
    const pause = async () => {
      if (isEdited || (await store.library.synonyms()).length === 0) return
      isEdited = true
      await storeVocabulary(store.library, [put('one', 'a110', 'x'), put('two', 'b110', 'y')])
    }
    const report = await bring('synonyms', `${rows.join('\n')}\n`, { pause })
    expect(report).toMatchObject({ problems: [{ line: 111, message: expect.stringContaining('a110、b110') }] })
    expect(report.undo).toBeUndefined()
    expect((await store.library.synonyms()).map(({ id }) => id)).toEqual(['one', 'two'])
  })
})
