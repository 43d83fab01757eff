import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { TENSORFLOW_SETTINGS } from '../main/host/tensorflow-settings'
import { sharedFiles } from './shared-files'

const root = resolve(import.meta.dirname, '..')

/** A seed that UNROLL_SEED gives, or another one every time. */
function seed(): string {
  const given = process.env.UNROLL_SEED
  if (given === undefined) return `${randomInt(2 ** 31)}`
  if (/^\d{1,10}$/.test(given) && Number(given) < 2 ** 31) return given
  throw new Error(
    `UNROLL_SEED should be a whole number from 0 to 2147483647, but is "${given}"; give it such a one, or leave it out.`,
  )
}

/** Tests that share a process, see docs/testing.md. */
const shared = sharedFiles(root)

/** How many damaged files every reader gets; `npm run test:long` asks for more, and gives them more time. */
const damagedFiles = process.env.UNROLL_DAMAGED_FILES ?? '2000'
/** How many runs are replayed from a moment of them; `npm run test:long` asks for more. */
const replays = process.env.UNROLL_REPLAYS ?? '100'

/** How often an app that trains is killed; `npm run test:long` asks for more. */
const kills = process.env.UNROLL_KILLS ?? '4'

/** How many seeds of the lesson are looked into; `npm run test:long` asks for more. */
const lessonSeeds = process.env.UNROLL_LESSON_SEEDS ?? '6'

/** What every test has, wherever it runs. */
const common = {
  // Processes, not threads: libtensorflow reads its settings from the real environment of its process.
  pool: 'forks',
  env: {
    ...TENSORFLOW_SETTINGS,
    UNROLL_SEED: seed(),
    UNROLL_DAMAGED_FILES: damagedFiles,
    UNROLL_REPLAYS: replays,
    UNROLL_KILLS: kills,
    UNROLL_LESSON_SEEDS: lessonSeeds,
  },
  testTimeout: damagedFiles === '2000' ? 60_000 : 20 * 60_000,
  hookTimeout: 60_000,
} as const
const resolving = { alias: { '@contract': resolve(root, 'preload/contract') } }

export default defineConfig({
  root,
  test: {
    // Every core: by itself vitest leaves one to its own process, which here only waits.
    maxWorkers: '100%',
    // Whole configurations, not changes of this one: that would be read again for each, and draw another seed.
    projects: [
      {
        root,
        resolve: resolving,
        test: {
          ...common,
          name: 'alone',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', ...shared],
          globalSetup: 'test/random-seed.ts',
        },
      },
      {
        root,
        resolve: resolving,
        test: { ...common, name: 'shared', include: shared, isolate: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
