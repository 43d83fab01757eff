/**
 * Says what is wrong with this Node, if anything is. The bundler and the test runner set the limits.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (fits) return undefined
  return `Unroll needs Node 20.19 or newer of the 20 line, or 22.12 or newer, but this is Node ${version}: install a current Node from https://nodejs.org and run the same command again.`
}
