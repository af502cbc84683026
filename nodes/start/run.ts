import { behave } from '../define.ts'
import { start } from './node.ts'

export default behave(start, {
  enter: () => ({ leave: 'next' }),
})
