import { defineConfig } from 'vite'

/** The storefront's chat element: one classic script, for any page. */
export default defineConfig({
  root: 'widget',
  logLevel: 'warn',
  build: {
    outDir: '../dist-web/widget',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'index.ts', formats: ['iife'], name: 'FloorwalkerWidget', fileName: () => 'widget.js' },
  },
})
