import { behave } from '../define.ts'
import { subflow } from './node.ts'

export default behave(subflow, {
  enter: (data) => ({ call: data.flow }),
  resume: () => ({ leave: 'done' }),
})
