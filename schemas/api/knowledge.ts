import { z } from 'zod'
import { article, knowledgeAnswer } from '../article.ts'
import { articleChange, intentChange, productChange, vocabularyChange } from '../library-change.ts'
import { productFact } from '../product-answer.ts'
import { product } from '../shop.ts'
import { locale, plainText } from '../text.ts'
import { shopWord, synonymGroup } from '../vocabulary.ts'
import { route } from './route.ts'

const readers = ['owner', 'operator', 'agent', 'analyst'] as const
const writers = ['owner', 'operator'] as const

const offset = z.coerce.number().int().min(0).max(1_000_000).default(0)
const search = z.string().max(200).default('')

const tally = z.object({ answered: z.int(), helpful: z.int(), unhelpful: z.int() }).meta({ id: 'ArticleTally' })

export const listArticles = route({
  method: 'GET',
  path: '/api/articles',
  access: readers,
  owner: 'shared',
  summary: 'Articles with how they do, at most 50; searched and filtered.',
  query: z
    .object({
      search,
      offset,
      filter: z.enum(['all', 'thin', 'expired', 'unhelpful']).default('all'),
      locale: locale.optional(),
      tag: z.string().max(100).optional(),
    })
    .strict(),
  reply: z.object({
    version: z.int(),
    total: z.int(),
    tags: z.array(z.string()),
    articles: z.array(
      z
        .object({
          id: z.string(),
          question: z.string(),
          /** Similar questions it has; five are wanted. */
          similar: z.int(),
          locale: locale.optional(),
          tags: z.array(z.string()),
          validity: z.enum(['valid', 'later', 'over']),
          tally,
        })
        .meta({ id: 'ListedArticle' }),
    ),
  }),
})

export const readArticle = route({
  method: 'GET',
  path: '/api/articles/{id}',
  access: readers,
  owner: 'shared',
  summary: 'An article with how it does.',
  reply: z.object({ version: z.int(), article, tally }),
})

export const changeArticles = route({
  method: 'POST',
  path: '/api/articles/changes',
  access: writers,
  owner: 'shared',
  summary: 'Change articles, all or nothing; counts for visitors within a second. The reply holds the changes that undo it.',
  maxBody: 2 * 1024 * 1024,
  body: z.object({ changes: z.array(articleChange).min(1).max(1_000) }).strict(),
  reply: z.object({ version: z.int(), undo: z.array(articleChange) }),
})

export const askKnowledge = route({
  method: 'POST',
  path: '/api/knowledge/ask',
  access: readers,
  owner: 'shared',
  summary: 'What visitors would be answered now, why this article, and why not the next.',
  body: z
    .object({
      question: z.string().min(1).max(1_000),
      locale: locale.default('zh-CN'),
      tags: z.array(z.string().max(100)).max(20).default([]),
      /** Product that is talked about. */
      product: z.string().max(100).optional(),
    })
    .strict(),
  reply: z.object({
    version: z.int(),
    answer: knowledgeAnswer,
    confidence: z.number(),
    /** The best and the next, with the question that came closest and the words that spoke for it. */
    articles: z
      .array(
        z.object({
          article: z.string(),
          question: z.string(),
          closest: z.string(),
          closeness: z.number(),
          words: z.array(z.object({ text: z.string(), weight: z.number() })),
          /** The intent that the question and the article both are, where that counted. */
          wanted: z.string().optional(),
        }),
      )
      .max(2),
    /** A fact of a product sheet, when the question is about one. */
    fact: productFact.optional(),
  }),
})

export const listArticleDuplicates = route({
  method: 'GET',
  path: '/api/knowledge/duplicates',
  access: readers,
  owner: 'shared',
  summary: 'Pairs of articles that answer the same question, most alike first.',
  reply: z.object({
    version: z.int(),
    pairs: z.array(
      z.object({
        first: z.object({ id: z.string(), question: z.string() }),
        second: z.object({ id: z.string(), question: z.string() }),
        similarity: z.number(),
      }),
    ),
  }),
})

export const listVocabulary = route({
  method: 'GET',
  path: '/api/vocabulary',
  access: readers,
  owner: 'shared',
  summary: 'Words that mean the same to this shop, and words that only it uses.',
  reply: z.object({ version: z.int(), groups: z.array(synonymGroup), words: z.array(shopWord) }),
})

