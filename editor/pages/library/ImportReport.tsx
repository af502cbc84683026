import { IconAlertCircle } from '@tabler/icons-react'
import type { call } from '../../call.ts'
import { count } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import css from './ImportFile.module.css'
import { words } from './import-words.ts'

type Report = Awaited<ReturnType<typeof call<'importTable'>>>

const mostProblems = 50
const mostColumns = 10

/** What a file would bring: how much is new, what is wrong and where, and how its rows were understood. */
export function ImportReport({ name, report }: { name: string; report: Report }) {
  const say = useWords(words)
  const locale = useLocale()
  const { added, changed, same, problems, ignored, sample } = report
  const figures = [
    ['added', added],
    ['changed', changed],
    ['same', same],
  ] as const
  return (
    <>
      <div role="status">
        <p className={css.lead}>{say('of', { name, count: count(report.rows, locale) })}</p>
        {problems.length === 0 && (
          <p className={css.figures}>
            {figures.map(([each, value]) => (
              <span key={each} data-none={value === 0 || undefined}>
                {say(each, { count: count(value, locale) })}
              </span>
            ))}
          </p>
        )}
        {problems.length === 0 && <p className={css.lead}>{say(added + changed === 0 ? 'nothing' : 'untouched')}</p>}
        {ignored.length > 0 && (
          <p className={css.ignored}>
            {say('ignored', { columns: ignored.slice(0, mostColumns).join(locale === 'en' ? ', ' : '、'), count: ignored.length })}
          </p>
        )}
      </div>
      {problems.length > 0 && (
        <section className={css.problems}>
          <h3>
            <IconAlertCircle size={18} stroke={1.75} aria-hidden="true" />
            {say('problemsTitle', { count: problems.length })}
          </h3>
          <ul>
            {problems.slice(0, mostProblems).map((problem) => (
              <li key={`${problem.line} ${problem.column ?? ''} ${problem.message}`}>
                <span>
                  {problem.column === undefined
                    ? say('problemAt', { line: problem.line })
                    : say('problemIn', { line: problem.line, column: problem.column })}
                </span>
                {problem.message}
              </li>
            ))}
          </ul>
          {problems.length > mostProblems && <p>{say('problemsRest', { count: problems.length - mostProblems })}</p>}
        </section>
      )}
      {sample.length > 0 && (
        <section>
          <h3>{say('sample')}</h3>
          <ul className={css.sample}>
            {sample.map((each) => (
              <li key={each.id}>
                <strong>{each.name}</strong>
                <span>{each.detail}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
