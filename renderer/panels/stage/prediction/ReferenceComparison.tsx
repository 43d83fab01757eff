import type { Say } from '@contract/language/say'
import { useCallback, useEffect } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import type { History } from '../../../store/curves/history'
import { differenceSoFar } from '../../../store/curves/reference'
import { comparableWith, shownReference } from '../../../store/selectors/reference-selectors'
import type { AppState } from '../../../store/state/app-state'
import { formatDifference } from '../../../store/words/format'
import { useLive, writeText } from '../../use-live'
import { LegendKey } from '../chart/LegendKey'

/** How near the two runs have been until now, in words. */
function differenceWords(history: History, state: AppState, say: Say): string {
  const run = shownReference(state)
  const difference = run && differenceSoFar(history, run)
  return difference === null
    ? ''
    : say('stage.largestDifference', { difference: formatDifference(difference) })
}

/** Fetches the reference run of the present preset when it is to be seen. */
function useReference() {
  const { commands } = useWorld()
  const wanted = useAppState((state) => {
    const id = state.showReference ? comparableWith(state) : null
    return id === state.reference?.presetId ? null : id
  })
  useEffect(() => {
    if (wanted) void commands.loadReference(wanted)
  }, [wanted, commands])
}

function ReferenceToggle() {
  const say = useSay()
  const { store } = useWorld()
  const shown = useAppState((state) => state.showReference)
  return (
    <label className="legend-toggle" title={say('stage.pytorchRunExplained')}>
      <input
        type="checkbox"
        data-testid="toggle-reference"
        checked={shown}
        onChange={() => store.getState().toggleReference()}
      />
      <LegendKey line="reference">{say('stage.pytorchRun')}</LegendKey>
    </label>
  )
}

/** The largest difference so far; it changes with every batch, so nothing is rendered for it. */
function ReferenceDifference() {
  const { history } = useWorld()
  const draw = useCallback(
    (element: HTMLElement, state: AppState, say: Say) =>
      writeText(element, differenceWords(history, state, say)),
    [history],
  )
  return (
    <span
      ref={useLive<HTMLSpanElement>(draw)}
      className="reference-difference"
      data-testid="reference-difference"
    />
  )
}

/** Lays PyTorch's own run under ours and says how near they are. */
export function ReferenceComparison() {
  useReference()
  return (
    <div className="reference">
      <ReferenceToggle />
      <ReferenceDifference />
    </div>
  )
}
