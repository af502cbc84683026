import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startI18n } from './i18n/index.ts'
import { wearChosenScheme } from './scheme.ts'

// before the first paint, so that a dark screen never flashes white
wearChosenScheme()
startI18n()

const root = document.getElementById('root')
if (!root) throw new Error('index.html lacks #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
