import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfNeeded } from '../launch/build.mjs'
import { runPlaywright } from '../launch/e2e.mjs'
import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { countPlaywright, countReport, countVitest } from './reports.mjs'
import { runStages } from './stages.mjs'
import { minutes, runVitest } from './tool.mjs'

const report = join(root, 'test-results/long.json')
/** In the paths of the unit tests that do more in a long run. */
const LONG_FILES = [
  ...['mutations.test', 'exact-replay.test', 'kill.test', 'untouched-lesson.test'],
  ...['trainer/futures.test', 'trainer/recompute.test', 'sweep-seeds.test', 'experiments/killed'],
]
const casesReport = join(root, 'test-results/cases.json')

/**
 * In the titles of the end-to-end tests that go through every case of a kind: the window in every state, size and language;
 * every damaged file of the user's data; every format; every series.
 */
export const LONG = '@long'

/**
 * Sets up, gives every reader of files a hundred thousand damaged ones, replays two thousand runs, kills fifty that train, looks into
 * 200 lessons and beside PyTorch's, holds what runs are trained again for in every combination, and goes through every case of the app.
 *
 * @returns {Promise<number>} 0 when all passed
 */
export async function runLong() {
  await setUp()
  await rm(report, { force: true })
  await rm(casesReport, { force: true })
  await buildIfNeeded(root)
  try {
    const failed = await runStages([
      {
        name: 'damaged files, replayed and killed runs, lessons',
        run: () =>
          runVitest(LONG_FILES, report, minutes(40), {
            UNROLL_LONG: '1',
            UNROLL_DAMAGED_FILES: '100000',
            UNROLL_REPLAYS: '2000',
            UNROLL_KILLS: '50',
            UNROLL_LESSON_SEEDS: '200',
          }),
      },
      { name: 'every case', run: goThroughEveryCase },
    ])
    const files = await countReport(report, countVitest)
    const cases = await countReport(casesReport, countPlaywright)
    console.log(`${files.passed + cases.passed} passed, ${files.failed + cases.failed} failed`)
    return failed.length > 0 ? 1 : 0
  } finally {
    await endHelpers()
  }
}

function goThroughEveryCase() {
  const args = ['--grep', LONG, '--reporter=list,json', '--output', join(root, 'test-results/cases')]
  return runPlaywright(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: casesReport }, minutes(15))
}
