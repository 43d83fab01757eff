import { useEffect } from 'react'
import { useAppState, useWorld } from '../../../app-world'
import { isFormOpen, shownExperiment } from '../../../store/selectors/experiments/experiments'
import { ExperimentList } from './ExperimentList'
import { NewExperiment } from './new/NewExperiment'
import { RaceView } from './race/RaceView'
import { SeedsView } from './seeds/SeedsView'
import { SweepView } from './sweep/SweepView'

/** Experiments of many runs: a new one, those that there are, and what came of the one that is chosen. */
export function ExperimentsView() {
  const { store } = useWorld()
  const isOpen = useAppState(isFormOpen)
  const shown = useAppState(shownExperiment)
  useEffect(() => {
    store.getState().lookAtExperiments(true)
    return () => store.getState().lookAtExperiments(false)
  }, [store])
  return (
    <div className="experiments" data-testid="experiments">
      {isOpen && <NewExperiment />}
      {(shown || !isOpen) && <ExperimentList />}
      {shown?.plan.kind === 'seeds' && <SeedsView key={shown.id} id={shown.id} plan={shown.plan} />}
      {shown?.plan.kind === 'race' && <RaceView key={shown.id} id={shown.id} plan={shown.plan} />}
      {shown?.plan.kind === 'sweep' && <SweepView key={shown.id} id={shown.id} plan={shown.plan} />}
    </div>
  )
}
