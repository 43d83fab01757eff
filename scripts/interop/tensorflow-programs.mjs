import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../setup/command.mjs'
import { root } from '../setup/paths.mjs'

const everyBit = 'same, every bit'
/** The forms of the program beside the presets' own: more sequences and time steps, and units that fill no vector. */
const forms = [
  [],
  ['--batch', '3', '--points', '12', '--hidden', '20'],
  ['--batch', '16', '--points', '50', '--hidden', '64'],
]

/**
 * Has TensorFlow for Python make its programs' runs on the spot, and repeats them: to the last bit, as it is the same library on
 * the same processor. Without TensorFlow for Python that is left out, and said.
 *
 * @param {string} python of the check; UNROLL_TENSORFLOW_PYTHON names another one with TensorFlow and NumPy
 * @param {string} folder for the runs
 * @returns {Promise<{ lines: string[], failures: string[] }>}
 */
export async function repeatedPrograms(python, folder) {
  const own = process.env.UNROLL_TENSORFLOW_PYTHON ?? python
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', TF_ENABLE_ONEDNN_OPTS: '0' }
  const found = await runCommand(own, ['-c', 'import tensorflow'], { cwd: root, env })
  if (found.code !== 0)
    return { lines: [`TensorFlow's programs: not repeated, as ${own} has no TensorFlow`], failures: [] }
  const runs = join(folder, 'tensorflow')
  const script = join(root, 'test/fixtures/make/tensorflow_reference.py')
  for (const form of forms) {
    const { code, stderr } = await runCommand(own, [script, runs, '--seeds', '1,2,3,4,5,6', ...form], {
      cwd: root,
      env,
    })
    if (code !== 0) return { lines: [], failures: [`TensorFlow's programs: ${stderr.trim()}`] }
  }
  const files = (await readdir(runs)).map((name) => join(runs, name))
  const compared = await runCommand(
    process.execPath,
    [join(root, 'scripts/compare.mjs'), '--language', 'en', ...files],
    {
      cwd: root,
      env: process.env,
    },
  )
  const lines = compared.stdout.split('\n').filter((line) => line.includes('  |  '))
  const failures = lines.filter((line) => !line.includes(everyBit))
  if (lines.length !== files.length)
    failures.push(
      `${lines.length} of ${files.length} runs of TensorFlow were compared: ${compared.stderr.trim()}`,
    )
  return {
    lines: [`TensorFlow's programs: ${lines.length} runs, ${failures.length} not ${everyBit}`],
    failures,
  }
}
