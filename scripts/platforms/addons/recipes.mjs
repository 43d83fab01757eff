import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyFunctions, exportList, lookedUp, textStub } from './stand-ins.mjs'

/** @param {string} file */
const namesIn = (file) =>
  readFileSync(join(import.meta.dirname, '../names', file), 'utf8')
    .split('\n')
    .filter(Boolean)

/** The functions of TensorFlow, and those of Node, that the addon calls. */
export const tensorflowNames = namesIn('tensorflow.txt')
export const napiNames = namesIn('napi.txt')

/** Of these alone macOS' libtensorflow_cc does not hand on what is in libtensorflow_framework. */
const frameworkOnly = ['TF_AllocateTemp', 'TF_TensorByteSize', 'TF_TensorType']

/**
 * How an addon is made for another system. `between` are our sources between the addon and TensorFlow; `link` writes what
 * stands in for the libraries, and gives the linker's arguments.
 *
 * @typedef {object} Recipe
 * @property {string} target as zig names it
 * @property {readonly string[]} between
 * @property {readonly string[]} flags
 * @property {(zig: import('./zig.mjs').Zig, folder: string) => Promise<string[]>} link
 */

/** Our ops, which every system has. */
const ops = ['lstm-ops.cc', 'gru-ops.cc', 'window/forms.cc']

/** @satisfies {Record<string, Recipe>} */
export const recipes = {
  'win32-x64': {
    target: 'x86_64-windows-gnu',
    // Nothing against signals: Windows has none that interrupt a thread.
    between: ['own-memory.cc', 'in-background.cc', ...ops],
    flags: ['-DNAPI_EXTERN='],
    link: async (zig, folder) => {
      await writeFile(join(folder, 'tensorflow.def'), exportList('tensorflow.dll', tensorflowNames))
      await zig(['dlltool', '-m', 'i386:x86-64', '-d', 'tensorflow.def', '-l', 'tensorflow.a'], folder)
      await writeFile(join(folder, 'napi.c'), lookedUp(napiNames))
      await zig(['cc', '-target', 'x86_64-windows-gnu', '-O2', '-g0', '-c', 'napi.c', '-o', 'napi.o'], folder)
      // In place of the time, what follows from the contents.
      return ['napi.o', 'tensorflow.a', '-Wl,/Brepro']
    },
  },
  'darwin-arm64': {
    // macOS 12 is what TensorFlow's own library is made for.
    target: 'aarch64-macos.12.0',
    between: ['own-memory.cc', 'without-signals.cc', 'in-background.cc', ...ops],
    flags: ['-fPIC'],
    link: async (_zig, folder) => {
      const most = tensorflowNames.filter((name) => !frameworkOnly.includes(name))
      await writeFile(join(folder, 'cc.tbd'), textStub('libtensorflow_cc.2.dylib', most))
      await writeFile(
        join(folder, 'framework.tbd'),
        textStub('libtensorflow_framework.2.dylib', frameworkOnly),
      )
      return [
        ...['cc.tbd', 'framework.tbd', '-Wl,-undefined,dynamic_lookup'],
        ...['-Wl,-install_name,@rpath/tfjs_binding.node', '-Wl,-rpath,@loader_path/../../deps/lib'],
      ]
    },
  },
  // People compile it on their machine; this one is for trying what they get.
  'linux-arm64': {
    target: 'aarch64-linux-gnu.2.28',
    between: ['own-memory.cc', 'without-signals.cc', 'in-background.cc', ...ops],
    flags: ['-fPIC'],
    link: async (zig, folder) => {
      for (const [library, names] of /** @type {const} */ ([
        ['libtensorflow_cc.so.2', tensorflowNames],
        ['libtensorflow_framework.so.2', []],
      ])) {
        await writeFile(join(folder, `${library}.c`), emptyFunctions(names))
        const output = ['-shared', '-nostdlib', `-Wl,-soname,${library}`, `${library}.c`, '-o', library]
        await zig(['cc', '-target', 'aarch64-linux-gnu.2.28', ...output], folder)
      }
      const libraries = ['-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2']
      return ['-L.', '-Wl,--no-as-needed', ...libraries, '-Wl,-rpath,$ORIGIN/../../deps/lib']
    },
  },
}

/** @typedef {keyof typeof recipes} Target */
