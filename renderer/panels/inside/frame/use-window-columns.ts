import type { SourceFacts } from '@contract/data/source-facts'
import { useAppState } from '../../../app-world'
import { isInputShown, shownOutput } from '../../../store/state/shown-curves'

/** Which columns of a window are shown, counted from 0. */
export type WindowColumns = {
  readonly facts: SourceFacts | null
  /** The output that is shown in every chart. */
  readonly output: number
  /** The input that is its own column, else the first. */
  readonly input: number
  /** A column of another size than the target would press the curves flat, unless somebody wants to see it. */
  readonly drawsInput: boolean
}

export function useWindowColumns(): WindowColumns {
  const facts = useAppState((state) => state.description?.facts ?? null)
  const output = useAppState(shownOutput)
  const isShown = useAppState(isInputShown)
  const own = facts?.inputs.indexOf(facts.targets[output] ?? '') ?? -1
  return {
    facts,
    output,
    input: Math.max(0, own),
    drawsInput: own >= 0 || isShown || facts?.axis !== 'time-steps',
  }
}
