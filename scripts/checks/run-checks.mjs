import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beginBuild, rememberBuild } from '../launch/build.mjs'
import { runPlaywright } from '../launch/e2e.mjs'
import { tools } from '../launch/tools.mjs'
import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { countPlaywright, countReport, countVitest } from './reports.mjs'
import { LONG } from './run-long.mjs'
import { runStages } from './stages.mjs'
import { minutes, runTool, runVitest } from './tool.mjs'

const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')

/**
 * Sets up and runs every check of the project but those that take long.
 *
 * @returns {Promise<number>} 0 when all passed
 */
export async function runChecks() {
  await setUp()
  await rm(results, { recursive: true, force: true })
  try {
    const failed = await runStages([
      { name: 'types', run: () => runTool([tools.tsc, '-b'], minutes(5)) },
      { name: 'lint', run: () => runTool([tools.biome, 'check', '.'], minutes(5)) },
      { name: 'unit tests', run: () => runVitest([], unitReport, minutes(20)) },
      { name: 'build', run: build },
      { name: 'end-to-end tests', needs: 'build', run: endToEndTests },
    ])
    const unit = await countReport(unitReport, countVitest)
    const e2e = await countReport(e2eReport, countPlaywright)
    console.log(`${unit.passed + e2e.passed} passed, ${unit.failed + e2e.failed} failed`)
    return failed.length > 0 ? 1 : 0
  } finally {
    await endHelpers()
  }
}

async function build() {
  const sources = await beginBuild(root)
  const code = await runTool([tools.electronVite, 'build'], minutes(5))
  if (code === 0) await rememberBuild(root, sources)
  return code
}

function endToEndTests() {
  // A folder of its own: Playwright empties it first, and the unit tests' report must stay.
  const args = ['--grep-invert', LONG, '--reporter=list,json', '--output', join(results, 'e2e')]
  return runPlaywright(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport }, minutes(30))
}
