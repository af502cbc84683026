import { defineWords } from '../i18n/index.ts'

export const words = defineWords({
  'zh-CN': {
    json: '流程的 JSON',
    loading: '正在打开编辑器…',
    same: '与画布一致。在这里改，画布立刻跟着变。',
    waiting: '正在写…',
    broken: '还不是完整的 JSON，画布先不动',
    refused: '还有 {{count}} 处不合格式，画布先不动：{{first}}',
    loose: '有内容没有着落（比如连到不存在的卡片），画布先不动',
    merged: '{{name}} 刚改过，已经合进来了',
    readOnly: '只能看，不能改',
    failed: '编辑器没能打开，请刷新页面再试',
  },
  en: {
    json: 'The flow as JSON',
    loading: 'Opening the editor…',
    same: 'Same as the canvas. Change it here and the canvas follows at once.',
    waiting: 'Writing…',
    broken: 'Not complete JSON yet; the canvas waits',
    refused: '{{count}} not in the right form yet; the canvas waits: {{first}}',
    loose: 'Something hangs in the air, like a line to a card that is not there; the canvas waits',
    merged: '{{name}} just changed it; merged',
    readOnly: 'To look at, not to change',
    failed: 'The editor did not open. Reload the page and try again',
  },
})
