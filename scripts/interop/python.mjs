import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { cacheFolder, root } from '../setup/paths.mjs'

const requirements = join(root, 'test/interop/requirements.txt')
const imports = 'import torch, keras, numpy, h5py, onnx, onnxruntime, safetensors, statsmodels, sklearn'

/**
 * What the check runs on: an interpreter with every library, or a sentence that says why there is none.
 *
 * @typedef {{ python: string } | { skipped: string }} Found
 */

/**
 * Finds a Python with the libraries: the one that UNROLL_INTEROP_PYTHON names, or that of the cache. Only when
 * UNROLL_INTEROP is `required` or `try` the libraries are installed there, as on Linux they come with gigabytes for
 * graphics cards; with `try` it is no failure that they cannot be.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {typeof runCommand} [run]
 * @returns {Promise<Found>}
 */
export async function findLibraries(env = process.env, run = runCommand) {
  const given = env.UNROLL_INTEROP_PYTHON
  if (given) {
    const why = await whyUnfit(given, run)
    return why === null ? { python: given } : { skipped: `UNROLL_INTEROP_PYTHON names ${given}, but ${why}` }
  }
  const pins = await readFile(requirements)
  const hash = createHash('sha256').update(pins).digest('hex').slice(0, 12)
  const folder = join(cacheFolder(env), `interop-${hash}`)
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  // Written last: an installation that was cut short has none.
  const stamp = join(folder, 'complete')
  if (existsSync(stamp)) return { python }
  if (env.UNROLL_INTEROP !== 'required' && env.UNROLL_INTEROP !== 'try')
    return {
      skipped:
        'PyTorch, Keras, NumPy, ONNX Runtime, statsmodels and scikit-learn are not installed for it; UNROLL_INTEROP=required installs them (gigabytes on Linux), UNROLL_INTEROP_PYTHON names a Python that has them',
    }
  console.log(
    `Installing PyTorch, Keras, NumPy, ONNX Runtime, statsmodels and scikit-learn into ${folder}; this takes minutes`,
  )
  try {
    await install(folder, python, run)
  } catch (error) {
    if (!(error instanceof SetupError) || env.UNROLL_INTEROP === 'required') throw error
    await rm(folder, { recursive: true, force: true })
    return { skipped: `the libraries could not be installed (${error.message})` }
  }
  await writeFile(stamp, '')
  return { python }
}

/**
 * @param {string} folder
 * @param {string} python the interpreter that will be there
 * @param {typeof runCommand} run
 */
async function install(folder, python, run) {
  await rm(folder, { recursive: true, force: true })
  const interpreter = process.platform === 'win32' ? 'python' : 'python3'
  await must(run, interpreter, ['-m', 'venv', folder])
  await must(run, python, ['-m', 'pip', 'install', '--disable-pip-version-check', '-r', requirements])
}

/**
 * @param {string} python
 * @param {typeof runCommand} run
 * @returns {Promise<string | null>}
 */
async function whyUnfit(python, run) {
  const env = { ...process.env, KERAS_BACKEND: 'torch' }
  const { code, missing, stderr } = await run(python, ['-c', imports], { env })
  if (missing) return 'there is no such program'
  if (code === 0) return null
  return `it lacks a library (${stderr.trim().split('\n').at(-1)})`
}

/**
 * @param {typeof runCommand} run
 * @param {string} command
 * @param {string[]} args
 */
async function must(run, command, args) {
  const { code, missing, stderr } = await run(command, args)
  if (missing) throw new SetupError(`The check needs Python 3, but there is no ${command}; install Python 3.`)
  if (code !== 0)
    throw new SetupError(
      `${command} ${args.slice(0, 3).join(' ')} has failed: ${stderr.trim().split('\n').at(-1)}`,
    )
}
