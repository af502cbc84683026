import { createElement, useEffect } from 'react'

const server = 'https://chat.example'

/** The chat in a React page: `<SupportChat />`. It stays while the component does; `open` opens it, e.g. from a help button. */
export function SupportChat({ entry = 'storefront', locale, open = false }: { entry?: string; locale?: 'zh-CN' | 'en'; open?: boolean }) {
  useEffect(() => {
    if (customElements.get('floorwalker-chat')) return
    const script = document.createElement('script')
    script.src = `${server}/widget.js`
    script.async = true
    document.head.append(script)
  }, [])
  return createElement('floorwalker-chat', { server, entry, locale, open: open ? '' : undefined })
}
