import type { RunConfig } from '@contract/settings/run-config'
import { networkOf } from '../network/shape/network-of'
import { createRecordedForward, type RecordedForward } from '../training/evaluate/recorded-forward'

/** Kinds of evaluations whose recordings are kept. */
const MOST_KEPT = 4

/** What the evaluations of one run after the other are made with: recorded once for all runs that have the same. */
export type Forwards = (config: RunConfig) => RecordedForward

export function createForwards(): Forwards {
  const forwards = new Map<string, RecordedForward>()
  return (config) => {
    const { seed: _, ...network } = networkOf(config)
    const key = JSON.stringify([network, config.data, config.training.carryState])
    const found = forwards.get(key) ?? createRecordedForward({ network, readout: 'batched' })
    // A map keeps the order in which keys were put in: the first is the one not used for longest.
    forwards.delete(key)
    forwards.set(key, found)
    for (const [oldest, forward] of forwards) {
      if (forwards.size <= MOST_KEPT) break
      forward.dispose()
      forwards.delete(oldest)
    }
    return found
  }
}
