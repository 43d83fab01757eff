/** How many damaged files every reader gets: 2,000 in `npm test`, 100,000 in `npm run test:long`. */
const COUNT = Number(process.env.UNROLL_DAMAGED_FILES)

/** For `fc.assert`: so many files, drawn from the seed that the run of the tests has printed. */
export const DAMAGED_FILES = { numRuns: COUNT, seed: Number(process.env.UNROLL_SEED) }

/** `2,000`, for the names of tests. */
export const TOLD = COUNT.toLocaleString('en-US')

/** What a hundred thousand files bring this often or more, these bring in proportion; rounded down. */
export function inProportion(of100000: number): number {
  return Math.floor((of100000 * COUNT) / 100_000)
}

/** A bound for the long run, and one for the short one, which sees fewer of the rare kinds. */
export function bound(few: number, many: number): number {
  return COUNT < 100_000 ? few : many
}
