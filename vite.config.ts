import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The editor: served under /editor by the runtime, which sets a strict content policy. */
export default defineConfig({
  root: 'editor',
  base: '/editor/',
  plugins: [react()],
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: '../dist-web/editor',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // a policy without `data:` scripts: small assets stay files
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
  },
})
