import { useMemo } from 'react'
import type { NodeGroup } from '../../nodes/define.ts'
import type { Flow } from '../../schemas/flow.ts'
import { type Locale, locales } from '../../schemas/text.ts'
import { useWords } from '../i18n/index.ts'
import { type ChoiceGroup, Chooser } from './Chooser.tsx'
import { TypeIcon } from './Icon.tsx'
import { allNodeTypes, type NodeType } from './node-types.ts'
import type { PaletteRequest } from './state.ts'
import { words } from './words.ts'

/** What a drag from the palette carries: the name of the node type. */
export const draggedType = 'application/x-floorwalker-node'

const order: readonly NodeGroup[] = ['talk', 'understand', 'shop', 'promotion', 'people', 'quality', 'logic']

interface Props {
  flow: Flow
  locale: Locale
  request: PaletteRequest
  onChoose: (type: string) => void
  onClose: () => void
}

/** Everything that can be put on the canvas, with a sentence each. */
export function Palette({ flow, locale, request, onChoose, onClose }: Props) {
  const say = useWords(words)
  const groups = useMemo(() => {
    const offered = allNodeTypes.filter((type) => isOffered(type, flow, request))
    return order.map(
      (group): ChoiceGroup => ({
        label: say(`group_${group}`),
        choices: offered.filter((type) => type.definition.group === group).map((type) => choiceOf(type, locale)),
      }),
    )
  }, [flow, locale, request, say])
  return (
    <Chooser
      label={say('addNode')}
      placeholder={say('findNode')}
      groups={groups}
      nothing={(searched) => say('noNodeFound', { words: searched })}
      foot={say('dragHint')}
      onChoose={onChoose}
      onClose={onClose}
    />
  )
}

/** A flow has one start; what has no inlet cannot follow an outlet. */
function isOffered({ definition }: NodeType, flow: Flow, request: PaletteRequest): boolean {
  if (definition.starts && flow.nodes.some((node) => node.type === definition.type)) return false
  const follows = request.from !== undefined || request.edge !== undefined
  return !(follows && (definition.starts || definition.watches))
}

function choiceOf({ definition, words: nodeWords }: NodeType, locale: Locale) {
  return {
    id: definition.type,
    title: nodeWords[locale].name,
    help: nodeWords[locale].help,
    // an operator may know the other language's name
    also: `${definition.type} ${locales.map((each) => nodeWords[each].name).join(' ')}`,
    icon: <TypeIcon icon={definition.icon} group={definition.group} />,
    onDrag: (transfer: DataTransfer) => {
      transfer.setData(draggedType, definition.type)
      transfer.effectAllowed = 'copy'
    },
  }
}
