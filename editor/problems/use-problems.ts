import { useEffect, useRef, useState } from 'react'
import type { Flow } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import { useFlows, useLibrary } from '../queries.ts'
import { useCalledFlows } from './called-flows.ts'
import type { CheckAnswer, CheckQuestion } from './check.worker.ts'

const pause = 200

/** Problems of the flow as it is on the screen, a moment after the last change; null until the first answer. */
export function useProblems(flow: Flow | null): readonly Problem[] | null {
  const [problems, setProblems] = useState<readonly Problem[] | null>(null)
  const library = useLibrary().data
  const heads = useFlows().data
  const flows = useCalledFlows(flow)
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)

  useEffect(() => {
    const started = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', (event: MessageEvent<CheckAnswer>) => {
      // an answer about an older state of the flow would make problems flicker
      if (event.data.id === asked.current) setProblems(event.data.problems)
    })
    worker.current = started
    return () => started.terminate()
  }, [])

  useEffect(() => {
    if (!flow) return
    const timer = setTimeout(() => {
      asked.current++
      const question: CheckQuestion = {
        id: asked.current,
        flow,
        ...(flows ? { flows: [...flows] } : {}),
        ...(heads ? { published: heads.flows.filter((each) => each.live).map((each) => each.id) } : {}),
        ...(library
          ? {
              intents: library.intents.map((each) => each.id),
              articles: library.articles.map((each) => each.id),
              offers: library.offers.map((each) => each.id),
            }
          : {}),
      }
      worker.current?.postMessage(question)
    }, pause)
    return () => clearTimeout(timer)
  }, [flow, flows, heads, library])

  return problems
}
