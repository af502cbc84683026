import type { Command } from './command.ts'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** The command whose keys were pressed. A sign that needs Shift to be typed (`/` on some keyboards) counts as itself. */
export function commandFor(commands: readonly Command[], event: Key): Command | undefined {
  const pressed = event.key.toLowerCase()
  const mod = event.ctrlKey || event.metaKey
  if (event.altKey) return undefined
  return commands.find((command) =>
    command.keys.some((combination) => {
      const parts = combination.split('+')
      const key = parts.at(-1)
      const isSign = key !== undefined && key.length === 1 && !/[a-z0-9]/.test(key)
      return key === pressed && parts.includes('mod') === mod && (isSign || parts.includes('shift') === event.shiftKey)
    }),
  )
}

/** Keys as a person reads them: `mod+z` → "Ctrl+Z", on a Mac "⌘Z". */
export function readableKeys(combination: string, mac = /Mac|iPhone|iPad/.test(navigator.platform)): string {
  const parts = combination.split('+').map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl'
    if (part === 'shift') return mac ? '⇧' : 'Shift'
    return part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)
  })
  return parts.join(mac ? '' : '+')
}
