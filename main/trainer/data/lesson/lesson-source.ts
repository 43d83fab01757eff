import { LESSON_FACTS } from '@contract/data/source-facts'
import type { Source } from '../source/source'
import { windowAt, windowSettings } from './sine-to-cosine'

/** The lesson's own curve: the cosine from the sine, as they are. */
export const LESSON_SOURCE: Source = {
  facts: LESSON_FACTS,
  scalers: null,
  windowAt: (cursor, config) => windowAt({ ...cursor, settings: windowSettings(config) }),
  shown: ({ inputs, targets, timeSteps }) => ({
    inputs: inputs.subarray(0, timeSteps),
    targets: targets.subarray(0, timeSteps),
  }),
  inOwnUnits: (predictions) => predictions,
}
