import { rivalErrors } from '@contract/run/pausing/judged'
import type { RunConfig } from '@contract/settings/run-config'
import type { OpenedSource } from '../data/open-source'
import { findRivals } from '../run/judging/rivals'

/** Data configurations of which it is known how good the best rival is. */
const MOST_KNOWN = 64

/**
 * The mean squared error of the best rival on the validation part, in the network's units; null where there is none. In
 * pieces, and only once for all runs that learn the same.
 */
export type BestRival = (source: OpenedSource, config: RunConfig) => Generator<void, number | null>

export function createBestRival(): BestRival {
  const known = new Map<string, number | null>()
  return function* (source, config) {
    const key = JSON.stringify(config.data)
    const found = known.get(key)
    if (found !== undefined) return found
    const { told } = yield* findRivals('', source, config)
    const loss = rivalErrors(told, 'validation').at(-1)?.mse ?? null
    for (const oldest of known.keys()) {
      if (known.size < MOST_KNOWN) break
      known.delete(oldest)
    }
    known.set(key, loss)
    return loss
  }
}
