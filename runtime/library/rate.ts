import { errors } from '../errors.ts'
import type { Rating } from '../store/library-store.ts'
import type { Store } from '../store/store.ts'
import { wordingOf } from './heard.ts'

/** Messages before an answer among which the question is looked for. */
const lookBack = 20

/**
 * Notes whether an answer from the articles helped, and keeps the question for operators: a new way to ask what the article
 * answers, or a sign that it does not. Said twice, it counts once; the last word counts.
 * @throws AppError `not-found` when there is no conversation, or no answer from an article at this place
 */
export async function rateAnswer(
  store: Pick<Store, 'conversations' | 'tallies' | 'library'>,
  { conversationId, seq, helpful, at }: Pick<Rating, 'conversationId' | 'seq' | 'helpful' | 'at'>,
): Promise<void> {
  const conversation = await store.conversations.load(conversationId)
  if (!conversation) throw errors.notFound('conversation', conversationId)
  const messages = await store.conversations.messagesAfter(conversationId, Math.max(0, seq - lookBack), lookBack)
  const answer = messages.find((message) => message.seq === seq)
  const article = answer?.meta?.article
  if (article === undefined) throw errors.notFound('answer', String(seq))
  const asked = messages.filter((message) => message.from === 'visitor' && message.seq < seq).at(-1)
  const wording = asked?.content.type === 'text' ? wordingOf(asked.content.text) : ''
  const isNews = wording !== '' && !(helpful && (await isKnown(store, article, wording)))
  await store.tallies.rate({
    conversationId,
    seq,
    article,
    helpful,
    at,
    ...(asked?.content.type === 'text' && isNews
      ? {
          asked: {
            locale: conversation.state.locale ?? conversation.locale,
            text: asked.content.text,
            wording,
            intents: [],
            article,
            seq: asked.seq,
          },
        }
      : {}),
  })
}

/** True when the article asks the same in so many words: there is nothing to propose. */
async function isKnown(store: Pick<Store, 'library'>, id: string, wording: string): Promise<boolean> {
  const [article] = await store.library.some('articles', [id])
  return article !== undefined && [article.question, ...article.similar].some((question) => wordingOf(question) === wording)
}
