/** Who writes files that have a place for it. */
export const PRODUCER_NAME = 'Unroll'

/** The version in package.json; a test holds them together, as the trainer is bundled without that file. */
export const PRODUCER_VERSION = '0.1.0'
