import type { Context, MiddlewareHandler } from 'hono'

const longestDelay = 10_000

/**
 * What can be wrong with somebody else's shop, asked for by the caller of the demo's API:
 * `?delay=ms` waits first; `?fail=` is an HTTP status, or `never`, `json`, `large`, `slow`, `redirect` (with `&to=`).
 */
export function faults(): MiddlewareHandler {
  return async (context, next) => {
    const delay = Math.min(Number(context.req.query('delay')) || 0, longestDelay)
    if (delay > 0) await pause(delay)
    const fail = context.req.query('fail')
    if (!fail) return next()
    return failure(context, fail)
  }
}

function failure(context: Context, fail: string): Response | Promise<Response> {
  switch (fail) {
    case 'never':
      return new Promise<Response>(() => undefined)
    case 'json':
      return context.body('{"id": "D2026', 200, { 'content-type': 'application/json' })
    case 'large':
      return context.body(`{"orders":"${'x'.repeat(10 * 1024 * 1024)}"}`, 200, { 'content-type': 'application/json' })
    case 'slow':
      return context.body(drip(), 200, { 'content-type': 'application/json' })
    case 'redirect':
      return context.redirect(context.req.query('to') ?? context.req.path, 302)
    default: {
      const status = Number(fail)
      if (!Number.isInteger(status) || status < 400 || status > 599)
        return context.json(problem('INVALID_SLOT', 'fail 参数不对', 'Unknown kind of failure', false), 400)
      return new Response(
        JSON.stringify(problem('UPSTREAM_TIMEOUT', '系统繁忙，请稍后再试', 'The shop is busy; try again later', status >= 500)),
        {
          status,
          headers: { 'content-type': 'application/json' },
        },
      )
    }
  }
}

/** The error body every route of the demo's API answers with. */
export function problem(code: string, zh: string, en: string, retryable: boolean) {
  return { code, message_zh: zh, message_en: en, retryable }
}

/** A body that comes one byte a second and never ends in time. */
function drip(): ReadableStream<Uint8Array> {
  let timer: ReturnType<typeof setInterval> | undefined
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{'))
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), 1_000)
    },
    cancel() {
      clearInterval(timer)
    },
  })
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
