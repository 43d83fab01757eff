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
const looksReport = join(root, 'test-results/looks.json')

/** In the titles of the end-to-end tests that look at the window in every state, size and language. */
export const LONG_LOOKS = '@windows'

/**
 * Sets up, gives every reader of weight files a hundred thousand damaged ones, and looks at every window.
 *
 * @returns {Promise<number>} 0 when all passed
 */
export async function runLong() {
  await setUp()
  await rm(report, { force: true })
  await rm(looksReport, { force: true })
  await buildIfNeeded(root)
  try {
    const failed = await runStages([
      {
        name: 'damaged files',
        run: () => runVitest(['mutations.test'], report, minutes(40), { UNROLL_DAMAGED_FILES: '100000' }),
      },
      { name: 'every window', run: lookAtEveryWindow },
    ])
    const files = await countReport(report, countVitest)
    const looks = await countReport(looksReport, countPlaywright)
    console.log(`${files.passed + looks.passed} passed, ${files.failed + looks.failed} failed`)
    return failed.length > 0 ? 1 : 0
  } finally {
    await endHelpers()
  }
}

function lookAtEveryWindow() {
  const args = ['--grep', LONG_LOOKS, '--reporter=list,json', '--output', join(root, 'test-results/looks')]
  return runPlaywright(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: looksReport }, minutes(15))
}
