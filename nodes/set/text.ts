import { nodeText } from '../define.ts'
import { set } from './node.ts'

export const setText = nodeText(set, {
  'zh-CN': {
    name: '设置变量',
    help: '给变量写上文字、数字或别的变量的值，也可以累加或清空；顾客看不到。',
    example: 'attempts 加 1；reason 清空。',
    outlets: { next: '下一步' },
    fields: {
      assignments: '要改的变量',
      'assignments.slot': '变量',
      'assignments.to': {
        label: '改成',
        options: { text: '文字', number: '数字', copy: '另一个变量的值', add: '加上', clear: '清空' },
      },
      'assignments.to.text': { label: '文字', hint: '可以写 {{ order_no }}' },
      'assignments.to.number': '数字',
      'assignments.to.from': '哪个变量',
    },
    card: {
      text: '{slot} = 「{text}」',
      number: '{slot} = {value}',
      copy: '{slot} = {value}',
      add: '{slot} 加 {value}',
      clear: '清空 {slot}',
    },
  },
  en: {
    name: 'Set variables',
    help: 'Writes a text, a number or another variable into a variable, counts up or empties it; visitors see nothing.',
    example: 'Add 1 to attempts; empty reason.',
    outlets: { next: 'Next' },
    fields: {
      assignments: 'Variables to change',
      'assignments.slot': 'Variable',
      'assignments.to': {
        label: 'Becomes',
        options: { text: 'Text', number: 'Number', copy: 'Value of another variable', add: 'Plus', clear: 'Empty' },
      },
      'assignments.to.text': { label: 'Text', hint: '{{ order_no }} works here' },
      'assignments.to.number': 'Number',
      'assignments.to.from': 'Which variable',
    },
    card: {
      text: '{slot} = "{text}"',
      number: '{slot} = {value}',
      copy: '{slot} = {value}',
      add: 'Adds {value} to {slot}',
      clear: 'Empties {slot}',
    },
  },
})
