import { SetupError } from './errors.mjs'
import { tensorflow } from './pins.mjs'

/**
 * Says why the native parts cannot be set up on a system, if they cannot. TensorFlow's own release for this
 * set-up is a Linux library built against glibc; for other systems there is none whose hash is known.
 *
 * @param {string} system platform and processor, such as `linux-x64`
 * @param {string | undefined} glibc
 * @returns {string | undefined}
 */
export function platformProblem(system, glibc) {
  if (system !== tensorflow.platform) {
    return `Unroll's set-up needs Linux on an x86-64 processor (${tensorflow.platform}), but this is ${system}, which it does not support yet: run it on such a machine, or in a container or virtual machine of that kind.`
  }
  const [major = 0, minor = 0] = (glibc ?? '').split('.').map(Number)
  if (major > 2 || (major === 2 && minor >= 28)) return undefined
  return `Unroll needs a Linux with glibc 2.28 or newer, but this one has ${glibc ? `glibc ${glibc}` : 'another C library'}: run it on a current Debian, Ubuntu, Fedora or the like.`
}

/** Throws when this system is not supported. */
export function checkPlatform() {
  const report = /** @type {NodeJS.ProcessReport & { excludeNetwork?: boolean }} */ (process.report)
  // Without this the report looks up the names of network interfaces, which can take seconds.
  report.excludeNetwork = true
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    /** @type {unknown} */ (report.getReport())
  )
  const problem = platformProblem(`${process.platform}-${process.arch}`, header.glibcVersionRuntime)
  if (problem) throw new SetupError(problem)
}
