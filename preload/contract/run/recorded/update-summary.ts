import type { UpdateBatch } from '../run'

/** Time steps that a block has at least, unless no more have come. */
export const BLOCK_STEPS = 128

/** The extremes of one column in each block: [block]. */
export type BlockExtremes = {
  /** NaN where the block has no number. */
  readonly least: Float32Array
  readonly greatest: Float32Array
  /** Time steps from the block's first to the first one that is as low, or as high; at most 65,535. */
  readonly leastAt: Uint16Array
  readonly greatestAt: Uint16Array
}

/**
 * What is known of consecutive updates without the numbers of their time steps: all that is one number an update, and the
 * extremes of the long columns in blocks of whole updates.
 */
export type UpdateSummary = Pick<
  UpdateBatch,
  | 'runId'
  | 'firstUpdate'
  | 'losses'
  | 'gradientNorms'
  | 'validationLosses'
  | 'lengths'
  | 'starts'
  | 'steps'
  | 'outputs'
> & {
  /** Updates of each block, in order. */
  readonly blocks: Uint32Array
  /** Of each long column, see `longColumns`. */
  readonly extremes: readonly BlockExtremes[]
  /** Sum of the squares of prediction − target over the time steps that have a target: [update, output]. */
  readonly squares: Float64Array
  /** Time steps that have a target: [update, output]. */
  readonly counts: Uint16Array
}

/** A column of a number for each time step, among others: time step i has `values[offset + i · stride]`. */
export type LongColumn = {
  readonly values: Float32Array
  readonly offset: number
  readonly stride: number
}

/** The input, then the targets of each output, then the predictions of each: [time step]. */
export function longColumns({
  inputs,
  targets,
  predictions,
  outputs,
}: Pick<UpdateBatch, 'inputs' | 'targets' | 'predictions' | 'outputs'>): LongColumn[] {
  const each = Array.from({ length: outputs }, (_, offset) => offset)
  return [
    { values: inputs, offset: 0, stride: 1 },
    ...each.map((offset) => ({ values: targets, offset, stride: outputs })),
    ...each.map((offset) => ({ values: predictions, offset, stride: outputs })),
  ]
}

/** Sums a batch up. */
export function summaryOf(batch: UpdateBatch): UpdateSummary {
  const { runId, firstUpdate, losses, gradientNorms, validationLosses, lengths, starts, steps, outputs } =
    batch
  const blocks = blocksOf(lengths)
  const sizes = stepsOf(blocks, lengths)
  return {
    ...{ runId, firstUpdate, losses, gradientNorms, validationLosses, lengths, starts, steps, outputs },
    blocks,
    extremes: longColumns(batch).map((column) => extremesOf(column, sizes)),
    ...squaresOf(batch),
  }
}

/** As few updates as have the least number of time steps make a block. */
function blocksOf(lengths: Uint32Array): Uint32Array {
  const blocks: number[] = []
  let [updates, steps] = [0, 0]
  for (const length of lengths) {
    updates += 1
    steps += length
    if (steps < BLOCK_STEPS) continue
    blocks.push(updates)
    updates = 0
    steps = 0
  }
  if (updates > 0) blocks.push(updates)
  return Uint32Array.from(blocks)
}

function stepsOf(blocks: Uint32Array, lengths: Uint32Array): Uint32Array {
  let next = 0
  return blocks.map((updates) => {
    let steps = 0
    for (const end = next + updates; next < end; next++) steps += lengths[next] ?? 0
    return steps
  })
}

function extremesOf(column: LongColumn, sizes: Uint32Array): BlockExtremes {
  const least = new Float32Array(sizes.length)
  const greatest = new Float32Array(sizes.length)
  const leastAt = new Uint16Array(sizes.length)
  const greatestAt = new Uint16Array(sizes.length)
  let from = 0
  for (const [block, size] of sizes.entries()) {
    const found = extremesBetween(column, from, from + size)
    least[block] = found.low
    greatest[block] = found.high
    leastAt[block] = found.least - from
    greatestAt[block] = found.greatest - from
    from += size
  }
  return { least, greatest, leastAt, greatestAt }
}

/** Where the extremes of a range stand, and what they are; `from` and NaN when no value is a number. */
export type Extremes = {
  readonly least: number
  readonly greatest: number
  readonly low: number
  readonly high: number
}

/** Looks at every time step from `from` up to, not including, `to`. */
export function extremesBetween({ values, offset, stride }: LongColumn, from: number, to: number): Extremes {
  let [least, greatest, low, high] = [-1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let step = from, at = offset + from * stride; step < to; step++, at += stride) {
    const value = values[at] as number
    if (value < low || (least < 0 && value === low)) {
      low = value
      least = step
    }
    if (value > high || (greatest < 0 && value === high)) {
      high = value
      greatest = step
    }
  }
  return least < 0
    ? { least: from, greatest: from, low: Number.NaN, high: Number.NaN }
    : { least, greatest, low, high }
}

function squaresOf({ lengths, outputs, targets, predictions }: UpdateBatch) {
  const squares = new Float64Array(lengths.length * outputs)
  const counts = new Uint16Array(lengths.length * outputs)
  let at = 0
  for (const [update, length] of lengths.entries()) {
    for (let output = 0; output < outputs; output++) {
      let [sum, count] = [0, 0]
      for (let step = 0; step < length; step++) {
        const place = (at + step) * outputs + output
        const error = (predictions[place] as number) - (targets[place] as number)
        // There is no target here.
        if (Number.isNaN(error)) continue
        sum += error * error
        count += 1
      }
      squares[update * outputs + output] = sum
      counts[update * outputs + output] = count
    }
    at += length
  }
  return { squares, counts }
}
