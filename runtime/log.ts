import pino, { type DestinationStream } from 'pino'

/** Structured log, one JSON object a line. Lines name ids, routes and codes; what visitors wrote is never given to it. */
export interface Log {
  debug(facts: Record<string, unknown>, what: string): void
  info(facts: Record<string, unknown>, what: string): void
  warn(facts: Record<string, unknown>, what: string): void
  error(facts: Record<string, unknown>, what: string): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** @param destination where lines go; standard output when absent */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
    serializers: { error: errorFacts },
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** A net below the rule that these are never logged. */
const secrets = ['token', 'password', 'cookie', 'authorization', 'secret', 'link', 'text', 'content', 'body']

/**
 * What a log may hold of an error: its kind, code, frames, and the first line of its message, because what a library
 * adds on further lines can be the values of a query.
 */
export function errorFacts(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { kind: typeof thrown }
  const code = 'code' in thrown ? String(thrown.code) : undefined
  const frames = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
  return {
    kind: thrown.name,
    ...(code === undefined ? {} : { code }),
    // parsers quote what they could not read
    ...(thrown instanceof SyntaxError ? {} : { message: (thrown.message.split('\n')[0] ?? '').slice(0, 300) }),
    frames,
    ...(thrown.cause === undefined ? {} : { cause: errorFacts(thrown.cause) }),
  }
}
