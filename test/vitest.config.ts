import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: { alias: { '@contract': resolve(root, 'preload/contract') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**'],
    // Processes, not threads: libtensorflow reads its settings from the real environment of its process.
    pool: 'forks',
    env: {
      TF_CPP_MIN_LOG_LEVEL: '2',
      TF_ENABLE_ONEDNN_OPTS: '0',
      TF_NUM_INTEROP_THREADS: '1',
      TF_NUM_INTRAOP_THREADS: '1',
    },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
