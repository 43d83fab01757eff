import { useLayoutEffect, useRef } from 'react'
import { useAppState, useSay } from '../../app-world'
import { shownTab, tabsOf } from '../../store/selectors/inside/tabs'
import { configInForce, isSeriesRun } from '../../store/selectors/selectors'
import type { StageTab } from '../../store/state/app-state'
import { sourceSentence } from '../../store/words/source-sentence'
import { DataTab } from '../data/DataTab'
import { InsideTab } from '../inside/InsideTab'
import { RunsTab } from '../runs/RunsTab'
import { BACK_TO_CURVES, BackToCurves } from './BackToCurves'
import { DataPicture } from './DataPicture'
import { FirstLook } from './FirstLook'
import { ForecastPanel } from './forecast/ForecastPanel'
import { LossPanel } from './LossPanel'
import { ModelCard } from './model/ModelCard'
import { NumbersPanel } from './numbers/NumbersPanel'
import { PeriodPanel } from './PeriodPanel'
import { PredictionPanel } from './prediction/PredictionPanel'
import { EXPLAIN } from './prediction/ViewButtons'
import { STAGE_PANEL, StageTabs, tabId } from './StageTabs'

/** Whoever asked for the explanations, or for the curves again, has pressed a button that is gone: the next one is there. */
function useFocus(explaining: boolean) {
  const before = useRef(explaining)
  useLayoutEffect(() => {
    if (before.current !== explaining) document.getElementById(explaining ? BACK_TO_CURVES : EXPLAIN)?.focus()
    before.current = explaining
  }, [explaining])
}

/** Sums up above the charts what they are about. */
function SourceSentence() {
  const say = useSay()
  const sentence = sourceSentence(useAppState(configInForce), null)
  return sentence && <p className="source-sentence">{say(sentence)}</p>
}

/** What each tab but the curves' own is drawn as. */
const KINDS: { readonly [Tab in StageTab]?: string } = {
  data: 'of-data',
  inside: 'of-inside',
  runs: 'of-runs',
}

/** A run of a series: how it is learned, or the data by itself. Its curve has no period that is known. */
function SeriesStage({ curves }: { readonly curves: boolean }) {
  const tab = useAppState(shownTab)
  const kind = KINDS[tab] ?? (curves ? 'curves' : 'first')
  return (
    <main className="tabbed">
      <div className="stage-head">
        <StageTabs />
        <SourceSentence />
      </div>
      <div className={`stage ${kind}`} id={STAGE_PANEL} role="tabpanel" aria-labelledby={tabId(tab)}>
        {tab === 'data' && <DataTab />}
        {tab === 'inside' && <InsideTab />}
        {tab === 'runs' && <RunsTab />}
        {tab === 'learning' && curves && (
          <>
            <PredictionPanel />
            <LossPanel />
            <NumbersPanel />
            <ForecastPanel />
          </>
        )}
        {tab === 'learning' && !curves && (
          <>
            <FirstLook>
              <BackToCurves />
            </FirstLook>
            <ModelCard />
          </>
        )}
      </div>
    </main>
  )
}

/** The lesson, once there is more to see than one page: its curves, or what comes before them, the inside of its network, and other runs. */
function LessonStage({ curves }: { readonly curves: boolean }) {
  const tab = useAppState(shownTab)
  return (
    <main className="tabbed">
      <div className="stage-head">
        <StageTabs />
      </div>
      <div
        className={`stage ${KINDS[tab] ?? (curves ? 'curves of-lesson' : 'first')}`}
        id={STAGE_PANEL}
        role="tabpanel"
        aria-labelledby={tabId(tab)}
      >
        {tab === 'inside' && <InsideTab />}
        {tab === 'runs' && <RunsTab />}
        {tab === 'learning' && curves && (
          <>
            <PredictionPanel />
            <LossPanel />
            <PeriodPanel />
            <NumbersPanel />
          </>
        )}
        {tab === 'learning' && !curves && <LessonFirst />}
      </div>
    </main>
  )
}

/** The lesson's data and its network. */
function LessonFirst() {
  return (
    <>
      <DataPicture />
      <ModelCard />
    </>
  )
}

/** The main area: the data and the network before the first update or when asked about, else the curves. */
export function Stage() {
  const explaining = useAppState((state) => state.explaining)
  const curves = useAppState((state) => state.hasCurves) && !explaining
  useFocus(explaining)
  const series = useAppState(isSeriesRun)
  const isTabbed = useAppState((state) => tabsOf(state).length > 1)
  if (series) return <SeriesStage curves={curves} />
  // Where somebody asks for the explanations, these are all there is to see.
  return curves || (isTabbed && !explaining) ? (
    <LessonStage curves={curves} />
  ) : (
    <main className="stage first">
      <LessonFirst />
    </main>
  )
}
