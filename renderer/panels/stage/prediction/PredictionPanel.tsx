import type { Say } from '@contract/language/say'
import { useAppState, useSay } from '../../../app-world'
import { createPredictionChart, type PredictionReading } from '../../../charts/prediction-chart'
import { shownPart } from '../../../store/selectors/parts'
import { comparableWith } from '../../../store/selectors/reference-selectors'
import { configInForce, isSeriesRun } from '../../../store/selectors/selectors'
import type { AppState } from '../../../store/state/app-state'
import { timeText } from '../../../store/words/axis-words'
import { formatLoss, formatTimes, formatValue, inSixDigits } from '../../../store/words/format'
import { PinnedStep } from '../../PinnedStep'
import { useLive, writeText } from '../../use-live'
import { ChartSlider } from '../chart/ChartSlider'
import { useReadChart } from '../chart/use-read-chart'
import { OutputSelect } from './OutputSelect'
import { OverlaidWindows } from './OverlaidWindows'
import { PartBody } from './PartBody'
import { PartSelect } from './PartSelect'
import { PredictionLegend } from './PredictionLegend'
import { ReferenceComparison } from './ReferenceComparison'
import { ViewButtons } from './ViewButtons'
import { WallsNote } from './WallToggle'

function readingWords(reading: PredictionReading | null, say: Say): string {
  if (!reading) return say('charts.predictionHint')
  const { update, place, times, target, prediction } = reading
  if (times !== null)
    return say('charts.seriesReading', {
      ...{ update, row: Math.round(place) + 1, time: timeText(times, place) },
      target: inSixDigits(target),
      prediction: Number(prediction.toPrecision(6)),
    })
  return say('charts.predictionReading', {
    update,
    time: formatTimes(place),
    target: formatValue(target, say),
    prediction: formatValue(prediction, say),
  })
}

function newestWords({ progress }: AppState, say: Say): string {
  return say('charts.predictionNewest', {
    updates: progress.updatesDone,
    loss: formatLoss(progress.loss, say),
  })
}

/** The newest window's length, for runs whose windows differ in it. */
function drawLength(element: HTMLElement, { progress }: AppState, say: Say) {
  const { windowLength } = progress
  writeText(element, windowLength === null ? '' : say('stage.windowLength', { steps: windowLength }))
}

function WindowLength() {
  return <span ref={useLive<HTMLSpanElement>(drawLength)} data-testid="window-length" />
}

/** The windows of training, as they come. */
function WindowsBody() {
  const say = useSay()
  const differing = useAppState((state) => !isSeriesRun(state) && configInForce(state).data.span === 'random')
  const comparable = useAppState((state) => comparableWith(state) !== null)
  const { canvas, reading } = useReadChart(createPredictionChart, readingWords, newestWords)
  return (
    <>
      <div className="reading-row">
        <p ref={reading} className="reading" data-testid="prediction-reading">
          {say('charts.predictionHint')}
        </p>
        <PinnedStep />
        {differing && <WindowLength />}
        {comparable && <ReferenceComparison />}
      </div>
      <OverlaidWindows />
      <WallsNote />
      <div className="chart-place">
        <ChartSlider
          canvas={canvas}
          testId="prediction-chart"
          label={say('charts.predictionPicture')}
          keys={say('charts.predictionKeys')}
          kind="navigable"
        />
      </div>
    </>
  )
}

/** The picture that grows to the right while the network learns, or a part of the series that it is judged by. */
export function PredictionPanel() {
  const say = useSay()
  const part = useAppState(shownPart)
  const rivals = useAppState((state) => state.rivals)
  const ofPart = part === 'train' ? null : rivals
  return (
    <section className="card prediction" aria-label={say('stage.predictionTitle')}>
      <div className="card-head">
        <h2 className="card-title">{say('stage.predictionTitle')}</h2>
        <PartSelect />
        <OutputSelect />
        <PredictionLegend ofPart={ofPart !== null} />
        <ViewButtons ofPart={ofPart !== null} />
      </div>
      {ofPart ? <PartBody key={part} part={part} rivals={ofPart} /> : <WindowsBody />}
    </section>
  )
}
