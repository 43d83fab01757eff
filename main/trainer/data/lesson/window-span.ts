import { MOST_HALF_PERIODS } from '@contract/settings/numbers'
import type { Settings } from '@contract/settings/run-config'
import { mersenneTwister, type RandomBits } from '../../random/mersenne-twister'
import { drawInteger } from '../../random/numpy-randint'

/** After so many updates the random lengths start again from the first; no run is as long. */
export const DRAWN_SPANS = 2 ** 22

/** The lengths drawn so far from one seed, in order of the updates. */
type Spans = { readonly seed: number; readonly random: RandomBits; drawn: Uint8Array; count: number }

/** Of the seed asked for last: a run asks for one update after the other, and again from the first after a reset. */
let latest: Spans | undefined

/**
 * Half periods that one update sees: one, or where the settings say so one, two or three, which are
 * `numpy.random.RandomState(seed).randint(1, 4, n)[update]` for any n. The lengths depend on the seed alone, so a run
 * that starts afresh, or goes on from a file, sees the same windows.
 *
 * @param update how many updates came before it, from 0
 */
export function spanAt(update: number, settings: Pick<Settings, 'span' | 'seed'>): number {
  if (settings.span === 'one') return 1
  if (latest?.seed !== settings.seed)
    latest = {
      seed: settings.seed,
      random: mersenneTwister(settings.seed),
      drawn: new Uint8Array(1024),
      count: 0,
    }
  const index = update % DRAWN_SPANS
  while (latest.count <= index) draw(latest)
  return latest.drawn[index] as number
}

function draw(spans: Spans) {
  if (spans.count === spans.drawn.length) {
    const longer = new Uint8Array(spans.drawn.length * 2)
    longer.set(spans.drawn)
    spans.drawn = longer
  }
  spans.drawn[spans.count] = drawInteger(spans.random, 1, MOST_HALF_PERIODS + 1)
  spans.count += 1
}
