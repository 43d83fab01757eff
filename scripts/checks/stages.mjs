import { TOO_LATE } from '../launch/foreground.mjs'

/**
 * One check. `run` gives an exit code; a stage that `needs` another is left out when that one failed.
 *
 * @typedef {{ name: string, needs?: string, run: () => Promise<number> }} Stage
 */

/**
 * Runs every check, also after one has failed, so that one run shows all that is wrong.
 *
 * @param {readonly Stage[]} stages
 * @param {{ say?: (line: string) => void, now?: () => number }} [deps]
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runStages(stages, { say = console.log, now = performance.now.bind(performance) } = {}) {
  /** @type {string[]} */
  const failed = []
  const summary = []
  for (const { name, needs, run } of stages) {
    if (needs && failed.includes(needs)) {
      failed.push(name)
      summary.push(`✗ ${name}: not run, as ${needs} failed`)
      continue
    }
    say(`\n── ${name}`)
    const started = now()
    const code = await run()
    const seconds = `${((now() - started) / 1000).toFixed(1)} s`
    if (code !== 0) failed.push(name)
    const why = code === TOO_LATE ? 'ended, as it took too long' : `exit code ${code}`
    summary.push(code === 0 ? `✓ ${name}, ${seconds}` : `✗ ${name}, ${seconds}, ${why}`)
    say(summary.at(-1) ?? '')
  }
  say(`\n${summary.join('\n')}`)
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}`)
  return failed
}
