#!/usr/bin/env node
import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { addEval } from './eval/index.ts'

// each command loads only what it needs: `validate` should not wait for the server
const program = new Command('floorwalker')
  .description('Self-hosted visual flow builder for e-commerce service chat')
  .version(manifest.version)
  .showHelpAfterError()

program
  .command('start')
  .description('serve the chat, the editor and, unless FLOORWALKER_DEMO=off, a demo shop')
  .action(async () => void (await import('../runtime/main.ts')))

program
  .command('validate <file>')
  .description('print every problem of a flow or bundle, one a line; exit code 1 when one is an error')
  .option('--locale <locale>', 'language of the words: zh-CN or en', 'en')
  .action(async (file: string, options: { locale: string }) => leaveWith(await (await import('./validate.ts')).validate(file, options)))

program
  .command('chat <file>')
  .description('talk to a flow or bundle in the terminal')
  .option('--flow <id>', 'which flow of the bundle; default: the one no other flow calls')
  .option('--locale <locale>', 'language of the visitor: zh-CN or en', 'zh-CN')
  .option('--trace', 'show the nodes that each turn passed')
  .action(async (file: string, options: { flow?: string; locale: string; trace?: boolean }) =>
    leaveWith(await (await import('./chat.ts')).chat(file, options)),
  )

program
  .command('export')
  .description('write flows and all they need as one bundle')
  .option('--flow <id>', 'only this flow and what it calls')
  .option('--out <file>', 'file to write; default: standard output')
  .option('--data <folder>', 'data folder of the installation', process.env.FLOORWALKER_DATA ?? 'data')
  .action(async (options: { flow?: string; out?: string; data: string }) =>
    leaveWith(await (await import('./transfer.ts')).exportTo(options)),
  )

program
  .command('import <file>')
  .description('read a bundle into drafts; nothing goes live')
  .option('--dry', 'only report what would change')
  .option('--data <folder>', 'data folder of the installation', process.env.FLOORWALKER_DATA ?? 'data')
  .action(async (file: string, options: { dry?: boolean; data: string }) =>
    leaveWith(await (await import('./transfer.ts')).importFrom(file, options)),
  )

program
  .command('user')
  .description('people of the installation')
  .command('link <email>')
  .description('forget a password, and print a one-time link to set another')
  .option('--data <folder>', 'data folder of the installation', process.env.FLOORWALKER_DATA ?? 'data')
  .action(async (email: string, options: { data: string }) => leaveWith(await (await import('./user.ts')).linkFor(email, options)))

addEval(program, leaveWith)

await program.parseAsync()

/** Sets the exit code and lets output drain; never `process.exit` with words still in the pipe. */
function leaveWith(code: number): void {
  process.exitCode = code
}
