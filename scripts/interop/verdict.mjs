/** Predictions of one network by two libraries in float32 differ by no more. */
export const tolerance = 1e-6

/**
 * A text says why there is no number.
 *
 * @typedef {{ case: string, what: string, difference: number | string, atMost?: number }} Finding `atMost` where it is
 * another bound than that of predictions
 */
/** @typedef {{ lines: string[], failures: string[] }} Verdict */

/**
 * Reads findings, a line of JSON each; other lines are what a library had to say.
 *
 * @param {string} text
 * @returns {Finding[]}
 */
export function findingsIn(text) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{"case"'))
    .map((line) => JSON.parse(line))
}

/**
 * Judges all findings: a line for each kind of file or number with its largest difference over all cases, and what fails.
 *
 * @param {readonly Finding[]} findings
 * @param {readonly string[]} expected kinds of which there must be findings
 * @returns {Verdict}
 */
export function verdictOn(findings, expected) {
  /** @type {Map<string, Finding[]>} */
  const kinds = new Map()
  for (const finding of findings) kinds.set(finding.what, [...(kinds.get(finding.what) ?? []), finding])
  const failures = expected.filter((what) => !kinds.has(what)).map((what) => `${what}: nothing was compared`)
  const lines = []
  for (const [what, found] of kinds) {
    const numbers = found.map(({ difference }) => difference).filter((each) => typeof each === 'number')
    lines.push(
      `${what}: ${found.length} cases, largest difference ${Math.max(0, ...numbers).toExponential(1)}`,
    )
    for (const { case: name, difference, atMost = tolerance } of found) {
      if (typeof difference === 'number' && difference <= atMost) continue
      failures.push(`${name}, ${what}: ${difference}`)
    }
  }
  return { lines, failures }
}
