import { defineWords } from '../../i18n/index.ts'

/** Words that the pages of the library share. */
export const words = defineWords({
  'zh-CN': {
    undo: '撤销',
    redo: '重做',
    undoHint: '撤销 {{keys}}',
    redoHint: '重做 {{keys}}',
    undone: '已撤销：{{what}}',
    changeFailed: '没有改成，什么都没变。请再试一次。',
    changeOffline: '连不上服务器，什么都没变。',
    changeTooLarge: '一次改得太多了，分几次来。',
    changeRefused: '这里有写得不对的地方，什么都没变。',
    closeNote: '收起提示',
    noSuchIntent: '没有这个意图',
  },
  en: {
    undo: 'Undo',
    redo: 'Redo',
    undoHint: 'Undo {{keys}}',
    redoHint: 'Redo {{keys}}',
    undone: 'Taken back: {{what}}',
    changeFailed: 'That did not work and nothing changed. Please try again.',
    changeOffline: 'The server does not answer; nothing changed.',
    changeTooLarge: 'That is too much at once; do it in parts.',
    changeRefused: 'Something in it is not right; nothing changed.',
    closeNote: 'Close this note',
    noSuchIntent: 'No such intent',
  },
})
