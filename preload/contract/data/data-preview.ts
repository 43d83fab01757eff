import type { Text } from '../language/text'

/** The data itself, as it is shown before the first update. */
export type DataPreview = {
  /** Time t, in radians. */
  readonly times: Float32Array
  readonly inputs: Float32Array
  readonly targets: Float32Array
  readonly inputLabel: Text
  readonly targetLabel: Text
}
