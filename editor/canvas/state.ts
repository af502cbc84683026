import { create } from 'zustand'
import type { Position } from '../../schemas/flow.ts'

/** What the palette will do with the chosen type, and where it opens. */
export interface PaletteRequest {
  /** Place on the canvas for the new card; absent = wherever there is room. */
  at?: Position
  /** Place on the screen, from the canvas's corner; absent = under the button. */
  screen?: Position
  /** Connect the new card to this outlet. */
  from?: { node: string; outlet: string }
  /** Insert the new card into this edge. */
  edge?: string
}

/** The list "leads to…" of one outlet. */
export interface ConnectRequest {
  node: string
  outlet: string
  screen: Position
}

interface CanvasState {
  /** Selected cards and edges; several when they were framed or clicked with Shift. */
  nodes: readonly string[]
  edges: readonly string[]
  hoveredEdge: string | null
  palette: PaletteRequest | null
  connecting: ConnectRequest | null
  /** Cards that show all their outlets. */
  unfolded: ReadonlySet<string>
}

const fresh: CanvasState = { nodes: [], edges: [], hoveredEdge: null, palette: null, connecting: null, unfolded: new Set() }

/** What the person is about to do on the canvas; never part of the document. */
export const useCanvasState = create<CanvasState>(() => fresh)

const { setState, getState } = useCanvasState

export function select(nodes: readonly string[], edges: readonly string[] = []): void {
  const now = getState()
  if (sameIds(now.nodes, nodes) && sameIds(now.edges, edges)) return
  setState({ nodes, edges })
}

/** A card or line that the keyboard reaches is the selected one. */
export function selectFocused({ target }: { target: EventTarget }): void {
  if (!(target instanceof Element) || !target.matches(':focus-visible')) return
  const id = target.getAttribute('data-id') ?? ''
  if (target.matches('.react-flow__node') && !getState().nodes.includes(id)) select([id])
  if (target.matches('.react-flow__edge') && !getState().edges.includes(id)) select([], [id])
}

export function toggleFold(node: string): void {
  const unfolded = new Set(getState().unfolded)
  if (!unfolded.delete(node)) unfolded.add(node)
  setState({ unfolded })
}

export const hoverEdge = (hoveredEdge: string | null) => setState({ hoveredEdge })
export const openPalette = (palette: PaletteRequest) => setState({ palette, connecting: null })
export const openConnect = (connecting: ConnectRequest) => setState({ connecting, palette: null })
export const closeMenus = () => setState({ palette: null, connecting: null })
export const resetCanvas = () => setState(fresh)

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
