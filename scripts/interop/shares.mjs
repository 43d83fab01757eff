/** How far a run may be off in every loss and prediction to count as the same. */
const same = 1e-4
/** How far a single update may be off in its loss, its predictions and the mean of the gradient. */
const once = 2e-6
/** By how many percentage points fewer of our runs may be the same than PyTorch's own with other kernels. */
const fewer = 5

/**
 * A run of PyTorch's: how far ours is from it, how far PyTorch's own with other kernels is (null where there are none), and
 * the furthest of single updates of ours from the same weights and state, in their numbers and in the weights after them.
 *
 * @typedef {{ run: string, ours: number, theirs: number | null, once: number, weights: number }} Repeated
 */

/**
 * Reads what was found, a line of JSON each.
 *
 * @param {string} text
 * @returns {Repeated[]}
 */
export function repeatedIn(text) {
  return (
    text
      .split('\n')
      .filter((line) => line.startsWith('{"run"'))
      .map((line) => JSON.parse(line))
      // What overflowed has no word in JSON but null.
      .map((found) => ({
        ...found,
        ours: found.ours ?? Infinity,
        once: found.once ?? Infinity,
        weights: found.weights ?? Infinity,
      }))
  )
}

/**
 * The shares of runs that are the same, a line for each form and one for all, and what fails.
 *
 * @param {readonly Repeated[]} runs
 * @returns {{ lines: string[], failures: string[] }}
 */
export function sharesOf(runs) {
  if (runs.length === 0) return { lines: [], failures: ['no run was repeated'] }
  /** @type {Map<string, Repeated[]>} */
  const forms = new Map()
  for (const run of runs) {
    const form = run.run.replace(/-seed\d+$/, '')
    forms.set(form, [...(forms.get(form) ?? []), run])
  }
  const lines = [...[...forms].map(([form, of]) => line(form, of)), line('all', runs)]
  const failures = runs
    .filter((run) => !(run.once <= once))
    .map((run) => `${run.run}: a single update is off by ${run.once.toExponential(1)}, more than ${once}`)
  const compared = runs.filter(({ theirs }) => theirs !== null)
  const [ours, theirs] = [share(compared, 'ours'), share(compared, 'theirs')]
  if (compared.length > 0 && ours < theirs - fewer)
    failures.push(
      `${ours.toFixed(1)} % of our runs are the same, and ${theirs.toFixed(1)} % of PyTorch's own with other kernels`,
    )
  return { lines, failures }
}

/**
 * @param {string} name
 * @param {readonly Repeated[]} runs
 */
function line(name, runs) {
  const compared = runs.filter(({ theirs }) => theirs !== null)
  const own =
    compared.length === 0 ? 'has no other kernels here' : `${share(compared, 'theirs').toFixed(1)} %`
  const greatest = (/** @type {'once' | 'weights'} */ of) =>
    Math.max(...runs.map((run) => run[of])).toExponential(1)
  return `${name}: of ${runs.length} runs ${share(runs, 'ours').toFixed(1)} % the same, PyTorch against itself ${own}; a single update at most ${greatest('once')} off, its weights ${greatest('weights')}`
}

/**
 * Percent of runs.
 *
 * @param {readonly Repeated[]} runs
 * @param {'ours' | 'theirs'} whose
 */
function share(runs, whose) {
  return (100 * runs.filter((run) => Number(run[whose] ?? Infinity) <= same).length) / runs.length
}
