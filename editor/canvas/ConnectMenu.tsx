import { IconPlus, IconUnlink } from '@tabler/icons-react'
import type { Flow } from '../../schemas/flow.ts'
import type { Locale } from '../../schemas/text.ts'
import { useWords } from '../i18n/index.ts'
import { type Choice, Chooser } from './Chooser.tsx'
import { cardOutlets, titleOf } from './card-words.ts'
import { TypeIcon } from './Icon.tsx'
import { nodeTypeOf } from './node-types.ts'
import type { ConnectRequest } from './state.ts'
import { words } from './words.ts'

interface Props {
  flow: Flow
  locale: Locale
  request: ConnectRequest
  onConnect: (target: string) => void
  onNewCard: () => void
  onDisconnect: () => void
  onClose: () => void
}

/** "Leads to…": the same as drawing a line, for the keyboard and for cards that are far away. */
export function ConnectMenu({ flow, locale, request, onConnect, onNewCard, onDisconnect, onClose }: Props) {
  const say = useWords(words)
  const source = flow.nodes.find((node) => node.id === request.node)
  if (!source) return null
  const edge = flow.edges.find((each) => each.source === request.node && each.sourceHandle === request.outlet)
  const outlet = cardOutlets(source, locale, edge ? [edge] : []).find((each) => each.id === request.outlet)
  const cards = flow.nodes.filter((node) => hasInlet(node.type) && node.id !== edge?.target)
  const first: Choice[] = [
    { id: '+', title: say('newCard'), icon: <IconPlus size={20} stroke={1.75} /> },
    ...(edge ? [{ id: '-', title: say('disconnect'), icon: <IconUnlink size={20} stroke={1.75} /> }] : []),
  ]
  return (
    <Chooser
      label={say('connectOutlet', { outlet: outlet?.label ?? request.outlet })}
      placeholder={say('findCard')}
      groups={[{ choices: first }, { choices: cards.map((node) => cardChoice(flow, node.id, locale)) }]}
      nothing={(searched) => say('noCardFound', { words: searched })}
      onChoose={(id) => (id === '+' ? onNewCard() : id === '-' ? onDisconnect() : onConnect(id))}
      onClose={onClose}
    />
  )
}

export function hasInlet(type: string): boolean {
  const definition = nodeTypeOf(type)?.definition
  return definition !== undefined && !definition.starts && !definition.watches
}

function cardChoice(flow: Flow, id: string, locale: Locale): Choice {
  const node = flow.nodes.find((each) => each.id === id)
  const type = node && nodeTypeOf(node.type)
  const title = node ? titleOf(node, locale) : id
  return {
    id,
    title,
    also: id,
    aside: type && type.words[locale].name !== title ? type.words[locale].name : '',
    icon: <TypeIcon icon={type?.definition.icon ?? ''} group={type?.definition.group ?? 'logic'} />,
  }
}
