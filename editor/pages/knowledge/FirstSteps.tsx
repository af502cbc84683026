import type { ReactNode } from 'react'
import { EmptyState } from '../EmptyState.tsx'
import page from '../Page.module.css'

interface Props {
  icon: ReactNode
  title: string
  lead: string
  steps: readonly string[]
  children?: ReactNode
}

/** What an empty room is for, and the way to fill it. */
export function FirstSteps({ icon, title, lead, steps, children }: Props) {
  return (
    <EmptyState icon={icon} title={title} lead={lead}>
      <ol className={page.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {children}
    </EmptyState>
  )
}
