const control = 'input, textarea, select, button'

/**
 * Brings the field at a pointer (from the card on: `/data/question/en`) into sight and gives it the keyboard.
 * The nearest field around it answers for what is not a field itself.
 */
export function focusField(form: HTMLElement, path: string): void {
  const parts = path.split('/')
  for (let length = parts.length; length > 1; length--) {
    const field = form.querySelector<HTMLElement>(`[data-path="${CSS.escape(parts.slice(0, length).join('/'))}"]`)
    if (!field) continue
    const language = field.querySelector<HTMLElement>(`[lang="${CSS.escape(parts.at(-1) ?? '')}"]`)
    const target = (language ?? field).querySelector<HTMLElement>(control)
    field.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
    return
  }
}
