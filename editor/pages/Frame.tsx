import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconBook2,
  IconBuildingStore,
  IconBulb,
  IconCpu,
  IconInbox,
  IconLogout,
  IconMoon,
  IconSitemap,
  IconSun,
  IconUser,
  IconUsers,
  IconWalk,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../call.ts'
import { chooseLocale, useLocale, useWords } from '../i18n/index.ts'
import { queryClient, useSession } from '../queries.ts'
import { useScheme } from '../scheme.ts'
import { Avatar } from './Avatar.tsx'
import css from './Frame.module.css'
import { words } from './words.ts'

/** The house around every room: rail at the left, bar on top. `bar` fills its left, `actions` its right. */
export function Frame({ bar, actions, children }: { bar: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const say = useWords(words)
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {say('skip')}
      </a>
      <Rail />
      <header className={css.bar}>
        <div className={css.barStart}>{bar}</div>
        <div className={css.barEnd}>{actions}</div>
      </header>
      <main id="content" className={css.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** 中 / EN and light or dark; the same on every screen. */
export function ScreenSwitches() {
  const say = useWords(words)
  const { dark, toggle } = useScheme()
  const label = say(dark ? 'toLight' : 'toDark')
  return (
    <>
      <LanguageSwitch />
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={label} onClick={toggle} className={css.quiet}>
          {dark ? <IconSun size={18} stroke={1.75} /> : <IconMoon size={18} stroke={1.75} />}
        </ActionIcon>
      </Tooltip>
    </>
  )
}

export function LanguageSwitch() {
  const say = useWords(words)
  const locale = useLocale()
  return (
    <fieldset className={css.language} aria-label={say('language')}>
      <button type="button" lang="zh-CN" aria-pressed={locale === 'zh-CN'} aria-label="中文" onClick={() => chooseLocale('zh-CN')}>
        中
      </button>
      <button type="button" lang="en" aria-pressed={locale === 'en'} aria-label="EN English" onClick={() => chooseLocale('en')}>
        EN
      </button>
    </fieldset>
  )
}

function Rail() {
  const say = useWords(words)
  const { data: me } = useSession()
  return (
    <nav className={css.rail} aria-label={say('rooms')}>
      <Link href="/flows" className={css.mark} aria-label="Floorwalker">
        <IconWalk size={20} stroke={1.75} />
      </Link>
      <Room href="/flows" label={say('flows')} icon={<IconSitemap size={20} stroke={1.75} />} />
      <Room href="/intents" also="/moods" label={say('intents')} icon={<IconBulb size={20} stroke={1.75} />} />
      <Room href="/knowledge" label={say('knowledge')} icon={<IconBook2 size={20} stroke={1.75} />} />
      <Room href="/reviews" label={say('reviews')} icon={<IconInbox size={20} stroke={1.75} />} />
      <Room href="/entries" label={say('entries')} icon={<IconBuildingStore size={20} stroke={1.75} />} />
      {me?.role === 'owner' && <Room href="/models" label={say('models')} icon={<IconCpu size={20} stroke={1.75} />} />}
      {me?.role === 'owner' && <Room href="/people" label={say('people')} icon={<IconUsers size={20} stroke={1.75} />} />}
      <span className={css.spring} />
      {me && <OwnMenu name={me.name} id={me.id} />}
    </nav>
  )
}

/** A way into a room; `also` is a second address of the same room. */
function Room({ href, also, label, icon }: { href: string; also?: string; label: string; icon: ReactNode }) {
  const [location] = useLocation()
  const here = location === href || location === also || location.startsWith(`${href}/`)
  return (
    <Tooltip label={label} position="right">
      <Link href={href} className={css.room} aria-label={label} aria-current={here ? 'page' : undefined}>
        {icon}
      </Link>
    </Tooltip>
  )
}

function OwnMenu({ name, id }: { name: string; id: string }) {
  const say = useWords(words)
  const [, go] = useLocation()
  const leave = async () => {
    await call('signOut').catch(() => {})
    queryClient.clear()
    go('/sign-in')
  }
  return (
    <Menu position="right-end" shadow="md" width={180}>
      <Menu.Target>
        <UnstyledButton className={css.own} aria-label={`${say('account')}: ${name}`}>
          <Avatar id={id} name={name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} stroke={1.75} />} onClick={() => go('/account')}>
          {say('account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={() => void leave()}>
          {say('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
