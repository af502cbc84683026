import { IconAlertTriangleFilled, IconExclamationCircleFilled } from '@tabler/icons-react'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import type { CardLine } from '../../nodes/define.ts'
import { problemWords } from '../../schemas/problem-codes.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { useWords } from '../i18n/index.ts'
import styles from './Card.module.css'
import { CardOutlets } from './CardOutlets.tsx'
import { cardLines, titleOf } from './card-words.ts'
import type { CardData, CardNode } from './elements.ts'
import { TypeIcon } from './Icon.tsx'
import { useNameOf } from './library-names.ts'
import { nodeTypeOf } from './node-types.ts'
import { toggleFold } from './state.ts'
import { TemplateText } from './TemplateText.tsx'
import { words } from './words.ts'

/** A node on the canvas. It says what the node says: its words, its choices, and where each outcome leads. */
export const Card = memo(function Card({ data, selected }: NodeProps<CardNode>) {
  const { node, locale, step } = data
  const type = nodeTypeOf(node.type)
  return (
    <article className={styles.card} data-selected={selected} data-passed={step !== undefined}>
      {(data.hasIncoming || (type && !type.definition.starts && !type.definition.watches)) && (
        <Handle
          type="target"
          position={Position.Left}
          className={styles.inlet}
          data-filled={data.hasIncoming}
          data-lit={step !== undefined}
          isConnectable={!data.readOnly}
        />
      )}
      <Head data={data} />
      <Body lines={cardLines(node, locale)} locale={locale} help={type ? undefined : node.type} />
      <CardOutlets data={data} selected={selected} onFold={() => toggleFold(node.id)} />
    </article>
  )
})

function Head({ data }: { data: CardData }) {
  const { node, locale, problem, step } = data
  const say = useWords(words)
  const type = nodeTypeOf(node.type)
  const title = titleOf(node, locale)
  const typeName = type?.words[locale].name ?? say('unknownType')
  const quiet = title === typeName && type ? say(`group_${type.definition.group}`) : typeName
  return (
    <header className={styles.head}>
      {step !== undefined && (
        <span className={styles.step} title={say('passed', { step })}>
          {step}
        </span>
      )}
      <TypeIcon icon={type?.definition.icon ?? ''} group={type?.definition.group ?? 'logic'} />
      <span className={styles.names}>
        <strong className={styles.title} title={title}>
          {title}
        </strong>
        <span className={styles.type}>{quiet}</span>
      </span>
      {problem && (
        <span
          className={styles.problem}
          data-severity={problem.severity}
          title={problemWords(problem, locale)}
          role="img"
          aria-label={problemWords(problem, locale)}
        >
          {problem.severity === 'error' ? <IconExclamationCircleFilled size={16} /> : <IconAlertTriangleFilled size={16} />}
        </span>
      )}
    </header>
  )
}

function Body({ lines, locale, help }: { lines: readonly CardLine[]; locale: Locale; help: string | undefined }) {
  const say = useWords(words)
  if (help !== undefined) return <p className={styles.sentence}>{say('unknownTypeHelp')}</p>
  // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone, and holds no state
  return lines.map((line, index) => <Line key={index} line={line} locale={locale} />)
}

function Line({ line, locale }: { line: CardLine; locale: Locale }) {
  const nameOf = useNameOf(locale)
  if (line.kind === 'chips')
    return (
      <div className={styles.chips}>
        {line.chips.map((chip, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two chips may say the same
          <span key={index} className={styles.chip} data-tone={chip.tone}>
            {chip.tone === 'value' ? nameOf(textIn(chip.text, locale)) : textIn(chip.text, locale)}
          </span>
        ))}
      </div>
    )
  const text = textIn(line.text, locale)
  if (line.kind === 'sentence')
    return (
      <p className={styles.sentence}>
        <TemplateText text={text} />
      </p>
    )
  return (
    <p className={styles.bubble} data-blank={text.trim() === ''}>
      {text.trim() === '' ? '…' : <TemplateText text={text} />}
    </p>
  )
}
