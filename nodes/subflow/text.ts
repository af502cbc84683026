import { nodeText } from '../define.ts'
import { subflow } from './node.ts'

export const subflowText = nodeText(subflow, {
  'zh-CN': {
    name: '子流程',
    help: '转去跑另一条流程，跑完回来接着走；变量是共用的。',
    example: '退货流程里先跑「核实身份」，核实完再问退货原因。',
    outlets: { done: '跑完了', error: { label: '跑不了', open: '用流程的兜底话术' } },
    fields: { flow: { label: '哪条流程' } },
  },
  en: {
    name: 'Sub-flow',
    help: 'Runs another flow and comes back when it has ended; variables are shared.',
    example: 'A return first runs "Check identity", then asks for the reason.',
    outlets: { done: 'Done', error: { label: 'Could not run', open: "The flow's fallback takes over" } },
    fields: { flow: { label: 'Which flow' } },
  },
})
