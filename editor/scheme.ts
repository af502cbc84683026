import { localStorageColorSchemeManager, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'

const key = 'floorwalker-scheme'

export const schemeManager = localStorageColorSchemeManager({ key })

/** Sets light or dark on the document from what was chosen before, else from the system. */
export function wearChosenScheme(): void {
  const chosen = localStorage.getItem(key)
  const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const dark = chosen === 'dark' || (chosen !== 'light' && systemIsDark)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
}

/** Whether the screen is dark now, and a function that changes it. */
export function useScheme(): { dark: boolean; toggle: () => void } {
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark'
  return { dark, toggle: () => setColorScheme(dark ? 'light' : 'dark') }
}
