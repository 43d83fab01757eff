import { presetOf } from '@contract/settings/presets'
import { REFERENCED, type ReferencedPreset, type ReferenceRun } from '../curves/reference'
import type { AppState } from '../state/app-state'

/** The preset whose reference run the present run repeats, from the first weights on; null when it does not. */
export function comparableWith({ run, description }: AppState): ReferencedPreset | null {
  if (!run || description?.origin.kind !== 'seed' || description.id !== run.id) return null
  const id = presetOf(run.config)?.id
  return REFERENCED.find((referenced) => referenced === id) ?? null
}

/** The reference run to show now, if it is wanted and there. */
export function shownReference(state: AppState): ReferenceRun | null {
  const { showReference, reference } = state
  if (!showReference || reference === null || reference.presetId !== comparableWith(state)) return null
  return reference.run
}
