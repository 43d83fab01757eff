import type { RunConfig } from '@contract/settings/run-config'
import { type Regime, regimeOf } from '../../data/windows/regime'

/** Rows of a warm-up where the state is carried: so many, or this many windows. */
const LEAST_CARRIED = 1000
const CARRIED_WINDOWS = 10

/** The rows that a network is shown before it goes on by itself, at most. */
export function longestWarmUp({ window, carryState }: Regime, horizon: number): number {
  const most = carryState ? Math.max(LEAST_CARRIED, CARRIED_WINDOWS * window) : window
  return Math.max(most, horizon)
}

/** The same of a run. */
export function longestWarmUpOf(config: RunConfig): number {
  return longestWarmUp(regimeOf(config), config.data.horizon)
}
