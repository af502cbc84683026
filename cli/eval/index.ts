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
