import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * `npm run new:node -- pause-note --zh 停顿 --en Pause`: a node type that compiles, has a test and stands in both registries.
 * It says one text; the rest is yours (docs/adding-a-node.md).
 */
const groups = ['talk', 'understand', 'shop', 'promotion', 'people', 'quality', 'logic']
const root = process.cwd()

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { group: { type: 'string', default: 'talk' }, zh: { type: 'string' }, en: { type: 'string' } },
})
const type = positionals[0] ?? ''
const refused = refusal(type, values.group)
if (refused) {
  process.stderr.write(`${refused}\nnpm run new:node -- <type> [--group ${groups.join('|')}] [--zh 名称] [--en Name]\n`)
  process.exit(1)
}

const camel = type.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const english = values.en ?? `${type[0]?.toUpperCase()}${type.slice(1).replaceAll('-', ' ')}`
const chinese = values.zh ?? '新节点'

const files: Record<string, string> = {
  'node.ts': `import { z } from 'zod'
import { localizedText } from '../../schemas/text.ts'
import { defineNode } from '../define.ts'

/** Says its text and goes on. */
export const ${camel} = defineNode({
  type: '${type}',
  v: 1,
  group: '${values.group}',
  icon: 'message',
  data: z.strictObject({ text: localizedText }),
  outlets: { next: 'must' },
  initial: { text: '' },
  texts: (data) => [{ path: ['text'], text: data.text }],
  summary: (data) => [{ kind: 'bubble', text: data.text }],
})
`,
  'text.ts': `import { nodeText } from '../define.ts'
import { ${camel} } from './node.ts'

export const ${camel}Text = nodeText(${camel}, {
  'zh-CN': {
    name: '${chinese}',
    help: '对顾客说一句话，然后继续。',
    example: '「请稍等，马上为您查询～」',
    outlets: { next: '继续' },
    fields: { text: { label: '要说的话' } },
  },
  en: {
    name: '${english}',
    help: 'Says one thing to the visitor and goes on.',
    example: '"One moment, I will look that up."',
    outlets: { next: 'Next' },
    fields: { text: { label: 'What to say' } },
  },
})
`,
  'run.ts': `import { behave } from '../define.ts'
import { ${camel} } from './node.ts'

export default behave(${camel}, {
  enter(data, turn) {
    turn.say(data.text)
    return { leave: 'next' }
  },
})
`,
  [`${type}.test.ts`]: `import { testNode } from '../testing.ts'
import ${camel} from './run.ts'

testNode(${camel}, {
  'says its words': { data: { text: '稍等' }, says: ['稍等'], leaves: 'next' },
  'says them in English': { data: { text: { 'zh-CN': '稍等', en: 'One moment' } }, locale: 'en', says: ['One moment'], leaves: 'next' },
})
`,
}

const folder = join(root, 'nodes', type)
mkdirSync(folder)
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
register(
  'nodes/index.ts',
  [`import { ${camel} } from './${type}/node.ts'`, `import { ${camel}Text } from './${type}/text.ts'`],
  `  [${camel}, ${camel}Text],`,
)
register('nodes/behaviours.ts', [`import ${camel} from './${type}/run.ts'`], `  ${camel},`)
// order of imports and line breaks are the formatter's business
spawnSync('biome', ['check', '--write', 'nodes/index.ts', 'nodes/behaviours.ts', `nodes/${type}`], {
  cwd: root,
  stdio: 'ignore',
  shell: process.platform === 'win32',
})

process.stdout.write(`nodes/${type} is there, and stands in nodes/index.ts and nodes/behaviours.ts.
Next: say what it is in node.ts, text.ts, run.ts; put one in nodes/sample-flow.ts; then
  npm test -- --only=unit nodes
The steps are in docs/adding-a-node.md.
`)

function refusal(type: string, group: string): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(type)) return `"${type}" is no name of a node type: lower case words joined by "-".`
  if (existsSync(join(root, 'nodes', type))) return `nodes/${type} exists.`
  if (!groups.includes(group)) return `"${group}" is no group.`
  return null
}

/** Adds imports at the top and a line at the end of the file's first list. */
function register(file: string, imports: readonly string[], line: string): void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const end = text.search(/^\](?: as const)?$/m)
  if (end === -1) throw new Error(`${file} holds no list to add ${type} to`)
  writeFileSync(path, `${imports.join('\n')}\n${text.slice(0, end)}${line}\n${text.slice(end)}`)
}
