import type { TrainingConfig } from '@contract/settings/run-config'
import type { ConsecutivePlan } from './update/consecutive-updates'
import { scheduleOf, type UpdatePlan } from './update/update'
import { isMasked, type TrainingWindow } from './update/window-rows'

/** What an update needs beside its window; a change takes effect at that very update. */
export type UpdateSettings = Pick<
  TrainingConfig,
  'learningRate' | 'momentum' | 'clipNorm' | 'carryState' | 'freezeState' | 'readout' | 'shown'
>

/** Updates that are made together. */
export type Call = {
  readonly plan: ConsecutivePlan
  readonly windows: readonly TrainingWindow[]
  /** The numbers of `scheduleOf` for one update after the other. */
  readonly schedules: readonly number[]
}

/** Whether two calls, from one state, have the same numbers. */
export function isSameCall(a: Call, b: Call): boolean {
  return (
    JSON.stringify(a.plan) === JSON.stringify(b.plan) &&
    areSame(a.schedules, b.schedules) &&
    a.windows.length === b.windows.length &&
    a.windows.every((window, i) => isSameWindow(window, b.windows[i] as TrainingWindow))
  )
}

function isSameWindow(a: TrainingWindow, b: TrainingWindow): boolean {
  return (
    areSame(a.inputs, b.inputs) &&
    areSame(a.targets, b.targets) &&
    areSame(a.mask ?? [], b.mask ?? []) &&
    areSame(a.continues ?? [], b.continues ?? []) &&
    JSON.stringify(a.touches) === JSON.stringify(b.touches)
  )
}

/** A missing target may be NaN, which is the same as another. */
function areSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.prototype.every.call(a, (number, i) => Object.is(number, b[i]))
}

/** What kind of calculation updates on some windows are. */
function planFor(
  of: Pick<UpdatePlan, 'network' | 'optimizer'>,
  windows: readonly TrainingWindow[],
  { carryState, freezeState, readout, shown }: UpdateSettings,
): ConsecutivePlan {
  const masked = isMasked(windows)
  const carried = { carryState, freezeState: carryState && freezeState }
  return { updates: windows.length, ...of, ...carried, readout, shown, masked }
}

/**
 * The call that makes updates on some windows.
 *
 * @param of a training, with the updates that its slots have seen
 */
export function callFor(
  of: Pick<UpdatePlan, 'network' | 'optimizer'> & { readonly slotUpdates: number },
  windows: readonly TrainingWindow[],
  settings: UpdateSettings,
): Call {
  const { network, optimizer, slotUpdates } = of
  const schedules = windows.flatMap((_, i) =>
    scheduleOf(optimizer, network.family, settings, slotUpdates + 1 + i),
  )
  return { plan: planFor({ network, optimizer }, windows, settings), windows, schedules }
}

/** How many updates a recording would be for: one with touches is made once, and no recording is for it alone. */
export function worthOf(windows: readonly TrainingWindow[], updatesLeft: number): number {
  return windows[0]?.touches ? 1 : updatesLeft
}
