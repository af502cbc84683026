import type { editor as Editor } from 'monaco-editor/editor'
import { currentLocale } from '../i18n/index.ts'

export type Monaco = typeof import('monaco-editor/editor')
export type CodeEditor = Editor.IStandaloneCodeEditor

const schemaAddress = '/schemas/flow-1.json'
let loading: Promise<Monaco> | null = null

/** Loads the code editor once; its own words are those of the language chosen then. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

async function load(): Promise<Monaco> {
  // must be there before the editor's first module is read
  if (currentLocale() === 'zh-CN') await import('monaco-editor/nls/lang/zh-cn')
  const [monaco, json, EditorWorker, JsonWorker] = await Promise.all([
    import('monaco-editor/editor'),
    import('monaco-editor/languages/features/json/register'),
    import('monaco-editor/editor/editor.worker?worker'),
    import('monaco-editor/languages/features/json/json.worker?worker'),
    import('monaco-editor/features/register.all'),
  ])
  self.MonacoEnvironment = { getWorker: (_id, label) => (label === 'json' ? new JsonWorker.default() : new EditorWorker.default()) }
  const schema: unknown = await fetch(`${schemaAddress}?locale=${currentLocale()}`).then(
    (response) => (response.ok ? response.json() : null),
    () => null,
  )
  json.jsonDefaults.setDiagnosticsOptions({
    validate: true,
    enableSchemaRequest: false,
    schemas: schema ? [{ uri: schemaAddress, fileMatch: ['*.flow.json'], schema }] : [],
  })
  for (const dark of [false, true]) monaco.editor.defineTheme(themeName(dark), themeOf(dark))
  return monaco
}

export const themeName = (dark: boolean) => (dark ? 'floorwalker-dark' : 'floorwalker-light')

/** The house's colours; Monaco wants them as numbers, so they stand here once more. */
function themeOf(dark: boolean): Editor.IStandaloneThemeData {
  const colours = dark
    ? {
        surface: '#1a2027',
        sunken: '#151a20',
        ink: '#e9ecef',
        faint: '#8c96a3',
        line: '#2a323b',
        accent: '#45bca4',
        soft: '#15332e',
        key: '7aa5ff',
        text: '4cc38a',
        number: 'f0a066',
        word: 'b394f5',
      }
    : {
        surface: '#ffffff',
        sunken: '#f0eee9',
        ink: '#1b2330',
        faint: '#626b78',
        line: '#e4e0d8',
        accent: '#0b6e5f',
        soft: '#e2f1ed',
        key: '2459c4',
        text: '17794a',
        number: 'a64b0e',
        word: '6b40c0',
      }
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: colours.key },
      { token: 'string.value.json', foreground: colours.text },
      { token: 'number.json', foreground: colours.number },
      { token: 'keyword.json', foreground: colours.word },
    ],
    colors: {
      'editor.background': colours.surface,
      'editor.foreground': colours.ink,
      'editorLineNumber.foreground': colours.faint,
      'editorLineNumber.activeForeground': colours.ink,
      'editor.lineHighlightBackground': colours.sunken,
      'editor.selectionBackground': colours.soft,
      'editorCursor.foreground': colours.accent,
      'editorWidget.background': colours.surface,
      'editorWidget.border': colours.line,
      'editorStickyScroll.background': colours.surface,
    },
  }
}
