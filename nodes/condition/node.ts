import { z } from 'zod'
import { condition as conditionTree, slotsOfCondition } from '../../schemas/condition.ts'
import { localizedText } from '../../schemas/text.ts'
import { conditionText, conditionWords } from '../condition-words.ts'
import { type CardLine, defineNode } from '../define.ts'
import { rowId } from '../fields.ts'

/** Goes the way of the first branch whose condition holds, else "otherwise". */
export const condition = defineNode({
  type: 'condition',
  v: 1,
  group: 'logic',
  icon: 'arrows-split-2',
  data: z.strictObject({
    branches: z
      .array(z.strictObject({ id: rowId, name: localizedText.optional(), when: conditionTree }))
      .max(30)
      .meta({ field: 'rows' }),
  }),
  outlets: { otherwise: 'must' },
  initial: { branches: [] },
  made: (data) =>
    data.branches.map((each, index) => ({ id: each.id, label: each.name ?? conditionText(each.when), path: ['branches', index, 'id'] })),
  reads: (data) => [...new Set(data.branches.flatMap((each) => slotsOfCondition(each.when)))],
  conditions: (data) => data.branches.map((each, index) => ({ path: ['branches', index, 'when'], condition: each.when })),
  summary: (data, words): CardLine[] => data.branches.map((each) => ({ kind: 'sentence', text: conditionWords(each.when, words.locale) })),
  checks: (data) => (data.branches.length === 0 ? [{ code: 'branches-missing', path: ['branches'] }] : []),
})
