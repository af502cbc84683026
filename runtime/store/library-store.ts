import type { Article } from '../../schemas/article.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { MoodCorrection, MoodWord } from '../../schemas/mood.ts'
import type { Offer } from '../../schemas/promotion.ts'
import type { ReviewDecision, ReviewKind } from '../../schemas/review.ts'
import type { Product } from '../../schemas/shop.ts'
import type { Locale } from '../../schemas/text.ts'
import type { ShopWord, SynonymGroup } from '../../schemas/vocabulary.ts'

/** What each list of the library holds; every document has its own id. */
export interface LibraryLists {
  intents: Intent
  articles: Article
  offers: Offer
  synonyms: SynonymGroup
  words: ShopWord
  products: Product
  moodWords: OwnMoodWord
}
export type ListName = keyof LibraryLists

/** A word that the shop added to the lexicon of moods; strength 0 switches a shipped one off. */
export interface OwnMoodWord extends MoodWord {
  id: string
}

/** Single documents to store and ids to take away; a document that is there keeps its place, a new one comes last. */
export type LibraryChange = {
  [Name in ListName]?: {
    put?: readonly LibraryLists[Name][]
    remove?: readonly string[]
    /** Where documents go, counted from 0 in the list as it will be; without, new ones come last and others stay. */
    places?: Readonly<Record<string, number>>
  }
} & {
  /** Decisions that go with it, in the same transaction. */
  decided?: Decided
}

export interface LibraryStore {
  intents(): Promise<Intent[]>
  articles(): Promise<Article[]>
  offers(): Promise<Offer[]>
  synonyms(): Promise<SynonymGroup[]>
  words(): Promise<ShopWord[]>
  products(): Promise<Product[]>
  moodWords(): Promise<OwnMoodWord[]>
  /** Documents of a list by id, in no order; those that are not there are left out. */
  some<Name extends ListName>(list: Name, ids: readonly string[]): Promise<LibraryLists[Name][]>
  /** Each replaces the whole list; the order is kept. */
  putIntents(intents: Intent[]): Promise<void>
  putArticles(articles: Article[]): Promise<void>
  putOffers(offers: Offer[]): Promise<void>
  /**
   * Stores, takes away and decides in one transaction.
   * @param expected version that was read; `stale` when a list that is changed here has changed since, or a review was decided since
   * @returns the library's new version
   */
  change(change: LibraryChange, expected?: number): Promise<number | 'stale'>
  /** Articles that changed since that version, in the order of the list; null when the whole list is to be read. */
  articlesSince(version: number): Promise<{ version: number; put: Article[]; removed: string[] } | null>
  /** Grows with every change; other processes reload when it moves. Of one list: the version that changed it last. */
  version(list?: ListName): Promise<number>
  /** Gives one claim of the offer if budgets allow, once per key: the repeat of a key gets the same code. */
  claim(offer: Offer, visitorId: string, key: string, code: string, at: number): Promise<{ code: string } | { why: 'used-up' | 'had-it' }>
}

/** Something a visitor said that deserves a look. */
export interface NewReview {
  kind: ReviewKind
  locale: Locale
  /** Masked. */
  text: string
  /** The same for all spellings that count as one wording. */
  wording: string
  /** Best first, at most five. */
  intents: { id: string; confidence: number }[]
  article?: string
}

export interface StoredReview extends Omit<NewReview, 'wording'> {
  id: string
  count: number
  firstAt: number
  lastAt: number
  /** Where it was said last. */
  conversationId: string
  seq: number
  status: 'open' | 'done' | 'dismissed'
  decision?: ReviewDecision
  /** True when the decision put something into the library that was not there before. */
  added: boolean
  decidedBy?: string
  decidedAt?: number
}

export interface Decided {
  by: string
  at: number
  /** `was` is the review as it was read: one that was decided meanwhile makes the whole change stale. */
  reviews: readonly { was: StoredReview; decision: ReviewDecision; added: boolean }[]
}

/** Messages to look at: each wording once, repeats counted. Those heard only a few times go when 50,000 newer ones came. */
export interface ReviewStore {
  /** Most frequent first. */
  list(options: {
    kind?: ReviewKind
    status: StoredReview['status']
    offset: number
    limit: number
  }): Promise<{ reviews: StoredReview[]; total: number }>
  /** Open ones of each kind. */
  open(): Promise<Record<ReviewKind, number>>
  /** Those that exist. */
  get(ids: readonly string[]): Promise<StoredReview[]>
  /** The newest texts whose mood a person corrected, oldest first. */
  moods(most: number): Promise<(MoodCorrection & { locale: Locale })[]>
}

export interface Tally {
  answered: number
  helpful: number
  unhelpful: number
}

export interface Rating {
  conversationId: string
  /** Seq of the answer. */
  seq: number
  article: string
  helpful: boolean
  at: number
  /** What the visitor had asked: kept as `confirmed` when it helped and as `unhelpful` when not. */
  asked?: Omit<NewReview, 'kind'> & { seq: number }
}

/** How articles do. `answered` is counted with the turns that answer. */
export interface TallyStore {
  /** Of these articles, or of all that ever answered. */
  of(articles?: readonly string[]): Promise<ReadonlyMap<string, Tally>>
  /** The last word on an answer counts: a changed one takes the earlier one back. @returns false when it was said before */
  rate(rating: Rating): Promise<boolean>
}
