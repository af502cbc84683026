import { defineWords } from '../i18n/index.ts'

export const words = defineWords({
  'zh-CN': {
    none: '没有问题，可以发布',
    noneLead: '每个出口都有去向，该填的都填了。',
    checking: '正在检查…',
    errors_other: '{{count}} 处要先改好，才能发布',
    warnings_other: '{{count}} 处提醒，不影响发布',
    wholeFlow: '整条流程',
    flowName: '流程名称',
    connectTo: '接到{{target}}',
    connectNew: '加一张「{{target}}」接上',
    removeLine: '删掉这条线',
    goThere: '去处理',
    more_other: '还有 {{count}} 处',
  },
  en: {
    none: 'No problems: ready to publish',
    noneLead: 'Every way out leads somewhere and everything needed is filled in.',
    checking: 'Checking…',
    errors_other: '{{count}} to put right before publishing',
    errors_one: '{{count}} to put right before publishing',
    warnings_other: '{{count}} reminders; publishing is possible',
    warnings_one: '{{count}} reminder; publishing is possible',
    wholeFlow: 'The whole flow',
    flowName: 'The name of the flow',
    connectTo: 'Connect to {{target}}',
    connectNew: 'Add “{{target}}” and connect it',
    removeLine: 'Delete this line',
    goThere: 'Go there',
    more_other: '{{count}} more',
  },
})
