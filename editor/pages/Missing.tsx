import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { useWords } from '../i18n/index.ts'
import { EmptyState } from './EmptyState.tsx'
import { Frame, ScreenSwitches } from './Frame.tsx'
import { words } from './words.ts'

/** An address that leads nowhere. */
export function Missing() {
  const say = useWords(words)
  const [, go] = useLocation()
  return (
    <Frame bar={null} actions={<ScreenSwitches />}>
      <EmptyState icon={<IconMapQuestion size={24} stroke={1.75} />} title={say('missingTitle')} lead={say('missingLead')}>
        <Button onClick={() => go('/flows')}>{say('toFlows')}</Button>
      </EmptyState>
    </Frame>
  )
}
