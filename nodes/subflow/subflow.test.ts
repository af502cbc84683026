import { testNode } from '../testing.ts'
import subflow from './run.ts'

testNode(subflow, {
  'calls the other flow': { data: { flow: 'identity' }, calls: 'identity' },
  'goes on when it has ended': { data: { flow: 'return' }, hears: [{ event: 'returned' }], leaves: 'done' },
  'leaves a flow that is not published to the engine': { data: { flow: 'gone' }, calls: 'gone', engineLeaves: 'error' },
})
