import { testNode } from '../testing.ts'
import start from './run.ts'

testNode(start, {
  'leads straight on': { data: {}, says: [], leaves: 'next' },
})
