import type { Settings } from '@contract/settings/run-config'

/**
 * What becomes of the state at the end of a window, as a person chooses it: it is kept for the next window, every window begins
 * with zeros, or with the state of the moment at which that was chosen.
 */
export const CARRYINGS = ['keep', 'reset', 'freeze'] as const
export type Carrying = (typeof CARRYINGS)[number]

/** The two settings that say it, in files and on the command line. */
type CarryingSettings = Pick<Settings, 'carryState' | 'freezeState'>

/** What settings say; a state that is not carried is not frozen either. */
export function carryingOf({ carryState, freezeState }: CarryingSettings): Carrying {
  if (!carryState) return 'reset'
  return freezeState ? 'freeze' : 'keep'
}

/** The settings that say it. */
export function settingsFor(carrying: Carrying): CarryingSettings {
  return { carryState: carrying !== 'reset', freezeState: carrying === 'freeze' }
}
