import { behave } from '../define.ts'
import { condition } from './node.ts'

export default behave(condition, {
  enter(data, turn) {
    const branch = data.branches.find((each) => turn.holds(each.when))
    return branch ? { made: branch.id } : { leave: 'otherwise' }
  },
})
