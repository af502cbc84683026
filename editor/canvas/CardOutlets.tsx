import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Handle, Position } from '@xyflow/react'
import { useWords } from '../i18n/index.ts'
import styles from './Card.module.css'
import { type CardOutlet, cardOutlets } from './card-words.ts'
import type { CardData } from './elements.ts'
import { openConnect } from './state.ts'
import { words } from './words.ts'

/** One row for each way out; what may stay open is folded until it is used. */
export function CardOutlets({ data, selected, onFold }: { data: CardData; selected: boolean; onFold: () => void }) {
  const connected = data.connected === '' ? [] : data.connected.split(' ')
  const left = data.left.split(' ')
  const outlets = cardOutlets(
    data.node,
    data.locale,
    connected.map((sourceHandle) => ({ sourceHandle })),
  )
  if (outlets.length === 0) return null
  const spare = outlets.filter((outlet) => outlet.may && !connected.includes(outlet.id))
  const shown = data.unfolded || spare.length === 0 ? outlets : outlets.filter((outlet) => !spare.includes(outlet))
  return (
    <div className={styles.outlets}>
      {shown.map((outlet) => (
        <Row
          key={outlet.id}
          outlet={outlet}
          data={data}
          connected={connected.includes(outlet.id)}
          lit={left.includes(outlet.id)}
          selected={selected}
        />
      ))}
      {spare.length > 0 && <FoldRow count={spare.length} unfolded={data.unfolded} reachable={selected} onFold={onFold} />}
    </div>
  )
}

function Row({
  outlet,
  data,
  connected,
  lit,
  selected,
}: {
  outlet: CardOutlet
  data: CardData
  connected: boolean
  lit: boolean
  selected: boolean
}) {
  const say = useWords(words)
  const label = outlet.gone ? say('outletGone', { outlet: outlet.label }) : outlet.label
  return (
    <div className={styles.outlet} data-connected={connected} data-lit={lit} data-gone={outlet.gone} data-must={!outlet.may && !connected}>
      <button
        type="button"
        className={`${styles.outletName} nodrag`}
        tabIndex={selected && !data.readOnly ? 0 : -1}
        disabled={data.readOnly}
        aria-label={say('connectOutlet', { outlet: label })}
        aria-haspopup="listbox"
        title={outlet.open}
        onClick={(event) => openConnect({ node: data.node.id, outlet: outlet.id, screen: cornerOf(event.currentTarget) })}
      >
        {label}
      </button>
      <Handle type="source" position={Position.Right} id={outlet.id} className={styles.outletHandle} isConnectable={!data.readOnly} />
    </div>
  )
}

function cornerOf(element: HTMLElement): { x: number; y: number } {
  const { right, top } = element.getBoundingClientRect()
  return { x: right, y: top }
}

/** Shows the outlets that are folded away, or folds them again. */
function FoldRow({ count, unfolded, reachable, onFold }: { count: number; unfolded: boolean; reachable: boolean; onFold: () => void }) {
  const say = useWords(words)
  return (
    <button type="button" className={`${styles.fold} nodrag`} onClick={onFold} tabIndex={reachable ? 0 : -1} aria-expanded={unfolded}>
      {unfolded ? say('fewerWaysOut') : say('moreWaysOut', { count })}
      {unfolded ? <IconChevronUp size={13} stroke={1.75} /> : <IconChevronDown size={13} stroke={1.75} />}
    </button>
  )
}
