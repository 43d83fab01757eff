import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../setup/paths.mjs'

/** How far a loss, a prediction or a weight may be from PyTorch's. */
const tolerance = 1e-4
const reference = 'test/fixtures/reference'
/** Every cell, and two layers. */
const compared = ['torch-rnn-seed1', 'torch-lstm-2layer-seed1', 'torch-gru-seed1']

/** @typedef {(args: readonly string[]) => Promise<import('./run-quietly.mjs').Outcome>} Run runs a command of Unroll in a folder of its own */
/** @typedef {{ from: number, loss: number, prediction: number[] }} Update */

/**
 * Runs Unroll's three commands on another system, and holds what they compute against PyTorch's numbers.
 *
 * @param {Run} run
 * @param {string} folder in which they run
 * @returns {Promise<string[]>} a line each; a failure is an exception
 */
export async function tryCommands(run, folder) {
  const lines = []
  const trained = await succeed(run, [
    'train',
    '--preset',
    'pytorch',
    '--seed',
    '1',
    '--json',
    '--updates',
    '60',
  ])
  const updates = trained
    .split('\n')
    .filter(Boolean)
    .map((line) => /** @type {Update} */ (JSON.parse(line)))
  const { updates: expected, final } = read('torch-rnn-seed1')
  const losses = greatest(
    updates.map(({ loss }) => loss),
    expected.map(({ loss }) => loss),
  )
  const predictions = greatest(
    updates.flatMap(({ prediction }) => prediction),
    expected.flatMap(({ prediction }) => prediction),
  )
  hold('train', losses, predictions)
  lines.push(
    `train --preset pytorch --seed 1: ${updates.length} updates, losses within ${exponential(losses)} of PyTorch's, predictions within ${exponential(predictions)}`,
  )

  // Letters of another alphabet in a name, and a table and a format of another kind beside the weights.
  const save = ['--save', 'gewogen ü.safetensors', '--save', 'run.csv', '--save', 'run.onnx']
  await succeed(run, ['train', '--preset', 'pytorch', '--seed', '1', '--updates', '60', ...save])
  const chain = ['gewogen ü.safetensors', 'second.npz', 'third.safetensors']
  for (const [at, name] of chain.slice(0, -1).entries()) {
    const said = await succeed(run, ['convert', name, String(chain[at + 1])])
    if (!said.includes('predicts the same to the last bit')) throw new Error(`convert ${name} said: ${said}`)
  }
  // Keras has one bias for PyTorch's two: the numbers are not those of the file.
  await succeed(run, ['convert', 'second.npz', 'keras.weights.h5'])
  const weights = greatest(tensorsIn(join(folder, 'third.safetensors')), Object.values(final).flat(2))
  hold('convert', weights)
  lines.push(
    `convert ${chain.map((name) => name.replace(/^[^.]+/, '')).join(' → ')}: weights within ${exponential(weights)} of PyTorch's`,
  )

  const said = await succeed(run, ['compare', ...compared.map((name) => `${reference}/${name}.json`)])
  const verdicts = said.split('\n').filter((line) => line.includes('.json'))
  if (verdicts.length !== compared.length || verdicts.some((line) => !/\.json\s+same\b/.test(line)))
    throw new Error(`compare said: ${said}`)
  for (const line of verdicts) lines.push(`compare ${line.trim()}`)
  return lines
}

/**
 * Runs a sweep of one run, which is made by a process of its own as the app makes its runs: with sessions that another thread opens
 * and runs first. QEMU cannot start such a process.
 *
 * @param {Run} run
 * @returns {Promise<string[]>}
 */
export async function trySweep(run) {
  const plan = ['--preset', 'pytorch', '--seeds', '1', '--first-seed', '1', '--updates', '60', '--jobs', '1']
  const made = JSON.parse(await succeed(run, ['sweep', ...plan, '--json']))
  const { updates } = read('torch-rnn-seed1')
  const difference = greatest([made.lastLoss], [Number(updates.at(-1)?.loss)])
  hold('sweep', difference)
  return [`sweep of a run: its last loss within ${exponential(difference)} of PyTorch's`]
}

/**
 * @param {Run} run
 * @param {readonly string[]} args
 * @returns {Promise<string>} what it said
 */
async function succeed(run, args) {
  const { code, stdout, stderr } = await run(args)
  if (code === 0) return stdout || stderr
  throw new Error(
    `unroll ${args.join(' ')} ended with ${code}: ${(stderr.trim() || stdout.trim()).slice(-2000)}`,
  )
}

/**
 * @param {string} name
 * @returns {{ updates: Update[], final: Record<string, number[] | number[][]> }}
 */
function read(name) {
  return JSON.parse(readFileSync(join(root, reference, `${name}.json`), 'utf8'))
}

/**
 * The numbers of a safetensors file, tensor after tensor in the order of PyTorch's own list.
 *
 * @param {string} file
 * @returns {number[]}
 */
function tensorsIn(file) {
  const bytes = readFileSync(file)
  const start = 8 + Number(bytes.readBigUInt64LE(0))
  const header = JSON.parse(bytes.subarray(8, start).toString('utf8'))
  return Object.keys(read('torch-rnn-seed1').final).flatMap((name) => {
    const [from = 0, to = 0] = header[name].data_offsets
    return Array.from({ length: (to - from) / 4 }, (_, i) => bytes.readFloatLE(start + from + 4 * i))
  })
}

/**
 * @param {readonly number[]} found
 * @param {readonly number[]} expected
 * @returns {number} the greatest difference; NaN where one is missing or is no number
 */
function greatest(found, expected) {
  if (found.length !== expected.length) return Number.NaN
  return Math.max(...found.map((value, i) => Math.abs(value - Number(expected[i]))))
}

/** @param {string} command @param {number[]} differences */
function hold(command, ...differences) {
  // NaN is never within.
  if (differences.every((difference) => difference <= tolerance)) return
  throw new Error(
    `${command}: ${differences.join(' and ')} from PyTorch's numbers, where ${tolerance} is allowed`,
  )
}

/** @param {number} value */
const exponential = (value) => value.toExponential(1)
