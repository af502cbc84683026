import { defineConfig } from 'vitest/config'

const everywhere = ['**/node_modules/**', 'dist/**', 'dist-web/**']
// minutes, not seconds, so each is a project and a stage of its own: schedules and kills; packing, installing and starting the package
const reliability = ['e2e/reliability/**/*.test.ts']
const packed = ['scripts/package.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    pool: 'forks',
    setupFiles: 'scripts/guard-tests.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...everywhere, ...reliability, ...packed],
          // modules keep nothing that one test could leave for another, so files share them: loading them anew took half of the time
          isolate: false,
        },
      },
      { extends: true, test: { name: 'reliability', include: reliability, exclude: everywhere } },
      { extends: true, test: { name: 'package', include: packed, exclude: everywhere } },
    ],
  },
})
