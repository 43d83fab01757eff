import { useLayoutEffect, useRef } from 'react'
import { useAppState } from '../../app-world'
import { BACK_TO_CURVES, DataPicture } from './DataPicture'
import { LossPanel } from './LossPanel'
import { ModelCard } from './model/ModelCard'
import { PeriodPanel } from './PeriodPanel'
import { PredictionPanel } from './prediction/PredictionPanel'
import { EXPLAIN } from './prediction/ViewButtons'

/** Whoever asked for the explanations, or for the curves again, has pressed a button that is gone: the next one is there. */
function useFocus(explaining: boolean) {
  const before = useRef(explaining)
  useLayoutEffect(() => {
    if (before.current !== explaining) document.getElementById(explaining ? BACK_TO_CURVES : EXPLAIN)?.focus()
    before.current = explaining
  }, [explaining])
}

/** The main area: the data and the network before the first update or when asked about, else the curves. */
export function Stage() {
  const curves = useAppState((state) => state.hasCurves && !state.explaining)
  useFocus(useAppState((state) => state.explaining))
  // A series has no period that is known.
  const hasPeriod = useAppState((state) => state.description?.facts.axis !== 'time-steps')
  return curves ? (
    <main className={`stage curves${hasPeriod ? '' : ' without-period'}`}>
      <PredictionPanel />
      <LossPanel />
      {hasPeriod && <PeriodPanel />}
    </main>
  ) : (
    <main className="stage first">
      <DataPicture />
      <ModelCard />
    </main>
  )
}
