import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { forgetBuild, rememberBuild } from '../launch/build.mjs'
import { runPlaywright } from '../launch/e2e.mjs'
import { runInForeground } from '../launch/foreground.mjs'
import { tools } from '../launch/tools.mjs'
import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { countPlaywright, countReport, countVitest } from './reports.mjs'
import { runStages } from './stages.mjs'

const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')

/**
 * Sets up and runs every check of the project.
 *
 * @returns {Promise<number>} 0 when all passed
 */
export async function runChecks() {
  await setUp()
  await rm(results, { recursive: true, force: true })
  try {
    const failed = await runStages([
      { name: 'types', run: () => tool(tools.tsc, '-b') },
      { name: 'lint', run: () => tool(tools.biome, 'check', '.') },
      { name: 'unit tests', run: unitTests },
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

/** @param {string[]} command */
function tool(...command) {
  return runInForeground(process.execPath, command, { cwd: root })
}

function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  return tool(tools.vitest, 'run', '--config', 'test/vitest.config.ts', ...reporters)
}

async function build() {
  await forgetBuild(root)
  const code = await tool(tools.electronVite, 'build')
  if (code === 0) await rememberBuild(root)
  return code
}

function endToEndTests() {
  // A folder of its own: Playwright empties it first, and the unit tests' report must stay.
  const args = ['--reporter=list,json', '--output', join(results, 'e2e')]
  return runPlaywright(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport })
}
