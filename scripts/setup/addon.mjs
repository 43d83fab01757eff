import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { ensureCompiler } from './compiler.mjs'
import { reason, SetupError } from './errors.mjs'
import { tensorflow } from './pins.mjs'
import { whileWorking } from './progress.mjs'
import { ensureTensorflow } from './tensorflow.mjs'

const tfjsNodeVersion = '4.22.0'
// N-API 8 is what tfjs-node asks for; such an addon loads in every later Node and Electron as it is.
const flags = ['-shared', '-fPIC', '-O2', '-std=c++17', '-DNAPI_VERSION=8']
const linked = [
  '-l:libtensorflow_cc.so.2',
  '-l:libtensorflow_framework.so.2',
  '-Wl,-rpath,$ORIGIN/../../deps/lib',
]
/** Our sources, and the functions of TensorFlow that they take the place of. */
const between = ['without-signals.cc', 'own-memory.cc'].map((file) =>
  join(import.meta.dirname, 'between', file),
)
const betweenText = between.map((file) => readFileSync(file, 'utf8')).join('')
const wrapped = [...betweenText.matchAll(/__wrap_(\w+)\(/g)].map(([, name]) => `-Wl,--wrap=${name}`)
const recipe = createHash('sha256')
  .update([...flags, ...linked, ...wrapped, betweenText].join(' '))
  .digest('hex')
  .slice(0, 8)

/**
 * tfjs-node's addon as a part of the clone, compiled from the sources in its npm package and two of ours.
 *
 * @param {typeof import('./paths.mjs').places} places
 * @param {string} cache
 * @returns {import('./part.mjs').Part}
 */
export function addonPart(places, cache) {
  return {
    title: 'The bridge to TensorFlow',
    name: `tfjs-node-${tfjsNodeVersion}-tensorflow-${tensorflow.version}-${tensorflow.platform}-${recipe}`,
    inside: '',
    target: join(places.tfjsNode, 'lib/napi-v8'),
    fill: async (folder) => {
      // First, so that a missing compiler is told before a long download and not after it.
      const compiler = await ensureCompiler()
      const { folder: library } = await ensureTensorflow(cache)
      await compile(compiler, places, library, join(folder, 'tfjs_binding.node'))
    },
  }
}

/**
 * @param {readonly [string, ...string[]]} compiler
 * @param {typeof import('./paths.mjs').places} places
 * @param {string} library
 * @param {string} output
 */
async function compile([command, ...before], places, library, output) {
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

/**
 * Loads the addon once in a process of its own, as it may crash: a library that does not fit this system
 * shows here, in one sentence, and not in the app.
 *
 * @param {string} folder
 */
export async function checkAddonLoads(folder) {
  const addon = JSON.stringify(join(folder, 'tfjs_binding.node'))
  const { code, stderr } = await runCommand(process.execPath, ['-e', `require(${addon})`])
  if (code === 0) return
  const cause = stderr.split('\n').find((line) => line.includes('Error')) ?? `it ended with code ${code}`
  throw new SetupError(
    `TensorFlow is in place but does not load here (${reason(cause)}): delete the cache folder and node_modules and run the same command again; if it stays so, this system or processor (AVX is needed) is too old for TensorFlow ${tensorflow.version}.`,
  )
}
