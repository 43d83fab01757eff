import type { Sizes } from '@contract/settings/source-config'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import { type Tensor2D, tf } from '../../tensorflow'
import type { WindowRows } from './consecutive-updates'

/** What of a window is trained on; its times are for those who look at it. */
export type TrainingWindow = {
  /** What the network sees: [batch, time step, input], one sequence after the other. */
  readonly inputs: Float32Array
  /** What it must say: [batch, time step, output]. */
  readonly targets: Float32Array
  /** 0 where a target is missing, whatever stands there, else 1: [batch, time step, output]. None: all are there. */
  readonly mask?: Uint8Array | null
  /** 0 for a sequence that starts from a zero state here, whatever is carried, else 1: [batch]. None: all go on. */
  readonly continues?: Uint8Array | null
  /** What is touched before the update on it, when its sequences have started anew; left out where nothing is. */
  readonly touches?: readonly KeptTouch[]
  /** How far the run moves on in its source by it. */
  readonly advance: number
}

/** Whether the loss over these windows leaves targets out. */
export function isMasked(windows: readonly TrainingWindow[]): boolean {
  return windows.some(({ mask }) => mask)
}

/** Time steps of each sequence of a window; not whole where its sequences cannot share it. */
export function timeStepsOf({ inputs }: Pick<TrainingWindow, 'inputs'>, batch: number, sizes: Sizes): number {
  return inputs.length / batch / sizes.inputs
}

/**
 * Windows as tensors, in the order of the network's rows: of each window its time steps, of each time step all
 * sequences. [update · time step · batch, feature]. There is a mask if one of them has one.
 *
 * @throws Error if not all windows have as many time steps, or not as many for each sequence
 */
export function rowsOf(windows: readonly TrainingWindow[], batch: number, sizes: Sizes): WindowRows {
  const timeSteps = windows[0] ? timeStepsOf(windows[0], batch, sizes) : 0
  if (!Number.isInteger(timeSteps))
    throw new Error(
      `a window of ${windows[0]?.inputs.length} inputs cannot be shared out to a batch of ${batch}`,
    )
  const shape = { batch, timeSteps }
  const inputs = windows.map((each) => each.inputs)
  const targets = windows.map((each) => (each.mask ? withoutMissing(each.targets, each.mask) : each.targets))
  return {
    inputs: rowsOfSeries(inputs, { ...shape, features: sizes.inputs }),
    targets: rowsOfSeries(targets, { ...shape, features: sizes.outputs }),
    ...(isMasked(windows) && {
      mask: rowsOfSeries(windows.map(wholeMask), { ...shape, features: sizes.outputs }),
    }),
  }
}

type Shape = { readonly batch: number; readonly timeSteps: number; readonly features: number }

/** Series of [batch, time step, feature] as rows [window · time step · batch, feature]. */
function rowsOfSeries(
  series: readonly (Float32Array | Uint8Array)[],
  { batch, timeSteps, features }: Shape,
): Tensor2D {
  const size = batch * timeSteps * features
  const values = new Float32Array(series.length * size)
  let to = 0
  for (const numbers of series) {
    if (numbers.length !== size)
      throw new Error(`all series of a window should have ${size} numbers, but one has ${numbers.length}`)
    for (let t = 0; t < timeSteps; t += 1)
      for (let sequence = 0; sequence < batch; sequence += 1) {
        const from = (sequence * timeSteps + t) * features
        for (let feature = 0; feature < features; feature += 1)
          values[to++] = numbers[from + feature] as number
      }
  }
  return tf.tensor2d(values, [series.length * timeSteps * batch, features])
}

function wholeMask({ targets, mask }: TrainingWindow): Uint8Array {
  return mask ?? new Uint8Array(targets.length).fill(1)
}

/** Zero where a target is missing: what stands there could have a square beyond float32, which times 0 is no number. */
function withoutMissing(targets: Float32Array, mask: Uint8Array): Float32Array {
  return targets.map((target, i) => (mask[i] === 0 ? 0 : target))
}

/** Of rows as `rowsOf` makes them, each window's first sequence: [time step · feature]. */
export function firstSequences(
  rows: Float32Array,
  windows: number,
  { batch, features }: Pick<Shape, 'batch' | 'features'>,
): Float32Array[] {
  const size = rows.length / windows
  const timeSteps = size / batch / features
  return Array.from({ length: windows }, (_, index) => {
    const first = new Float32Array(timeSteps * features)
    for (let t = 0; t < timeSteps; t += 1) {
      const from = index * size + t * batch * features
      first.set(rows.subarray(from, from + features), t * features)
    }
    return first
  })
}
