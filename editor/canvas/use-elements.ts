import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react'
import { useCallback, useLayoutEffect, useState } from 'react'
import type { Flow } from '../../schemas/flow.ts'
import { problemWords } from '../../schemas/problem-codes.ts'
import { useWords } from '../i18n/index.ts'
import { type CardNode, cardsOf, type View, type WireEdge, wiresOf } from './elements.ts'
import { select, useCanvasState } from './state.ts'
import { words } from './words.ts'

/**
 * The document as the canvas library wants it. Selection goes to the canvas's own state;
 * positions while dragging and measured sizes stay here, none of them is an edit.
 */
export function useElements(flow: Flow, view: View) {
  const say = useWords(words)
  const [cards, setCards] = useState<CardNode[]>([])
  const [wires, setWires] = useState<WireEdge[]>([])

  useLayoutEffect(() => {
    setCards((before) =>
      cardsOf(before, flow, view, (title, type, problem) =>
        problem ? say('cardLabelProblem', { title, type, problem: problemWords(problem, view.locale) }) : say('cardLabel', { title, type }),
      ),
    )
    setWires((before) => wiresOf(before, flow, view, (source, outlet, target) => say('edgeLabel', { source, outlet, target })))
  }, [flow, view, say])

  const onNodesChange = useCallback((changes: NodeChange<CardNode>[]) => {
    const chosen = chosenAfter(useCanvasState.getState().nodes, changes)
    if (chosen) select(chosen, useCanvasState.getState().edges)
    const moved = changes.filter((change) => change.type === 'position' || change.type === 'dimensions')
    if (moved.length > 0) setCards((before) => applyNodeChanges(moved, before))
  }, [])

  const onEdgesChange = useCallback((changes: EdgeChange<WireEdge>[]) => {
    const chosen = chosenAfter(useCanvasState.getState().edges, changes)
    if (chosen) select(useCanvasState.getState().nodes, chosen)
  }, [])

  return { cards, wires, onNodesChange, onEdgesChange }
}

function chosenAfter(before: readonly string[], changes: readonly (NodeChange | EdgeChange)[]): string[] | null {
  const chosen = new Set(before)
  let changed = false
  for (const change of changes) {
    if (change.type !== 'select') continue
    changed = true
    if (change.selected) chosen.add(change.id)
    else chosen.delete(change.id)
  }
  return changed ? [...chosen] : null
}
