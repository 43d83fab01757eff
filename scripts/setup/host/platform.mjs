import { release } from 'node:os'
import { SetupError } from '../errors.mjs'
import { platformOf, platforms } from '../pins/platforms.mjs'

/** Why there is no table for systems that people have. */
const why = /** @type {Record<string, string>} */ ({
  'darwin-x64':
    'there are no new TensorFlow libraries for Macs with an Intel processor; on a Mac with Apple silicon install the Node for arm64',
  'win32-arm64': 'TensorFlow has no library for Windows on arm64',
  'win32-ia32': 'TensorFlow has no library for 32 bits; on a 64-bit Windows install the 64-bit Node',
  'linux-arm': 'TensorFlow has no library for 32 bits; on a 64-bit processor install a 64-bit Linux',
})
/** macOS 12, from which on the libraries are made. */
const oldestDarwin = 21

/**
 * @typedef {object} Machine
 * @property {string | undefined} [glibc] the version of its C library, on Linux
 * @property {string} [kernel] the version of its kernel
 */

/**
 * Says why the native parts cannot be set up on a system, if they cannot: there is none of TensorFlow's own libraries for
 * it, or the system is older than the library.
 *
 * @param {string} system platform and processor as Node names them, such as `linux-x64`
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function platformProblem(system, { glibc, kernel = '' } = {}) {
  if (!platformOf(system)) {
    const titles = Object.values(platforms).map(({ title }) => title)
    const cause = why[system] ?? 'TensorFlow has no library for it'
    return `Unroll can be set up on ${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}, but this is ${system}: ${cause}.`
  }
  if (system.startsWith('darwin-') && Number.parseInt(kernel, 10) < oldestDarwin) {
    return `Unroll needs macOS 12 or newer, but this is an older one (its kernel is Darwin ${kernel}): bring the system up to date, or run Unroll on another machine.`
  }
  if (!system.startsWith('linux-')) return undefined
  const [major = 0, minor = 0] = (glibc ?? '').split('.').map(Number)
  if (major > 2 || (major === 2 && minor >= 28)) return undefined
  return `Unroll needs a Linux with glibc 2.28 or newer, but this one has ${glibc ? `glibc ${glibc}` : 'another C library'}: run it on a current Debian, Ubuntu, Fedora or the like.`
}

/**
 * The system that this is: a key of the table of platforms. Throws when there is none for it.
 *
 * @returns {import('../pins/platforms.mjs').System}
 */
export function checkPlatform() {
  const report = /** @type {NodeJS.ProcessReport & { excludeNetwork?: boolean }} */ (process.report)
  // Without this the report looks up the names of network interfaces, which can take seconds.
  report.excludeNetwork = true
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    /** @type {unknown} */ (report.getReport())
  )
  const system = `${process.platform}-${process.arch}`
  const problem = platformProblem(system, { glibc: header.glibcVersionRuntime, kernel: release() })
  if (problem) throw new SetupError(problem)
  return /** @type {import('../pins/platforms.mjs').System} */ (system)
}
