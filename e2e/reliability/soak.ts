import { parseArgs } from 'node:util'
import { killOften, killPoints } from './kill.ts'
import { runSchedules } from './schedules.ts'

/**
 * The long runs: `node e2e/reliability/soak.ts --schedules 100000 --kills 1000`. Prints progress and the seeds of
 * everything found; `--from <seed> --schedules 1 --kills 0` repeats one.
 */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
  },
})

const began = performance.now()
const seconds = () => Math.round((performance.now() - began) / 100) / 10
let isClean = true

if (Number(values.schedules) > 0) {
  const total = await runSchedules(Number(values.from), Number(values.schedules), ({ schedules, found }) => {
    console.log(`${schedules} of ${values.schedules} schedules, ${found.length} with violations, ${seconds()} s`)
  })
  console.log(`${total.schedules} schedules, ${total.steps} steps, ${total.kills} crashes in ${seconds()} s`)
  for (const { seed, violations } of total.found) console.log(`seed ${seed}:\n  ${violations.join('\n  ')}`)
  isClean = total.found.length === 0
}

if (Number(values.kills) > 0) {
  const wanted = Number(values.kills)
  const outcome = await killOften(wanted, Number(values.from), (done) => {
    if (done % 25 === 0) console.log(`${done} of ${wanted} kills, ${seconds()} s`)
  })
  console.log(`${outcome.kills} kills under ${outcome.messages} messages in ${outcome.conversations} conversations, ${outcome.seconds} s`)
  console.log(
    Object.entries(outcome.hit)
      .map(([point, count]) => `  ${point} ${count}`)
      .join('\n'),
  )
  for (const violation of outcome.violations) console.log(violation)
  const missed = killPoints.filter((point) => !outcome.hit[point])
  if (missed.length > 0) console.log(`never died at ${missed.join(', ')}`)
  isClean &&= outcome.violations.length === 0 && missed.length === 0
}

process.exitCode = isClean ? 0 : 1
