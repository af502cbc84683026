import { IconCpuOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { call } from '../call.ts'
import { count } from '../i18n/format.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { useSession } from '../queries.ts'
import { EmptyState } from './EmptyState.tsx'
import { Frame, ScreenSwitches } from './Frame.tsx'
import { ProviderForm } from './models/ProviderForm.tsx'
import { words } from './models/words.ts'
import css from './Page.module.css'
import { TryAgain } from './TryAgain.tsx'

/** The optional model provider, for owners. */
export default function Models() {
  const say = useWords(words)
  const locale = useLocale()
  const { data: me } = useSession()
  const isOwner = me?.role === 'owner'
  const provider = useQuery({ queryKey: ['provider'], queryFn: ({ signal }) => call('readProvider', { signal }), enabled: isOwner })
  const title = <h1 className={css.title}>{say('title')}</h1>
  if (me && !isOwner)
    return (
      <Frame bar={title} actions={<ScreenSwitches />}>
        <EmptyState icon={<IconCpuOff size={24} stroke={1.75} />} title={say('title')} lead={say('ownerOnly')} />
      </Frame>
    )
  const { data } = provider
  return (
    <Frame bar={title} actions={<ScreenSwitches />}>
      <div className={`${css.page} ${css.narrow}`}>
        {provider.error && !data ? (
          <TryAgain error={provider.error} retry={() => void provider.refetch()} />
        ) : (
          data && (
            <>
              <div className={css.head}>
                <p className={css.lead}>{say('lead')}</p>
                {data.settings && (
                  <p className={css.lead}>
                    {say('used', {
                      tokens: count(data.usedTokens, locale),
                      cap: count(data.settings.monthlyCap, locale),
                      calls: count(data.calls, locale),
                      failures: count(data.failures, locale),
                    })}
                  </p>
                )}
              </div>
              <ProviderForm stored={data} />
            </>
          )
        )}
      </div>
    </Frame>
  )
}
