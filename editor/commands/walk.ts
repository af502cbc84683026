import { neighbour } from '../canvas/layout.ts'
import type { Command, CommandContext } from './command.ts'

const directions = { left: 'arrowleft', right: 'arrowright', up: 'arrowup', down: 'arrowdown' } as const
type Direction = keyof typeof directions

const step = 16

/** Arrow keys go from card to card; with Shift they move the selected cards. */
export const walk: readonly Command[] = Object.entries(directions).flatMap(([name, key]) => {
  const direction = name as Direction
  return [
    {
      id: `walk-${direction}`,
      label: 'walk',
      keys: [key],
      where: 'canvas',
      edits: false,
      enabled: ({ flow }) => flow.nodes.length > 0,
      run: (context) => goOn(context, direction),
    },
    {
      id: `move-${direction}`,
      label: 'moveCards',
      keys: [`shift+${key}`],
      where: 'canvas',
      edits: true,
      enabled: ({ nodes }) => nodes.length > 0,
      run: (context) => move(context, direction),
    },
  ] satisfies Command[]
})

function goOn({ flow, nodes, goTo }: CommandContext, direction: Direction): void {
  const from = nodes.at(-1)
  const next = from ? neighbour(flow, from, direction) : (flow.nodes[0]?.id ?? null)
  if (next) goTo(next)
}

function move({ draft, flow, nodes }: CommandContext, direction: Direction): void {
  const x = direction === 'left' ? -step : direction === 'right' ? step : 0
  const y = direction === 'up' ? -step : direction === 'down' ? step : 0
  const moves = nodes.map((id) => {
    const at = flow.layout[id] ?? { x: 0, y: 0 }
    return { op: 'move-node' as const, id, to: { x: at.x + x, y: at.y + y } }
  })
  draft.edit(moves, true)
}
