/** Where one is within an update; time steps are counted from 0. */
export type UpdatePlace =
  | { readonly kind: 'state' | 'loss' | 'wall' | 'clip' | 'optimizer' | 'weights' }
  | { readonly kind: 'forward' | 'backward'; readonly step: number }

/** Places of an update that do not belong to a time step. */
const OTHERS = 6

/** How many places an update has. */
export function placesOf(timeSteps: number): number {
  return 2 * timeSteps + OTHERS
}

/**
 * The place of an update by its number, from 0: the state, the time steps forward, the loss, the time steps backward, the wall,
 * clipping, the optimiser, the new weights.
 */
export function placeAt(at: number, timeSteps: number): UpdatePlace {
  if (at <= 0) return { kind: 'state' }
  if (at <= timeSteps) return { kind: 'forward', step: at - 1 }
  if (at === timeSteps + 1) return { kind: 'loss' }
  const back = at - timeSteps - 2
  if (back < timeSteps) return { kind: 'backward', step: timeSteps - 1 - back }
  const rest = ['wall', 'clip', 'optimizer', 'weights'] as const
  return { kind: rest[Math.min(rest.length - 1, back - timeSteps)] ?? 'weights' }
}
