const control = 'input, textarea, select, button'

/**
 * Brings the field at a pointer (from the card on: `/data/question/en`) into sight and gives it the keyboard.
 * The nearest field around it answers for what is not a field itself.
 */
export function focusField(form: HTMLElement, path: string): void {
  // a problem of the whole card stands where it is said: at an outlet, mostly
  if (path === '') return goTo(form.querySelector('[data-said]')?.closest<HTMLElement>('[data-path]') ?? null)
  const parts = path.split('/')
  for (let length = parts.length; length > 1; length--) {
    const field = form.querySelector<HTMLElement>(`[data-path="${CSS.escape(parts.slice(0, length).join('/'))}"]`)
    if (!field) continue
    return goTo(field.querySelector<HTMLElement>(`[lang="${CSS.escape(parts.at(-1) ?? '')}"]`) ?? field)
  }
}

function goTo(field: HTMLElement | null): void {
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector<HTMLElement>(control)?.focus({ preventScroll: true })
}
