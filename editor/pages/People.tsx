import { Button } from '@mantine/core'
import { IconPlus, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { useSession, useUsers } from '../queries.ts'
import { EmptyState } from './EmptyState.tsx'
import { Frame, ScreenSwitches } from './Frame.tsx'
import css from './Page.module.css'
import { Invite } from './people/Invite.tsx'
import { PeopleTable } from './people/PeopleTable.tsx'
import { TryAgain } from './TryAgain.tsx'
import { words } from './words.ts'

/** Who can come in, for owners. */
export default function People() {
  const say = useWords(words)
  const { data: me } = useSession()
  const title = <h1 className={css.title}>{say('people')}</h1>
  if (me && me.role !== 'owner')
    return (
      <Frame bar={title} actions={<ScreenSwitches />}>
        <EmptyState icon={<IconUserOff size={24} stroke={1.75} />} title={say('people')} lead={say('noRight')} />
      </Frame>
    )
  return <Team title={title} ownId={me?.id ?? ''} />
}

function Team({ title, ownId }: { title: React.ReactNode; ownId: string }) {
  const say = useWords(words)
  const users = useUsers()
  const [inviting, setInviting] = useState(false)
  const actions = (
    <>
      <ScreenSwitches />
      <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setInviting(true)}>
        {say('invite')}
      </Button>
    </>
  )
  return (
    <Frame bar={title} actions={actions}>
      <div className={css.page}>
        {users.error && !users.data ? (
          <TryAgain error={users.error} retry={() => void users.refetch()} />
        ) : (
          <>
            <div className={css.head}>
              <p className={css.lead}>{say('peopleLead')}</p>
            </div>
            {users.data && <PeopleTable users={users.data.users} ownId={ownId} />}
          </>
        )}
      </div>
      {inviting && <Invite close={() => setInviting(false)} />}
    </Frame>
  )
}
