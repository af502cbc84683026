import { testNode } from '../testing.ts'
import condition from './run.ts'

const late = { value: { from: 'slot' as const, name: 'stuck_hours' }, operator: 'at-least' as const, operand: 72 }
const gold = { value: { from: 'profile' as const, field: 'tier' as const }, operator: 'equals' as const, operand: 'gold' }
const branches = [
  { id: 'late', when: late },
  { id: 'gold', when: gold },
]

testNode(condition, {
  'takes the first branch that holds': { data: { branches }, holds: () => true, leaves: 'late' },
  'looks further down when the first does not hold': {
    data: { branches },
    holds: (tree) => tree === branches[1]?.when || ('value' in tree && tree.value.from === 'profile'),
    leaves: 'gold',
  },
  'goes otherwise when none holds': { data: { branches: [{ id: 'late', when: late }] }, holds: () => false, leaves: 'otherwise' },
})
