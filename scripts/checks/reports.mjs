import { readFile } from 'node:fs/promises'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts the tests in vitest's JSON report.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, success: boolean }} report
 * @returns {Counts}
 */
export function countVitest({ numPassedTests, numFailedTests, success }) {
  // A file that does not load has no tests to fail, yet the run is not a success.
  return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(numFailedTests, 1) }
}

/**
 * Counts the tests in Playwright's JSON report. A flaky test has passed in the end.
 *
 * @param {{ stats: { expected: number, flaky: number, unexpected: number }, errors?: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors = [] }) {
  const failed = errors.length > 0 ? Math.max(stats.unexpected, 1) : stats.unexpected
  return { passed: stats.expected + stats.flaky, failed }
}

/**
 * Reads a report and counts it. A suite that ended without a report has failed, so it counts as one failure.
 *
 * @template Report
 * @param {string} path
 * @param {(report: Report) => Counts} count
 * @returns {Promise<Counts>}
 */
export async function countReport(path, count) {
  try {
    return count(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}
