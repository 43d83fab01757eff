/**
 * True in `npm run test:long`, where a rule is held in every combination of what it should hold for. `npm test` goes through
 * some of them, so that each kind is met at least once.
 */
export const isLong = process.env.UNROLL_LONG === '1'
