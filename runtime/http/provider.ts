import type { Clock } from '../clock.ts'
import type { Provider } from '../provider/provider.ts'
import type { Handlers } from './handler.ts'
import type { Note } from './note.ts'

export interface ProviderParts {
  provider: Provider
  note: Note
  clock: Clock
}

/** Settings of the optional model provider. The key goes in and never comes out. */
export function providerHandlers({
  provider,
  note,
  clock,
}: ProviderParts): Pick<Handlers, 'readProvider' | 'putProvider' | 'removeProvider' | 'tryProvider'> {
  return {
    readProvider: () => provider.read(),

    async putProvider({ principal, body: { key, ...settings } }) {
      const written = await provider.write(settings, key)
      const { enabled, uses, model, url } = written.settings
      await note(principal, 'provider-changed', new URL(url).host, { enabled, uses, model, newKey: key !== undefined })
      return written
    },

    async removeProvider({ principal }) {
      await provider.forget()
      await note(principal, 'provider-removed', 'provider')
    },

    async tryProvider() {
      const began = clock.elapsed()
      const answer = await provider.test()
      const milliseconds = Math.round(clock.elapsed() - began)
      return answer.ok ? { ok: true, milliseconds } : { ok: false, milliseconds, why: answer.why }
    },
  }
}
