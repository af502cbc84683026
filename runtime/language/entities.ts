import type { EntityType, Perception } from '../../schemas/perception.ts'
import { colour } from './entities/colour.ts'
import { couponCode } from './entities/coupon-code.ts'
import { date } from './entities/date.ts'
import { dateTime } from './entities/date-time.ts'
import { email } from './entities/email.ts'
import { height } from './entities/height.ts'
import type { EntityContext, EntityKind, EntityValue } from './entities/kind.ts'
import { photo, voice } from './entities/media.ts'
import { money } from './entities/money.ts'
import { number } from './entities/number.ts'
import { orderNo } from './entities/order-no.ts'
import { ordinal } from './entities/ordinal.ts'
import { address, personName, phone } from './entities/personal.ts'
import { product } from './entities/product.ts'
import { quantity } from './entities/quantity.ts'
import { rating } from './entities/rating.ts'
import { reason } from './entities/reason.ts'
import { assignRoles } from './entities/roles.ts'
import { size } from './entities/size.ts'
import { symptom } from './entities/symptom.ts'
import { taxNo } from './entities/tax-no.ts'
import { trackingNo } from './entities/tracking-no.ts'
import { weight } from './entities/weight.ts'
import { yesNo } from './entities/yes-no.ts'

type Entity = Perception['entities'][number]

const kinds: readonly EntityKind[] = [
  ...[email, orderNo, trackingNo, phone, address, personName, taxNo, couponCode, money, height, weight],
  ...[quantity, date, dateTime, size, colour, ordinal, rating, number, yesNo],
  ...[product, symptom, reason, photo, voice],
]
const byType = new Map<EntityType, EntityKind>(kinds.map((kind) => [kind.type, kind]))

const sets = [...new Set(kinds.flatMap(({ needs = [] }) => needs))]
/** For each character, the sets that it is of, a bit each: most kinds are ruled out by one look at a message. */
const setsOf = new Int32Array(0x10000)
for (const [place, set] of sets.entries())
  for (const sign of set) setsOf[sign.charCodeAt(0)] = (setsOf[sign.charCodeAt(0)] as number) | (1 << place)
const candidates = kinds.map((kind) => ({ kind, needs: (kind.needs ?? []).reduce((bits, set) => bits | (1 << sets.indexOf(set)), 0) }))
/** A number inside these is still what was said: 三件 is a quantity and the number 3. */
const open = new Set<string>(['quantity', 'address', 'person_name'])
/** Told in whole phrases: what stands inside them is still of use by itself. */
const phrases = new Set<string>(['yes_no', 'symptom', 'reason'])

/** Longer letters hold their values at the beginning; more than this would keep others waiting. */
const longest = 1_500
const mostOfAKind = 20

/**
 * Everything of a known type in a message, by position. Values are normalised; `start` and `end` count UTF-16 units.
 * One stretch may have several types: 明天 is a date and a date with time. Relative dates need `now`.
 */
export function findEntities(whole: string, context: EntityContext = {}): Entity[] {
  const text = whole.length > longest ? whole.slice(0, longest) : whole
  const found: Entity[] = []
  let held = 0
  for (let at = 0; at < text.length; at++) held |= setsOf[text.charCodeAt(at)] as number
  for (const { kind, needs } of candidates) {
    if ((held & needs) !== needs) continue
    for (const { value, id, start, end } of kind.find(text, context).slice(0, mostOfAKind))
      found.push({ type: kind.type, value, text: text.slice(start, end), start, end, ...(id === undefined ? {} : { id }) })
  }
  const kept = found.length < 2 ? found : withoutContained(found).sort((a, b) => a.start - b.start)
  assignRoles(text, kept)
  return kept
}

/** Whether a normalised value can be of a type; types without rules take anything. */
export function isEntityValue(type: EntityType, value: EntityValue): boolean {
  return byType.get(type)?.valid(value) ?? true
}

/** A number inside an order number is no number of its own. */
function withoutContained(found: Entity[]): Entity[] {
  return found.filter(
    (inner) =>
      phrases.has(inner.type) ||
      !found.some(
        (outer) =>
          outer !== inner &&
          !phrases.has(outer.type) &&
          !(inner.type === 'number' && open.has(outer.type)) &&
          !((inner.type === 'date' || inner.type === 'date_time') && (outer.type === 'date' || outer.type === 'date_time')) &&
          outer.start <= inner.start &&
          outer.end >= inner.end &&
          outer.end - outer.start > inner.end - inner.start,
      ),
  )
}
