import type { Command } from 'commander'
import { FileError } from '../read-file.ts'

/** Adds `eval intents` and its sisters: the figures that the editor shows, on the operator's own files. */
export function addEval(program: Command, leaveWith: (code: number) => void): void {
  const command = program.command('eval').description('measure how well shoppers are understood, on your own files')
  command
    .command('intents')
    .description('train on text<TAB>intent files and test on another; `out_of_scope` = must be rejected')
    .option('--train <file>', 'what to learn from, may be given several times; default: the intents that ship', collect, [])
    .requiredOption('--test <file>', 'what to test on')
    .option('--json', 'print JSON')
    .action(async (options: { train: string[]; test: string; json?: boolean }) =>
      leaveWith(await guarded(async () => (await import('./intents.ts')).evalIntents(options))),
    )
  command
    .command('knowledge')
    .description('index articles and ask questions of another file: text<TAB>id[,id…], nothing after the tab = must not be answered')
    .requiredOption('--articles <file>', 'one article a line: {id, question, similar?, answer?, locale?}')
    .requiredOption('--queries <file>', 'what to ask')
    .option('--synonyms <file>', 'words that mean the same, one group a line, between commas')
    .option('--json', 'print JSON')
    .action(async (options: { articles: string; queries: string; synonyms?: string; json?: boolean }) =>
      leaveWith(await guarded(async () => (await import('./knowledge.ts')).evalKnowledge(options))),
    )
  command
    .command('attributes')
    .description('find the attribute that answers: question_id<TAB>question<TAB>attribute<TAB>relevant 0/1')
    .requiredOption('--test <file>', 'what to test on')
    .option('--json', 'print JSON')
    .action(async (options: { test: string; json?: boolean }) =>
      leaveWith(await guarded(async () => (await import('./attributes.ts')).evalAttributes(options))),
    )
  command
    .command('mood')
    .description('read moods of text<TAB>positive|neutral|negative[<TAB>anger 0/1<TAB>urgency 0/1]')
    .requiredOption('--test <file>', 'what to test on')
    .option('--train <file>', 'what to learn from, may be given several times; default: the model that ships', collect, [])
    .option('--json', 'print JSON')
    .action(async (options: { test: string; train: string[]; json?: boolean }) =>
      leaveWith(await guarded(async () => (await import('./mood.ts')).evalMood(options))),
    )
  command
    .command('masking')
    .description('find personal data in lines of {text, spans: [{start, end, type}]}')
    .requiredOption('--test <file>', 'what to test on')
    .option('--json', 'print JSON')
    .action(async (options: { test: string; json?: boolean }) =>
      leaveWith(await guarded(async () => (await import('./masking.ts')).evalMasking(options))),
    )
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

/** Runs a command; a file that cannot be used ends it with its message and exit code 1. */
async function guarded(run: () => Promise<string>): Promise<number> {
  try {
    process.stdout.write(`${await run()}\n`)
    return 0
  } catch (thrown) {
    if (!(thrown instanceof FileError)) throw thrown
    process.stderr.write(`${thrown.message}\n`)
    return 1
  }
}
