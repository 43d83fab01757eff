import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tensorflowSettings } from '../cli/run-cli.mjs'
import { runCommand } from '../setup/command.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { bundleInterop } from './bundle.mjs'
import { repeatedRuns } from './fidelity.mjs'
import { findLibraries } from './python.mjs'
import { repeatedPrograms } from './tensorflow-programs.mjs'
import { findingsIn, verdictOn } from './verdict.mjs'

/** Every kind that must have been compared: our files by the libraries, theirs by us, and what both say of a series. */
const expected = [
  ...['weights.safetensors', 'torch-names.npz', 'keras-names.npz', 'run.weights.h5', 'tfjs', 'model.onnx'],
  ...['weights.py', 'torch-names.py', 'keras-names.py', 'run.py'],
  'updates after run.unroll',
  ...['our theirs.safetensors', 'our theirs.npz', 'our theirs.weights.h5', 'our theirs.keras'],
  ...[
    'errors',
    'mase',
    'r2',
    'spread',
    'lag',
    'residuals',
    'autocorrelation',
    'predictions linear',
    'horizon rmse',
  ],
  ...['mean', 'persistence', 'seasonal-naive', 'linear'].flatMap((rival) => [rival, `skill ${rival}`]),
]

/** Of the runs that are repeated: always the same ones, so that a failure is one of what was changed. */
const firstSeed = 1001
const seeds = 20

/**
 * Writes trained networks in every format, has the real libraries load and run them, loads what these libraries write,
 * and compares all predictions; does the same with metrics, rivals and autocorrelation of series drawn anew; and repeats
 * runs that PyTorch makes of seeds that no other test has, and TensorFlow's own programs where there is TensorFlow.
 *
 * @returns {Promise<number>} 0 when all agree, or when it was skipped, which it says
 */
export async function checkInterop() {
  const libraries = await findLibraries()
  if ('skipped' in libraries) {
    console.log(`The interop check was skipped: ${libraries.skipped}.`)
    return process.env.UNROLL_INTEROP === 'required' ? 1 : 0
  }
  await setUp()
  const bundles = await bundleInterop(root)
  const folder = await mkdtemp(join(tmpdir(), 'unroll-interop-'))
  try {
    const env = { ...process.env, ...tensorflowSettings }
    const made = await runCommand(process.execPath, [join(bundles, 'make.js'), folder], { cwd: root, env })
    const checked = await runCommand(libraries.python, [join(root, 'test/interop/check.py'), folder])
    const read = await runCommand(process.execPath, [join(bundles, 'read.js'), folder], { cwd: root, env })
    const { lines, failures } = verdictOn(findingsIn(checked.stdout + read.stdout), expected)
    for (const { code, stdout, stderr } of [made, checked, read])
      if (code !== 0) failures.push(stderr.trim() || stdout.trim())
    const repeated = await repeatedRuns(libraries.python, firstSeed, seeds)
    const programs = await repeatedPrograms(libraries.python, folder)
    failures.push(...repeated.failures, ...programs.failures)
    for (const line of [...lines, ...repeated.lines, ...programs.lines]) console.log(line)
    for (const failure of failures) console.error(`✗ ${failure}`)
    console.log(failures.length === 0 ? 'All numbers agree.' : `${failures.length} do not agree.`)
    return failures.length === 0 ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
