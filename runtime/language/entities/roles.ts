import type { Perception } from '../../../schemas/perception.ts'

type Entity = Perception['entities'][number]

/** Kinds of which a message may hold two: what it is and what it should become. */
const swapped = new Set(['size', 'colour', 'product', 'quantity', 'address', 'date', 'date_time', 'phone', 'order_no'])

const anyCue =
  /[换改变从把将不别要选拿→]|原来|之前|买[的了]|拍的|收到|穿的|->|\b(?:from|to|into|for|not|instead|rather|than|want|prefer|like|get|take|make|with|bought|ordered|got|received|have|exchange|swap|change|replace|don't)\b/i
const thing = '(?:一?[个件条双款套]|这[个件条双款]|the|an?|in|size|colou?r|尺码|颜色|是|:|：)?'
const not = new RegExp(
  `(?:(?<!要)不要|(?<!是)不是|不想要|别(?:要|发|给我)?|不喜欢|除了|\\b(?:not|don't want|no longer want|without))\\s*${thing}\\s*$`,
  'i',
)
const to = new RegExp(
  `(?:换(?:成|到|为|一下)?|改(?:成|为|到|要|穿|选)?|变成|调成|想要|(?<!不)要|还是|选|拿|给我|→|->|\\b(?:to|into|for|make (?:it|that)|wants?|prefer|rather(?: have)?|(?:would|'d) like|get|take|go with))\\s*${thing}\\s*$`,
  'i',
)
const from = new RegExp(
  `(?:从|把|将|原来(?:是|的)?|之前(?:是|的)?|买(?:的|了)(?:是)?|拍的(?:是)?|收到的?(?:是)?|穿的?(?:是)?|\\b(?:from|instead of|rather than|than|bought|ordered|got|received|have|exchange|swap|change|replace)(?: (?:my|it))?)\\s*${thing}\\s*$`,
  'i',
)
/** What follows turns the value into another one: M码卫衣能换…, the black one for … */
const leaves = /^[^，,。！？!?]{0,12}?(?:换|改成|改为)(?!货|句|个说法)|^\s*(?:one|size)?\s*(?:→|->)/
/** Joined by these, two values are offered side by side: neither is meant before the other. */
const joined = /^\s*(?:款|的|色)?\s*(?:还是|或者?|和|跟|与|、|\/|or|and|&)\s*(?:the|an?|是|要)?\s*$/i

/**
 * Says of each value what the words around it make of it: the M of "M to L" is `from`, the L `to`, the black of
 * "not black" is `not`. Values without such words get no role. Changes the entities it is given.
 */
export function assignRoles(text: string, entities: Entity[]): void {
  if (entities.length === 0 || !anyCue.test(text)) return
  for (const entity of entities) {
    if (!swapped.has(entity.type)) continue
    const role = roleOf(text, entity, entities)
    if (role) entity.role = role
  }
  for (const [one, other] of pairs(entities)) {
    if (!joined.test(text.slice(one.end, other.start))) continue
    // "L or XL" asked for together have one role
    delete other.role
    if (one.role) other.role = one.role
  }
}

function roleOf(text: string, entity: Entity, entities: readonly Entity[]): Entity['role'] {
  const ends = entities.flatMap((each) => (each.end <= entity.start ? [each.end] : []))
  const before = text.slice(Math.max(entity.start - 24, ...ends, 0), entity.start)
  if (not.test(before)) return 'not'
  if (from.test(before)) return 'from'
  if (to.test(before)) return 'to'
  const next = entities.find((each) => each.type === entity.type && each.start >= entity.end)
  const after = text.slice(entity.end, Math.min(entity.end + 24, next?.start ?? text.length))
  return leaves.test(after) ? 'from' : undefined
}

/** Neighbours of one type. */
function pairs(entities: readonly Entity[]): [Entity, Entity][] {
  const found: [Entity, Entity][] = []
  entities.forEach((one, index) => {
    const other = entities.find((each, at) => at > index && each.type === one.type && each.start >= one.end)
    if (other && swapped.has(one.type)) found.push([one, other])
  })
  return found
}
