import type { AppState } from './app-state'

/** The output that is shown, counted from 0: the chosen one, if the run has it. */
export function shownOutput({ output, description }: Pick<AppState, 'output' | 'description'>): number {
  return output < (description?.facts.targets.length ?? 1) ? output : 0
}

/**
 * Whether the input is drawn. In the lesson a person decides once for all runs. A column of a series may be of another
 * size than the target: it is drawn when it is asked for in this run, or is the target itself.
 */
export function isInputShown(
  state: Pick<AppState, 'output' | 'description' | 'showInput' | 'showSeriesInput'>,
): boolean {
  const facts = state.description?.facts
  if (facts?.axis !== 'time-steps') return state.showInput
  return state.showSeriesInput ?? facts.inputs[0] === facts.targets[shownOutput(state)]
}
