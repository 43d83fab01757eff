import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { TENSORFLOW_SETTINGS } from '../main/host/tensorflow-settings'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: { alias: { '@contract': resolve(root, 'preload/contract') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**'],
    // Processes, not threads: libtensorflow reads its settings from the real environment of its process.
    pool: 'forks',
    // Every core: by itself vitest leaves one to its own process, which here only waits.
    maxWorkers: '100%',
    env: TENSORFLOW_SETTINGS,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
