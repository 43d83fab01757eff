/** How a network sees a series: in windows, or with its state carried on. */
export type Regime = { readonly window: number; readonly carryState: boolean }

/** Rows of a warm-up where the state is carried: so many, or this many windows. */
const LEAST_CARRIED = 1000
const CARRIED_WINDOWS = 10

/** The rows that a network is shown before it goes on by itself, at most. */
export function longestWarmUp({ window, carryState }: Regime, horizon: number): number {
  const most = carryState ? Math.max(LEAST_CARRIED, CARRIED_WINDOWS * window) : window
  return Math.max(most, horizon)
}
