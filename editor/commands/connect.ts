import { locales } from '../../schemas/text.ts'
import { cardOutlets } from '../canvas/card-words.ts'
import { openOutlet } from '../canvas/gestures/use-menus.ts'
import { openConnect } from '../canvas/state.ts'
import type { Command } from './command.ts'

/** "Leads to…" for the selected card: its first way out that leads nowhere yet, else its first. */
export const connectSelected: Command = {
  id: 'connect',
  label: 'connectTo',
  keys: ['c'],
  where: 'canvas',
  edits: true,
  enabled: ({ nodes }) => nodes.length === 1,
  run: ({ flow, nodes, outletCorner }) => {
    const node = flow.nodes.find((each) => each.id === nodes[0])
    const outlet = openOutlet(flow, nodes)?.outlet ?? (node && cardOutlets(node, locales[0])[0]?.id)
    if (node && outlet) openConnect({ node: node.id, outlet, screen: outletCorner(node.id, outlet) })
  },
}
