import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { countReport, countVitest } from './reports.mjs'
import { minutes, runVitest } from './tool.mjs'

const report = join(root, 'test-results/long.json')

/**
 * Sets up and gives every reader of weight files a hundred thousand damaged ones.
 *
 * @returns {Promise<number>} 0 when all passed
 */
export async function runLong() {
  await setUp()
  await rm(report, { force: true })
  const code = await runVitest(['mutations.test'], report, minutes(40), { UNROLL_DAMAGED_FILES: '100000' })
  const { passed, failed } = await countReport(report, countVitest)
  console.log(`${passed} passed, ${failed} failed`)
  return code
}
