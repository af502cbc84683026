import { IconArrowNarrowRight } from '@tabler/icons-react'
import { type Problem, pointer } from '../../schemas/problem.ts'
import { cardOutlets, titleOf } from '../canvas/card-words.ts'
import { nodeTypeOf } from '../canvas/node-types.ts'
import { openConnect } from '../canvas/state.ts'
import { useWords } from '../i18n/index.ts'
import { useForm } from './context.ts'
import styles from './Form.module.css'
import { Problems } from './Frame.tsx'
import rows from './Outlets.module.css'
import { words } from './words.ts'

/** Where it goes: each outlet and its target as a sentence; choosing one opens "leads to…". */
export function Outlets() {
  const { flow, node, locale, readOnly, problems } = useForm()
  const say = useWords(words)
  const leaving = flow.edges.filter((edge) => edge.source === node.id)
  const outlets = cardOutlets(node, locale, leaving)
  if (outlets.length === 0) return null
  return (
    <section className={styles.field} aria-label={say('goesTo')}>
      <div className={styles.label}>{say('goesTo')}</div>
      <ul className={rows.outlets}>
        {outlets.map((outlet) => {
          const edge = leaving.find((each) => each.sourceHandle === outlet.id)
          const target = edge && flow.nodes.find((each) => each.id === edge.target)
          const title = target && titleOf(target, locale)
          const words = title ?? (outlet.open === undefined ? say('goesNowhere') : say('leftOpen', { open: outlet.open }))
          return (
            <li key={outlet.id} data-path={pointer(['outlets', outlet.id])}>
              <button
                type="button"
                className={rows.outlet}
                disabled={readOnly}
                aria-haspopup="listbox"
                onClick={(event) => {
                  const { left, top } = event.currentTarget.getBoundingClientRect()
                  openConnect({ node: node.id, outlet: outlet.id, screen: { x: left, y: top } })
                }}
              >
                <span className={rows.outletName}>{outlet.label}</span>
                <IconArrowNarrowRight size={16} stroke={1.5} aria-hidden className={rows.arrow} />
                <span
                  className={rows.target}
                  data-group={target ? (nodeTypeOf(target.type)?.definition.group ?? 'logic') : undefined}
                  data-open={target === undefined}
                  data-must={!outlet.may}
                >
                  {words}
                </span>
              </button>
              <Problems problems={problemsOf(outlet.id, problems)} />
            </li>
          )
        })}
      </ul>
      <Problems problems={problems.filter(({ at }) => at.startsWith('/edges/')).map(({ problem }) => problem)} />
    </section>
  )
}

/** Problems about an outlet name it in their detail. */
function problemsOf(outlet: string, problems: readonly { problem: Problem }[]): Problem[] {
  return problems
    .filter(({ problem }) => problem.detail?.outlet === outlet && problem.code !== 'edge-outlet-missing')
    .map(({ problem }) => problem)
}
