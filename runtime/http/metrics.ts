import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What is only known when somebody looks. */
export interface Looked {
  jobs(): Promise<{ waiting: number; dead: number }>
  streams(): number
  inFlight(): number
}

export interface Metrics {
  /** @returns what counts one request of this route by the milliseconds it took */
  route(name: string): (took: number) => void
  refused(route: string, code: string): void
  turn(outcome: 'answered' | 'duplicate' | 'opened'): void
  /** Prometheus text format. */
  render(): Promise<string>
}

/** Counters of one runtime; no label ever holds an id or a word of a visitor. */
export function createMetrics(looked: Looked, options: { process: boolean }): Metrics {
  const register = new Registry()
  const registers = [register]
  if (options.process) collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'floorwalker_request_seconds',
    help: 'Time from the request’s headers to its reply, by route.',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const refusals = new Counter({
    name: 'floorwalker_refusals_total',
    help: 'Requests refused, by route and code.',
    labelNames: ['route', 'code'],
    registers,
  })
  const turns = new Counter({
    name: 'floorwalker_turns_total',
    help: 'Turns of conversations, by outcome.',
    labelNames: ['outcome'],
    registers,
  })
  new Gauge({
    name: 'floorwalker_streams',
    help: 'Open event streams.',
    registers,
    collect() {
      this.set(looked.streams())
    },
  })
  new Gauge({
    name: 'floorwalker_turns_in_flight',
    help: 'Turns being worked on.',
    registers,
    collect() {
      this.set(looked.inFlight())
    },
  })
  new Gauge({
    name: 'floorwalker_jobs',
    help: 'Jobs by state.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { waiting, dead } = await looked.jobs()
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'dead' }, dead)
    },
  })
  return {
    route(name) {
      const child = requests.labels(name)
      return (took) => child.observe(took / 1_000)
    },
    refused: (route, code) => refusals.inc({ route, code }),
    turn: (outcome) => turns.inc({ outcome }),
    render: () => register.metrics(),
  }
}
