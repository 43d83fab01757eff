import { useAppState } from '../../app-world'
import { DataPicture } from './DataPicture'
import { LossPanel } from './LossPanel'
import { ModelCard } from './ModelCard'
import { PeriodPanel } from './PeriodPanel'
import { PredictionPanel } from './PredictionPanel'

/** The main area: the data and the network before the first update or when asked about, else the curves. */
export function Stage() {
  const curves = useAppState((state) => state.hasCurves && !state.explaining)
  return curves ? (
    <main className="stage curves">
      <PredictionPanel />
      <LossPanel />
      <PeriodPanel />
    </main>
  ) : (
    <main className="stage first">
      <DataPicture />
      <ModelCard />
    </main>
  )
}