export const changeVocabulary = route({
  method: 'POST',
  path: '/api/vocabulary/changes',
  access: writers,
  owner: 'shared',
  summary: 'Change synonyms and shop words, all or nothing; the reply holds the changes that undo it.',
  maxBody: 512 * 1024,
  body: z.object({ changes: z.array(vocabularyChange).min(1).max(1_000) }).strict(),
  reply: z.object({ version: z.int(), undo: z.array(vocabularyChange) }),
})

export const suggestSynonyms = route({
  method: 'GET',
  path: '/api/vocabulary/suggestions',
  access: readers,
  owner: 'shared',
  summary: 'Words that visitors use where articles use others, mined from real chats; begins to read the chats when that is out of date.',
  reply: z.object({
    suggestions: z.array(
      z
        .object({
          word: plainText,
          /** Words of the articles that it may stand for, likest first. */
          near: z.array(plainText).min(1),
          /** Messages that hold it. */
          count: z.int(),
          /** Some of them, masked. */
          examples: z.array(z.string()).max(3),
          /** Visitors or operators said which article such messages meant, or it is used in chats as the others are. */
          basis: z.enum(['meant', 'chats']),
        })
        .meta({ id: 'SynonymSuggestion' }),
    ),
    /** How far the chats are read. */
    chats: z.object({
      state: z.enum(['few', 'running', 'done', 'failed']),
      share: z.number().min(0).max(1),
      messages: z.int(),
      /** Messages that it takes. */
      needed: z.int(),
      /** When they were read last, in milliseconds since the epoch. */
      at: z.int().optional(),
    }),
  }),
})

export const mineSynonyms = route({
  method: 'POST',
  path: '/api/vocabulary/suggestions/search',
  access: writers,
  owner: 'shared',
  summary: 'Read the chats anew for words that articles do not use.',
  reply: z.object({}),
})

export const dismissSynonyms = route({
  method: 'POST',
  path: '/api/vocabulary/suggestions/dismissed',
  access: writers,
  owner: 'shared',
  summary: 'Put a suggestion away for everybody, or bring it back.',
  body: z
    .object({ word: plainText.min(1).max(60), near: z.array(plainText.min(1).max(60)).min(1).max(10), dismissed: z.boolean() })
    .strict(),
  reply: z.object({}),
})

export const listProducts = route({
  method: 'GET',
  path: '/api/products',
  access: readers,
  owner: 'shared',
  summary: 'Products whose attributes answer questions, at most 50.',
  query: z
    .object({
      search,
      offset,
      /** Only the product with exactly this id. */
      id: z.string().max(100).optional(),
    })
    .strict(),
  reply: z.object({ version: z.int(), total: z.int(), products: z.array(product) }),
})

export const changeProducts = route({
  method: 'POST',
  path: '/api/products/changes',
  access: writers,
  owner: 'shared',
  summary: 'Change products, all or nothing; the reply holds the changes that undo it.',
  maxBody: 2 * 1024 * 1024,
  body: z.object({ changes: z.array(productChange).min(1).max(1_000) }).strict(),
  reply: z.object({ version: z.int(), undo: z.array(productChange) }),
})

export const importTable = route({
  method: 'POST',
  path: '/api/imports',
  access: writers,
  owner: 'shared',
  summary: 'Read intents, articles, products or synonyms from a CSV, XLSX or Markdown file. `dry` only reports.',
  maxBody: 8 * 1024 * 1024,
  body: z
    .object({
      what: z.enum(['intents', 'articles', 'products', 'synonyms']),
      /** File name; its ending tells the format. */
      name: z.string().min(1).max(200),
      /** The file's bytes in base64; what is none leads to problems, like any file that cannot be read. */
      data: z.string(),
      dry: z.boolean().default(false),
      /** Language of the problems; absent = what the browser asks for. */
      locale: locale.optional(),
    })
    .strict(),
  reply: z.object({
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    /** Nothing is imported while there is one. Lines and columns count from 1. */
    problems: z.array(z.object({ line: z.int(), column: z.int().optional(), message: z.string() })).max(200),
    /** Columns that nothing was made of. */
    ignored: z.array(z.string()),
    /** First rows as they were understood. */
    sample: z.array(z.object({ id: z.string(), name: z.string(), detail: z.string() })).max(20),
    /** The changes that take it back, for the route that changes this kind; absent when nothing was imported. */
    undo: z
      .object({
        intents: z.array(intentChange),
        articles: z.array(articleChange),
        products: z.array(productChange),
        synonyms: z.array(vocabularyChange),
      })
      .partial()
      .optional(),
  }),
})
