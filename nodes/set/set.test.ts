import { testNode } from '../testing.ts'
import set from './run.ts'

testNode(set, {
  'writes a text with its blanks filled': {
    data: { assignments: [{ slot: 'note', to: { kind: 'text', text: '查过 {{ order_no }}' } }] },
    slots: { order_no: 'D1' },
    leaves: 'next',
    becomes: { note: '查过 D1' },
  },
  'writes, copies and empties in order': {
    data: {
      assignments: [
        { slot: 'a', to: { kind: 'number', number: 3 } },
        { slot: 'b', to: { kind: 'copy', from: 'a' } },
        { slot: 'a', to: { kind: 'clear' } },
      ],
    },
    becomes: { a: undefined, b: 3 },
  },
  'counts from nothing': { data: { assignments: [{ slot: 'tries', to: { kind: 'add', number: 1 } }] }, becomes: { tries: 1 } },
  'counts on': { data: { assignments: [{ slot: 'tries', to: { kind: 'add', number: 2 } }] }, slots: { tries: 5 }, becomes: { tries: 7 } },
  'counts a text that is no number from nothing': {
    data: { assignments: [{ slot: 'tries', to: { kind: 'add', number: 2 } }] },
    slots: { tries: '多次' },
    becomes: { tries: 2 },
  },
  'copies nothing from an empty variable': {
    data: { assignments: [{ slot: 'b', to: { kind: 'copy', from: 'a' } }] },
    slots: { b: 1 },
    becomes: { b: undefined },
  },
})
