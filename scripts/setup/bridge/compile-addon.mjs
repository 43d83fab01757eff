import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../command.mjs'
import { reason, SetupError } from '../errors.mjs'
import { whileWorking } from '../progress.mjs'

// N-API 8 is what tfjs-node asks for; such an addon loads in every later Node and Electron as it is.
const flags = ['-shared', '-fPIC', '-O2', '-std=c++17', '-DNAPI_VERSION=8']
const linked = [
  '-l:libtensorflow_cc.so.2',
  '-l:libtensorflow_framework.so.2',
  '-Wl,-rpath,$ORIGIN/../../deps/lib',
]
/** Our sources, and the functions of TensorFlow that they take the place of. */
const between = ['without-signals.cc', 'own-memory.cc'].map((file) =>
  join(import.meta.dirname, '../between', file),
)
const betweenText = between.map((file) => readFileSync(file, 'utf8')).join('')
const wrapped = [...betweenText.matchAll(/__wrap_(\w+)\(/g)].map(([, name]) => `-Wl,--wrap=${name}`)

/** Changes with everything that the addon is made by, but the compiler. */
export const recipe = createHash('sha256')
  .update([...flags, ...linked, ...wrapped, betweenText].join(' '))
  .digest('hex')
  .slice(0, 8)

/**
 * Compiles tfjs-node's addon on Linux, from the sources in its npm package and ours.
 *
 * @param {readonly [string, ...string[]]} compiler
 * @param {import('../paths.mjs').Places} places
 * @param {string} library the entry of the cache, with `lib` and `include`
 * @param {string} output
 */
export async function compileAddon([command, ...before], places, library, output) {
  const include = [places.nodeHeaders, '.', join(library, 'include')].map((path) => `-I${path}`)
  const sources = ['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc', ...between]
  const args = [
    ...before,
    ...flags,
    ...include,
    ...sources,
    `-L${join(library, 'lib')}`,
    ...linked,
    ...wrapped,
    '-o',
    output,
  ]
  const { code, stderr } = await whileWorking(
    'Compiling the bridge to TensorFlow',
    runCommand(command, args, { cwd: places.tfjsNode }),
  )
  if (code === 0) return
  const cause = stderr.split('\n').find((line) => /\berror\b/.test(line)) ?? 'it gave no reason'
  throw new SetupError(
    `${command} could not compile the bridge to TensorFlow (${reason(cause)}): a C++17 compiler such as g++ 9 or newer is expected; install one, or set CXX to one, and run the same command again.`,
  )
}
