import type { RunState } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import { configAt, isWipedAt } from '@contract/timeline/settings-events'

/** What a window starts from: the state that the one before it ended with, a frozen one, or zeros. */
export type Entering = 'carried' | 'frozen' | 'zeros'

/** What windows start from with these settings; those from anywhere have no window before them. */
export function enteringBy({ data, training }: RunConfig): Entering {
  const isInOrder = data.source.kind === 'lesson' || data.order === 'consecutive'
  if (!isInOrder || !training.carryState) return 'zeros'
  return training.freezeState ? 'frozen' : 'carried'
}

/** What the window of an update started from, by the run's log. */
export function enteringAt(
  { events, config }: Pick<RunState, 'events' | 'config'>,
  update: number,
): Entering {
  return isWipedAt(events, update) ? 'zeros' : enteringBy(configAt(events, config, update))
}

/** Sentences on what passes from a window to the next. */
export const WALL_SENTENCES = {
  carried: 'stage.wallCarried',
  frozen: 'stage.wallFrozen',
  zeros: 'stage.wallZeros',
} as const satisfies { readonly [Kind in Entering]: string }
