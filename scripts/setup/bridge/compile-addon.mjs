import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../command.mjs'
import { reason, SetupError } from '../errors.mjs'
import { whileWorking } from '../progress.mjs'

// N-API 8 is what tfjs-node asks for; such an addon loads in every later Node and Electron as it is.
const flags = [
  ...['-shared', '-fPIC', '-O2', '-std=c++17', '-DNAPI_VERSION=8'],
  // Products and sums are one operation only where our sources say so: no bit is left to the compiler.
  '-ffp-contract=off',
]
const linked = [
  '-l:libtensorflow_cc.so.2',
  '-l:libtensorflow_framework.so.2',
  '-Wl,-rpath,$ORIGIN/../../deps/lib',
]
/** Our sources with all that they include, and the functions of TensorFlow that they take the place of. */
const folder = join(import.meta.dirname, '../between')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:cc|h|inc)$/.test(file))
  .sort()
  .map((file) => join(folder, file))
const sources = files.filter((file) => file.endsWith('.cc'))
const texts = files.map((file) => readFileSync(file, 'utf8')).join('')
const wrapped = [...texts.matchAll(/__wrap_(\w+)\(/g)].map(([, name]) => `-Wl,--wrap=${name}`)

/** Changes with everything that the addon is made by, but the compiler. */
export const recipe = createHash('sha256')
  .update([...flags, ...linked, ...wrapped, texts].join(' '))
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
  const theirs = ['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc']
  const args = [
    ...before,
    ...flags,
    ...include,
    ...theirs,
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
