import { createContext, useContext } from 'react'

/** What a line on the canvas can be asked to do. */
export interface EdgeActions {
  /** Opens the palette at the button, to put a card into the edge. */
  insert(edge: string, button: HTMLElement): void
  remove(edge: string): void
}

export const EdgeActionsContext = createContext<EdgeActions>({ insert: () => {}, remove: () => {} })

export const useEdgeActions = (): EdgeActions => useContext(EdgeActionsContext)
