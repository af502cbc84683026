import { Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconLanguage, IconPencil, IconUser } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useWords } from '../i18n/index.ts'
import type { Persona, Rehearsal } from './rehearsal.ts'
import css from './TestChat.module.css'
import { words } from './words.ts'

const personaWords = { new: 'asNew', regular: 'asRegular', vip: 'asVip' } as const satisfies Record<Persona, string>
const personaNames = Object.keys(personaWords) as Persona[]
const languageWords = { 'zh-CN': 'chinese', en: 'english' } as const

/** As whom and in which language the test speaks; what it runs; start over. */
export function ChatSettings({ rehearsal }: { rehearsal: Rehearsal }) {
  const say = useWords(words)
  const persona = useStore(rehearsal, (state) => state.persona)
  const locale = useStore(rehearsal, (state) => state.locale)
  return (
    <div className={css.settings}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={css.chip} aria-label={`${say('asWho')}: ${say(personaWords[persona])}`}>
            <IconUser size={14} stroke={1.75} aria-hidden="true" />
            {say(personaWords[persona])}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {personaNames.map((each) => (
            <Menu.Item
              key={each}
              rightSection={each === persona && <IconCheck size={14} />}
              onClick={() => void rehearsal.startOver({ persona: each })}
            >
              {say(personaWords[each])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button" className={css.chip} aria-label={`${say('chatLanguage')}: ${say(languageWords[locale])}`}>
            <IconLanguage size={14} stroke={1.75} aria-hidden="true" />
            {say(languageWords[locale])}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['zh-CN', 'en'] as const).map((each) => (
            <Menu.Item
              key={each}
              rightSection={each === locale && <IconCheck size={14} />}
              onClick={() => void rehearsal.startOver({ locale: each })}
            >
              {say(languageWords[each])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={say('draftHelp')} multiline w={240}>
        <span className={css.chip}>
          <IconPencil size={14} stroke={1.75} aria-hidden="true" />
          {say('draft')}
        </span>
      </Tooltip>
      <button type="button" className={`${css.link} ${css.reset}`} onClick={() => void rehearsal.startOver()}>
        {say('reset')}
      </button>
    </div>
  )
}
