import { FloorwalkerChat, tagName } from './element.ts'

/** `<script src="https://chat.example/widget.js" data-entry="storefront"></script>`: defines the element and puts one on the page. */
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[data-entry][src*="widget.js"]')

if (!customElements.get(tagName)) customElements.define(tagName, FloorwalkerChat)
if (script?.dataset.entry) {
  if (document.body) place(script)
  else addEventListener('DOMContentLoaded', () => place(script), { once: true })
}

function place(from: HTMLScriptElement): void {
  // Loaded twice, by a tag manager for instance: one chat is enough.
  if (document.querySelector(tagName)) return
  const element = document.createElement(tagName)
  const { entry = 'storefront', server = new URL(from.src).origin, locale, theme } = from.dataset
  element.setAttribute('entry', entry)
  element.setAttribute('server', server)
  if (locale) element.setAttribute('locale', locale)
  if (theme) element.setAttribute('theme', theme)
  document.body.append(element)
}
