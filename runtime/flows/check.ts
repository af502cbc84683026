import { Worker } from 'node:worker_threads'
import type { Flow } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import { newProblem } from '../../schemas/problem-codes.ts'
import type { Alarm } from '../clock.ts'

/** What a document is checked against, as it can be sent to a thread. */
export interface Surroundings {
  flows: Flow[]
  published: string[]
  intents: string[]
  articles: string[]
  offers: string[]
}

export interface CheckQuestion {
  id: number
  /** A document, whatever it may be, or its text, whose bytes are then scanned first. */
  document: unknown
  context: Surroundings
}

export interface CheckAnswer {
  id: number
  problems: Problem[]
}

export interface Checker {
  /** Every problem of a document; one that takes too long or too much memory has the problem `check-limit`. Never throws. */
  check(document: unknown, context: Surroundings): Promise<Problem[]>
  close(): Promise<void>
}

const longest = 5_000
const memory = { maxOldGenerationSizeMb: 256 }

/** The checker, in a thread that is started when first needed and replaced when it had to be ended. */
export function createChecker(alarm: Alarm, limit = longest): Checker {
  let worker: Worker | undefined
  let last = 0
  /** One document at a time, so that the limit is each document's own. */
  let turn: Promise<unknown> = Promise.resolve()

  function started(): Worker {
    if (worker) return worker
    // built for npm, this file and its neighbour are JavaScript
    const file = new URL(import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js', import.meta.url)
    worker = new Worker(file, { resourceLimits: memory })
    worker.unref()
    return worker
  }

  function ask(document: unknown, context: Surroundings): Promise<Problem[]> {
    const asked = started()
    const id = ++last
    return new Promise((resolve) => {
      const end = (problems: Problem[]) => {
        stop()
        asked.off('message', onMessage).off('error', onDeath).off('exit', onDeath)
        resolve(problems)
      }
      const onMessage = (answer: CheckAnswer) => {
        if (answer.id === id) end(answer.problems)
      }
      const onDeath = () => {
        if (worker === asked) worker = undefined
        end([newProblem('check-limit', [])])
      }
      const stop = alarm(limit, () => {
        onDeath()
        void asked.terminate()
      })
      asked.on('message', onMessage).on('error', onDeath).on('exit', onDeath)
      const question: CheckQuestion = { id, document, context }
      asked.postMessage(question)
    })
  }

  return {
    check(document, context) {
      const answer = turn.then(() => ask(document, context))
      // a check that could not even be asked must not fail those after it
      turn = answer.catch(() => {})
      return answer
    },
    async close() {
      await turn
      await worker?.terminate()
    },
  }
}
