import { Button, NativeSelect, VisuallyHidden } from '@mantine/core'
import type { Role } from '../../../schemas/api/route.ts'
import { call } from '../../call.ts'
import { dayOf } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import { Avatar } from '../Avatar.tsx'
import css from '../Page.module.css'
import { words } from '../words.ts'
import { roleNames, roleWords } from './roles.ts'

type User = Awaited<ReturnType<typeof call<'listUsers'>>>['users'][number]

/** People with their role; nobody can lock themselves out. */
export function PeopleTable({ users, ownId }: { users: readonly User[]; ownId: string }) {
  const say = useWords(words)
  return (
    <div className={css.panel}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say('colPerson')}</th>
            <th scope="col">{say('email')}</th>
            <th scope="col">{say('role')}</th>
            <th scope="col">{say('colSince')}</th>
            <th scope="col">
              <VisuallyHidden>{say('disable')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <PersonRow key={user.id} user={user} isSelf={user.id === ownId} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PersonRow({ user, isSelf }: { user: User; isSelf: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const change = useChange(
    (body: { role?: Role; disabled?: boolean }) => call('changeUser', { params: { id: user.id }, body }),
    [keys.users],
  )
  return (
    <tr>
      <th scope="row">
        <span className={css.person}>
          <Avatar id={user.id} name={user.name} />
          <strong>{user.name}</strong>
          {isSelf && <span className={css.faint}>{say('you')}</span>}
          {user.disabled && (
            <span className={css.chip} data-tone="bad">
              {say('disabled')}
            </span>
          )}
        </span>
      </th>
      <td>{user.email}</td>
      <td>
        <NativeSelect
          aria-label={`${say('role')}: ${user.name}`}
          disabled={isSelf || change.isPending}
          w={120}
          data={roleNames.map((each) => ({ value: each, label: say(roleWords[each]) }))}
          value={user.role}
          onChange={(event) => {
            const role = roleNames.find((each) => each === event.target.value)
            if (role) change.mutate({ role })
          }}
        />
      </td>
      <td className={css.when}>{dayOf(user.createdAt, locale)}</td>
      <td className={css.rowMenu}>
        {!isSelf && (
          <Button size="xs" loading={change.isPending} onClick={() => change.mutate({ disabled: !user.disabled })}>
            {say(user.disabled ? 'enable' : 'disable')}
          </Button>
        )}
      </td>
    </tr>
  )
}
