import { linearFit } from './statistics'

/** What a process holds after so many updates. */
export type Sample = {
  readonly updates: number
  /** Resident memory, bytes. */
  readonly rss: number
  readonly tensors: number
}

/** The part of a run at its start in which memory may still grow: caches fill, the heap finds its size. */
const WARM_UP = 0.2
/** Growth after warm-up that still passes for none, bytes: a few pages of the allocators, as garbage is collected. */
const MOST_GROWTH = 2 ** 20

export type SoakVerdict = {
  readonly ok: boolean
  /** Bytes per update after warm-up, by linear fit. */
  readonly slope: number
  readonly sentence: string
}

/**
 * Whether memory stayed flat: always the same number of tensors, and resident memory that does not rise after
 * warm-up.
 *
 * @param samples in order, at least five
 */
export function judgeSoak(samples: readonly Sample[]): SoakVerdict {
  const settled = samples.slice(Math.floor(samples.length * WARM_UP))
  const counts = new Set(samples.map(({ tensors }) => tensors))
  const { slope } = linearFit(settled.map(({ updates, rss }) => ({ x: updates, y: rss })))
  const growth = slope * ((settled.at(-1)?.updates ?? 0) - (settled[0]?.updates ?? 0))
  const ok = counts.size === 1 && growth < MOST_GROWTH
  const tensors = counts.size === 1 ? 'the same number throughout' : `from ${[...counts].join(' to ')}`
  const memory = `resident memory after warm-up ${slope.toFixed(2)} bytes per update, ${(growth / 2 ** 20).toFixed(2)} MB in all`
  return { ok, slope, sentence: `${ok ? 'Flat' : 'NOT flat'}: tensors ${tensors}; ${memory}` }
}
