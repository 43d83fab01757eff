import type { ExperimentRun } from '@contract/experiment/experiment'
import { type Band, bandOf } from '@contract/statistics/band'
import { brokeAt, counts } from './outcomes'
import { remembered } from './remembered'

/** Places of a band at most: more are not told apart in a picture. */
const MOST_PLACES = 1024
/** Points of all hairs together, and of one at least. */
const MOST_POINTS = 24_000
const FEWEST_POINTS = 64

/** The losses of a run as a line. */
export type Hair = {
  readonly index: number
  /** Updates, and the loss of each. */
  readonly updates: Float64Array
  readonly losses: Float32Array
  /** The update that broke it, and its last loss; null where none did. */
  readonly broke: { readonly update: number; readonly loss: number } | null
}

/** The losses of some runs: a line each, and what lies between them. */
export type Hairs = {
  readonly hairs: readonly Hair[]
  /** At updates 1, 1 + stride, … */
  readonly band: Band
  readonly stride: number
  /** The updates of the band. */
  readonly updates: Float64Array
  /** The last update of the longest run; 0 of none. */
  readonly last: number
  /** Whether hairs have fewer points than there are losses. */
  readonly isThinned: boolean
}

/** Lines and band of some runs, of those that count. */
export const hairsOf: (runs: readonly ExperimentRun[]) => Hairs = remembered((runs) => {
  const counted = runs.filter(counts)
  const last = counted.reduce((most, { updates }) => Math.max(most, updates), 0)
  const stride = strideOf(counted, last)
  const band = bandOf(counted.map((run) => onGrid(run, stride)))
  const most = Math.max(FEWEST_POINTS, Math.floor(MOST_POINTS / Math.max(1, counted.length)))
  return {
    hairs: counted.map((run) => hairOf(run, most)),
    band,
    stride,
    updates: Float64Array.from({ length: band.updates }, (_, place) => 1 + place * stride),
    last,
    isThinned: counted.some(({ losses }) => losses.length > most),
  }
})

/** Between the places of all: as far apart as those of the run with the fewest, and twice, four times … that where they are many. */
function strideOf(runs: readonly ExperimentRun[], last: number): number {
  let stride = runs.reduce((most, run) => Math.max(most, run.stride), 1)
  while ((last - 1) / stride >= MOST_PLACES) stride *= 2
  return stride
}

/** The losses of a run at updates 1, 1 + stride, …; not a number from the place on at which it had diverged. */
export function onGrid(run: ExperimentRun, stride: number): Float32Array {
  const each = stride / run.stride
  const places = run.updates === 0 ? 0 : Math.floor((run.updates - 1) / stride) + 1
  const broken = run.end === 'diverged' ? 1 : 0
  return Float32Array.from({ length: places + broken }, (_, place) =>
    place < places ? (run.losses[place * each] ?? Number.NaN) : Number.NaN,
  )
}

function hairOf(run: ExperimentRun, most: number): Hair {
  const { losses, stride, updates } = run
  const places = thinned(losses, most)
  const broken = brokeAt(run)
  return {
    index: run.index,
    // The last one may stand nearer to the one before it than the others do.
    updates: Float64Array.from(places, (place) =>
      place === losses.length - 1 ? updates : 1 + place * stride,
    ),
    losses: Float32Array.from(places, (place) => losses[place] as number),
    broke: broken === null ? null : { update: broken, loss: losses.at(-1) ?? Number.NaN },
  }
}

/** The places of about so many values between which a line looks like one through all: the least and the greatest of each stretch. */
export function thinned(values: ArrayLike<number>, most: number): readonly number[] {
  const { length } = values
  if (length <= most) return Array.from({ length }, (_, place) => place)
  const stretches = Math.max(1, Math.floor((most - 2) / 2))
  const kept = [0]
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = 1 + Math.floor((stretch * (length - 2)) / stretches)
    const to = 1 + Math.floor(((stretch + 1) * (length - 2)) / stretches)
    let [least, greatest] = [from, from]
    for (let place = from; place < to; place += 1) {
      if ((values[place] as number) < (values[least] as number)) least = place
      if ((values[place] as number) > (values[greatest] as number)) greatest = place
    }
    kept.push(...new Set([Math.min(least, greatest), Math.max(least, greatest)]))
  }
  kept.push(length - 1)
  return kept
}
