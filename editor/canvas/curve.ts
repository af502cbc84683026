import type { Position } from '../../schemas/flow.ts'

export interface Curve {
  /** SVG path data. */
  path: string
  /** Where a label or button sits. */
  middle: Position
}

const reach = 30
/** A target less far back than this is reached by a loop of one stroke. */
const nearBehind = -90
const corner = 26
/** Cards this far apart vertically leave room for a line between them. */
const lane = 64
const belowBoth = 150

/** The line from an outlet (leaving to the right) to an inlet (entered from the left), around the cards when it runs back. */
export function curve(from: Position, to: Position): Curve {
  return to.x - from.x >= nearBehind ? forward(from, to) : backward(from, to)
}

function forward(from: Position, to: Position): Curve {
  const ahead = to.x - from.x
  const bend = ahead >= 2 * reach ? ahead / 2 : reach + (2 * reach - ahead) * 0.45
  return {
    path: `M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`,
    middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
  }
}

/** Out to the right, across in the lane between the two heights, in from the left; round corners. */
function backward(from: Position, to: Position): Curve {
  const down = Math.abs(to.y - from.y) > lane
  const laneY = down ? from.y + (to.y - from.y) * 0.55 : Math.max(from.y, to.y) + belowBoth
  const right = from.x + reach
  const left = to.x - reach
  const outward = Math.sign(laneY - from.y) || 1
  const inward = Math.sign(to.y - laneY) || 1
  const first = Math.min(corner, Math.abs(laneY - from.y) / 2)
  const last = Math.min(corner, Math.abs(to.y - laneY) / 2)
  return {
    path: [
      `M${from.x},${from.y}`,
      `L${right - first},${from.y}`,
      `Q${right},${from.y} ${right},${from.y + outward * first}`,
      `L${right},${laneY - outward * first}`,
      `Q${right},${laneY} ${right - first},${laneY}`,
      `L${left + last},${laneY}`,
      `Q${left},${laneY} ${left},${laneY + inward * last}`,
      `L${left},${to.y - inward * last}`,
      `Q${left},${to.y} ${left + last},${to.y}`,
      `L${to.x},${to.y}`,
    ].join(' '),
    middle: { x: (right + left) / 2, y: laneY },
  }
}
