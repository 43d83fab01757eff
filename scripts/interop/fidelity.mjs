import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tensorflowSettings } from '../cli/run-cli.mjs'
import { bundleForNode } from '../launch/bundle.mjs'
import { runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { findLibraries } from './python.mjs'
import { repeatedIn, sharesOf } from './shares.mjs'

const help = `Usage: npm run compare -- --sweep [options]

Lets PyTorch make runs of the lesson in eight forms, twice: with its usual kernels, and with those of a processor without
vector instructions. Repeats the first ones from their seeds alone, and tells which share is the same (every loss and
prediction within 0.0001), beside PyTorch's own share against itself; then repeats single updates from the same weights.

  --seeds N        seeds of each form (default 20)
  --first-seed N   the first of them (default 1001)

PyTorch is taken from the Python that UNROLL_INTEROP_PYTHON names; UNROLL_INTEROP=required installs it.`

/**
 * `compare --sweep`, as a person asks for it.
 *
 * @param {readonly string[]} args after `--sweep`
 * @returns {Promise<number>} 0 when no fewer of our runs are the same than may be, 1 else and where there is no PyTorch
 */
export async function sweepSeeds(args) {
  const { values } = parsed(args)
  if (values.help) {
    console.log(help)
    return 0
  }
  const seeds = wholeNumber('--seeds', values.seeds, 1000)
  const first = wholeNumber('--first-seed', values['first-seed'], 2 ** 31)
  const libraries = await findLibraries()
  if ('skipped' in libraries) throw new SetupError(`The seeds were not swept: ${libraries.skipped}.`)
  await setUp()
  const { lines, failures } = await repeatedRuns(libraries.python, first, seeds)
  for (const line of lines) console.log(line)
  for (const failure of failures) console.error(`✗ ${failure}`)
  return failures.length === 0 ? 0 : 1
}

/**
 * Makes the runs, repeats them, and judges. The set-up must be complete.
 *
 * @param {string} python with PyTorch and NumPy
 * @param {number} first seed
 * @param {number} count of seeds
 */
export async function repeatedRuns(python, first, count) {
  const bundles = join(root, 'out/fidelity')
  await bundleForNode(root, bundles, { fidelity: 'test/interop/fidelity.ts' })
  const folder = await mkdtemp(join(tmpdir(), 'unroll-fidelity-'))
  try {
    const make = (/** @type {string} */ name, /** @type {NodeJS.ProcessEnv} */ env) =>
      done(
        python,
        [join(root, 'test/interop/fidelity.py'), join(folder, name), String(first), String(count)],
        env,
      )
    const usual = await make('usual', {})
    // A processor without vector instructions has these kernels alone.
    if (!usual.includes(' DEFAULT')) await make('other', { ATEN_CPU_CAPABILITY: 'default' })
    const told = await done(process.execPath, [join(bundles, 'fidelity.js'), folder], tensorflowSettings)
    return sharesOf(repeatedIn(told))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * What a command says on standard output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env beside the own
 */
async function done(command, args, env) {
  const { code, stdout, stderr } = await runCommand(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
  })
  if (code !== 0) throw new Error(stderr.trim() || stdout.trim())
  return stdout
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seeds: { type: 'string', default: '20' },
        'first-seed': { type: 'string', default: '1001' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : error} See: npm run compare -- --sweep --help`,
    )
  }
}

/**
 * @param {string} option
 * @param {string} written
 * @param {number} most
 */
function wholeNumber(option, written, most) {
  const value = Number(written)
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new SetupError(`${option} expects a whole number from 1 to ${most}, but got "${written}".`)
}
