import '@xyflow/react/dist/base.css'
import { Background, BackgroundVariant, MiniMap, Panel, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Flow } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Draft } from '../draft/store.ts'
import { useWords } from '../i18n/index.ts'
import styles from './Canvas.module.css'
import { Card } from './Card.tsx'
import { ConnectionLine, Wire } from './Edge.tsx'
import { EdgeActionsContext } from './edge-actions.ts'
import type { CardNode, TraceStep, View, WireEdge } from './elements.ts'
import { moveCards } from './gestures/move.ts'
import { useClipboard } from './gestures/use-clipboard.ts'
import { useConnectGesture } from './gestures/use-connect.ts'
import { useDropGesture } from './gestures/use-drop.ts'
import { NamesContext, useLibraryNames } from './library-names.ts'
import { Menus } from './Menus.tsx'
import { nodeTypeOf } from './node-types.ts'
import { closeMenus, hoverEdge, openPalette, resetCanvas, selectFocused, useCanvasState } from './state.ts'
import { Tools } from './Tools.tsx'
import { useElements } from './use-elements.ts'
import { useKeys } from './use-keys.ts'
import { useSelectedNode } from './use-selected-node.ts'
import { useStage } from './use-stage.ts'
import { firstView, recallViewport, rememberViewport } from './viewport.ts'
import { words } from './words.ts'
import { Zoom } from './Zoom.tsx'

interface Props {
  draft: Draft
  locale: Locale
  /** The one card whose settings are open. */
  selectedNode: string | null
  onSelect: (node: string | null) => void
  problems: readonly Problem[]
  /** Where the test chat went. */
  path: readonly TraceStep[]
  readOnly?: boolean
  /** Whose zoom and place are remembered. */
  person?: string
  /** Stands at the middle of the lower edge. */
  children?: ReactNode
}

const mapSize = { width: 168, height: 104 }
const nodeTypes = { card: Card }
const edgeTypes = { wire: Wire }

/** The flow as cards and lines. Wires the gestures together; decides nothing. */
export function Canvas(props: Props) {
  const flow = useStore(props.draft, (state) => state.flow)
  useEffect(() => resetCanvas, [])
  return <ReactFlowProvider>{flow ? <Loaded {...props} flow={flow} /> : <div className={styles.canvas} aria-busy />}</ReactFlowProvider>
}

function Loaded({
  draft,
  flow,
  locale,
  selectedNode,
  onSelect,
  problems,
  path,
  readOnly = false,
  person = 'me',
  children,
}: Props & { flow: Flow }) {
  const say = useWords(words)
  const wrapper = useRef<HTMLDivElement>(null)
  const stage = useStage(draft, wrapper)
  const { nodes: selected, edges: selectedEdges, hoveredEdge, unfolded } = useCanvasState()
  const view = useMemo<View>(
    () => ({ locale, selected, selectedEdges, hoveredEdge, unfolded, problems, path, readOnly }),
    [locale, selected, selectedEdges, hoveredEdge, unfolded, problems, path, readOnly],
  )
  const { cards, wires, onNodesChange, onEdgesChange } = useElements(flow, view)
  const connecting = useConnectGesture(stage)
  const dropping = useDropGesture(stage)
  useKeys(stage, wrapper, readOnly)
  useClipboard(stage, wrapper, readOnly)
  useSelectedNode(stage, selectedNode, onSelect)
  const recalled = useMemo(() => recallViewport(person, flow.id), [person, flow.id])
  const edgeActions = useMemo(
    () => ({
      insert: (edge: string, button: HTMLElement) => {
        const { x, bottom } = button.getBoundingClientRect()
        openPalette({ edge, screen: { x, y: bottom } })
      },
      remove: (id: string) => draft.edit([{ op: 'remove-edge', id }]),
    }),
    [draft],
  )

  return (
    <div className={styles.canvas} ref={wrapper} role="region" aria-label={say('canvas')} onFocus={selectFocused}>
      <NamesContext value={useLibraryNames()}>
        <EdgeActionsContext value={edgeActions}>
          <ReactFlow<CardNode, WireEdge>
            nodes={cards}
            edges={wires}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            {...connecting}
            {...dropping}
            connectionLineComponent={ConnectionLine}
            connectionRadius={36}
            onNodeDragStop={(_event, _node, dragged) => draft.edit(moveCards(flow, dragged))}
            onEdgeMouseEnter={(_event, edge) => hoverEdge(edge.id)}
            onEdgeMouseLeave={() => hoverEdge(null)}
            onPaneClick={closeMenus}
            onMoveStart={(event) => event && closeMenus()}
            onMoveEnd={(_event, viewport) => rememberViewport(person, flow.id, viewport)}
            {...(recalled ? { defaultViewport: recalled } : {})}
            onInit={({ setViewport }) =>
              !recalled && wrapper.current && void setViewport(firstView(flow, wrapper.current.getBoundingClientRect()))
            }
            minZoom={0.1}
            maxZoom={2}
            snapToGrid
            snapGrid={[4, 4]}
            nodesDraggable={!readOnly}
            nodesConnectable={!readOnly}
            edgesReconnectable={!readOnly}
            onlyRenderVisibleElements
            deleteKeyCode={null}
            multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
            disableKeyboardA11y
            attributionPosition="bottom-right"
          >
            <Background variant={BackgroundVariant.Dots} gap={24} size={2} color="var(--dots)" />
            <MiniMap<CardNode>
              className={styles.minimap ?? ''}
              style={mapSize}
              pannable
              zoomable
              ariaLabel={say('minimap')}
              nodeColor={(card) => `var(--group-${groupOf(card)}-soft)`}
              nodeStrokeColor={(card) => `var(--group-${groupOf(card)})`}
              nodeStrokeWidth={8}
              nodeBorderRadius={24}
              bgColor="var(--surface)"
              maskColor="transparent"
              maskStrokeColor="var(--accent)"
              maskStrokeWidth={2}
            />
            <Panel position="top-left" className={styles.panel ?? ''}>
              <Tools stage={stage} readOnly={readOnly} />
            </Panel>
            <Panel position="bottom-left" className={styles.panel ?? ''}>
              <Zoom onFit={stage.fit} />
            </Panel>
            <div className={styles.foremost}>{children}</div>
          </ReactFlow>
        </EdgeActionsContext>
      </NamesContext>
      {flow.nodes.length === 0 && <Empty title={say('emptyTitle')} help={say('emptyHelp')} />}
      <Menus stage={stage} flow={flow} locale={locale} wrapper={wrapper} />
    </div>
  )
}

function Empty({ title, help }: { title: string; help: string }) {
  return (
    <div className={styles.empty}>
      <strong>{title}</strong>
      <span>{help}</span>
    </div>
  )
}

function groupOf(card: CardNode): string {
  return nodeTypeOf(card.data.node.type)?.definition.group ?? 'logic'
}
