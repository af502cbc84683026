import type { Alarm, Clock } from '../../runtime/clock.ts'
import type { Random } from './random.ts'

/** Decides what happens next. Everything that could happen in parallel stands at a gate; chance opens one at a time. */
export interface Scheduler {
  clock: Clock
  /** Waits until chance lets the owner go on; never again once the owner is dead. */
  gate(owner: string): Promise<void>
  /** The same for a callback. */
  later(owner: string, run: () => void): void
  /** Alarms of one owner, by the scheduler's clock. */
  alarm(owner: string): Alarm
  /** The owner's process is gone: nothing of it goes on. */
  kill(owner: string): void
  /** The owner stands still for so many steps, as a frozen process does. */
  pause(owner: string, steps: number): void
  /** Opens one gate. @returns false when nothing could go on */
  step(): Promise<boolean>
  /** Opens every gate of one owner. */
  release(owner: string): Promise<void>
  /** Lets time pass and rings what is due. */
  advance(milliseconds: number): Promise<void>
  /** Milliseconds until the next alarm; null without one. */
  nextAlarm(): number | null
}

export function createScheduler(random: Random, begin: number): Scheduler {
  let now = begin
  let gates: { owner: string; go: () => void }[] = []
  let alarms: { owner: string; at: number; ring: () => void }[] = []
  const paused = new Map<string, number>()

  function later(owner: string, run: () => void): void {
    gates.push({ owner, go: run })
  }

  async function step(): Promise<boolean> {
    for (const [owner, steps] of paused) {
      if (steps <= 0) paused.delete(owner)
      else paused.set(owner, steps - 1)
    }
    const open = paused.size === 0 ? gates : gates.filter((gate) => !paused.has(gate.owner))
    if (open.length === 0) {
      const wasPaused = paused.size > 0
      paused.clear()
      return wasPaused && gates.length > 0
    }
    const gate = random.pick(open)
    gates.splice(gates.indexOf(gate), 1)
    gate.go()
    await settle()
    return true
  }

  async function advance(milliseconds: number): Promise<void> {
    now += milliseconds
    const due = alarms.filter((alarm) => alarm.at <= now).sort((a, b) => a.at - b.at)
    alarms = alarms.filter((alarm) => alarm.at > now)
    for (const alarm of due) alarm.ring()
    if (due.length > 0) await settle()
  }

  return {
    clock: { now: () => now, elapsed: () => now },
    gate: (owner) => new Promise((resolve) => later(owner, resolve)),
    later,
    alarm: (owner) => (milliseconds, ring) => {
      const alarm = { owner, at: now + milliseconds, ring }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter((each) => each !== alarm)
      }
    },
    kill(owner) {
      gates = gates.filter((gate) => gate.owner !== owner)
      alarms = alarms.filter((alarm) => alarm.owner !== owner)
      paused.delete(owner)
    },
    pause: (owner, steps) => void paused.set(owner, steps),
    step,
    async release(owner) {
      for (const gate of gates.filter((each) => each.owner === owner)) gate.go()
      gates = gates.filter((each) => each.owner !== owner)
      await settle()
    },
    advance,
    nextAlarm: () => (alarms.length === 0 ? null : Math.max(0, Math.min(...alarms.map((alarm) => alarm.at)) - now)),
  }
}

/** Everything that needs no gate has run when this resolves. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
