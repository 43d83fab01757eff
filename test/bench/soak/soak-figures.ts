import { below, type Figure, told } from '../figure'
import { linearFit } from '../statistics'

/** What a process holds after so many updates. */
export type Sample = {
  readonly updates: number
  /** Resident memory, bytes. */
  readonly rss: number
  readonly tensors: number
}

/** The part of a run at its start in which memory may still grow: caches fill, the heap finds its size. */
const WARM_UP = 0.2
/** Growth after warm-up that still passes for none, MiB: a few pages of the allocators, as garbage is collected. */
const MOST_GROWTH = 1
const MIB = 2 ** 20

/**
 * Whether memory stays flat: always the same number of tensors, and resident memory that does not rise after warm-up, by
 * linear fit.
 *
 * @param samples in order, at least five
 */
export function soakFigures(samples: readonly Sample[]): Figure[] {
  const settled = samples.slice(Math.floor(samples.length * WARM_UP))
  const [begin, end] = [settled[0], settled.at(-1)]
  if (!begin || !end) throw new RangeError(`${samples.length} samples`)
  const { slope } = linearFit(settled.map(({ updates, rss }) => ({ x: updates, y: rss })))
  const tensors = samples.map((sample) => sample.tensors)
  const grown = `resident memory grown in ${end.updates} updates of the lesson, after warm-up`
  return [
    below(MOST_GROWTH, grown, (slope * (end.updates - begin.updates)) / MIB, 'MiB'),
    told('  an update', slope, 'bytes'),
    told('  held at the end', end.rss / MIB, 'MiB'),
    below(1, '  tensors more than at the least', Math.max(...tensors) - Math.min(...tensors), ''),
  ]
}
