import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { LoggedEdit, Operation } from '../../../schemas/operation.ts'
import { call } from '../../call.ts'
import type { Draft } from '../../draft/store.ts'

export interface Person {
  id: string
  name: string
  /** When they last changed something, in milliseconds. */
  at: number
}

const presentFor = 5 * 60_000
const noteFor = 6_000

/** Other people who changed this flow in the last minutes. */
export function usePresent(draft: Draft, ownId: string): readonly Person[] {
  const newest = useStore(draft, (state) => state.fromOthers)
  const isLoaded = useStore(draft, (state) => state.flow !== null)
  const [people, setPeople] = useState<readonly Person[]>([])

  useEffect(() => {
    if (!isLoaded) return
    let isHere = true
    const after = Math.max(0, draft.getState().revision - 30)
    call('listEdits', { params: { flow: draft.flowId }, query: { after } }).then(
      ({ edits }) => isHere && setPeople((known) => edits.reduce(seen, known)),
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [draft, isLoaded])

  useEffect(() => {
    if (newest) setPeople((known) => seen(known, newest))
  }, [newest])

  useEffect(() => {
    const timer = setInterval(() => setPeople((known) => known.filter((each) => Date.now() - each.at < presentFor)), 30_000)
    return () => clearInterval(timer)
  }, [])

  return people.filter((each) => each.id !== ownId && Date.now() - each.at < presentFor)
}

/** Name of the person who changed the open card a moment ago. */
export function useChangedBy(draft: Draft, ownId: string, node: string | null): string | null {
  const newest = useStore(draft, (state) => state.fromOthers)
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    if (!newest || !node || newest.author === ownId || !newest.operations.some((operation) => touches(operation, node))) return
    setName(newest.authorName)
    const timer = setTimeout(() => setName(null), noteFor)
    return () => clearTimeout(timer)
  }, [newest, node, ownId])
  return name
}

function seen(known: readonly Person[], edit: LoggedEdit): readonly Person[] {
  const at = new Date(edit.at).getTime()
  return [...known.filter((each) => each.id !== edit.author), { id: edit.author, name: edit.authorName, at }]
}

function touches(operation: Operation, node: string): boolean {
  return operation.op === 'set-field' && operation.node === node
}
