import { type Say, sayIn } from '@contract/language/say'
import { text } from '@contract/language/texts'
import type { RunDescription } from '@contract/run/run'
import { useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { recordedLoss } from '../../store/selectors/moments'
import { programShown } from '../../store/selectors/preset-selectors'
import { presentName } from '../../store/selectors/run-selectors'
import { isWorseThanRule, phaseMark, statusText } from '../../store/selectors/selectors'
import type { AppState } from '../../store/state/app-state'
import { formatCount, formatLoss, formatRate } from '../../store/words/format'
import { RunsButton } from '../run-list/Runs'
import { useLive, writeText } from '../use-live'
import { EngineSelect } from './EngineSelect'
import { LanguageSelect } from './LanguageSelect'
import { StatusAnnouncer } from './StatusAnnouncer'

function drawUpdates(element: HTMLElement, { run, progress }: AppState, say: Say) {
  const goal = run ? formatCount(run.goal, say) : '–'
  writeText(element, `${formatCount(progress.updatesDone, say)} / ${goal}`)
}

function drawLoss(element: HTMLElement, { progress }: AppState, say: Say) {
  writeText(element, formatLoss(progress.loss, say))
}

function drawMean(element: HTMLElement, { progress }: AppState, say: Say) {
  writeText(element, formatLoss(progress.meanLoss, say))
}

function drawRate(element: HTMLElement, { trainer, progress }: AppState, say: Say) {
  // A trainer that has died cannot say any more that its rate is nothing.
  writeText(element, formatRate(trainer.kind === 'ready' ? progress.updatesPerSecond : 0, say))
}

function originWords(state: AppState): string {
  const { description, language } = state
  if (!description) return ''
  const { branch } = description
  const say = sayIn(language)
  const words = branch ? say('status.branchOf', { update: branch.update }) : weightsWords(description, say)
  const name = presentName(state)
  return name === null ? words : `${name} · ${words}`
}

function weightsWords({ origin }: RunDescription, say: Say): string {
  switch (origin.kind) {
    case 'seed':
      return say('status.weightsFromSeed', { seed: origin.seed })
    case 'file':
      return say('status.weightsLoaded', { file: origin.name })
    case 'best':
      return say('status.weightsOfBest', { update: origin.update })
  }
}

function versions({ trainer }: AppState): string {
  return trainer.kind === 'ready' ? `TensorFlow ${trainer.tensorflow} · tfjs-node ${trainer.tfjs}` : ''
}

function Figure(props: {
  readonly name: string
  readonly draw: (e: HTMLElement, s: AppState, say: Say) => void
  readonly id: string
}) {
  const ref = useLive<HTMLSpanElement>(props.draw)
  return (
    <span className="figure">
      <span className="figure-name">{props.name}</span>{' '}
      <span ref={ref} className="figure-value" data-testid={props.id} />
    </span>
  )
}

/** That it is not now what the charts mark: the other figures are those of the run as it stands. */
function LookingAt() {
  const { history } = useWorld()
  const draw = useCallback(
    (element: HTMLElement, { marked: update }: AppState, say: Say) => {
      if (update === null) return
      const loss = text('figures.loss', { value: recordedLoss(history, update) })
      writeText(element, say('status.looking', { update, loss }))
    },
    [history],
  )
  const ref = useLive<HTMLSpanElement>(draw)
  return <span ref={ref} className="status-looking" data-testid="status-looking" />
}

/** The bar at the bottom: what is, in numbers and few words. */
export function StatusBar() {
  const say = useSay()
  const phase = useAppState((state) => say(statusText(state)))
  const mark = useAppState(phaseMark)
  const worse = useAppState(isWorseThanRule)
  const origin = useAppState(originWords)
  const told = useAppState(versions)
  const past = useAppState((state) => state.marked !== null)
  const mean = useAppState((state) => programShown(state)?.showsRunningMean ?? false)
  return (
    <footer className="status-bar">
      <span className="status-phase" data-phase={mark} data-worse={worse || undefined}>
        <span className="status-dot" aria-hidden="true" />
        <span data-testid="status-phase">{phase}</span>
      </span>
      {past && <LookingAt />}
      <Figure name={say('status.updates')} draw={drawUpdates} id="status-updates" />
      <Figure name={say('status.loss')} draw={drawLoss} id="status-loss" />
      {mean && <Figure name={say('status.meanLoss')} draw={drawMean} id="running-mean" />}
      <Figure name={say('status.updatesPerSecond')} draw={drawRate} id="status-rate" />
      <span className="status-origin" data-testid="status-origin" title={origin}>
        {/* Where it began gives way to where it is looked at. */}
        {!past && origin}
      </span>
      <RunsButton />
      <EngineSelect />
      <span className="status-versions" data-testid="status-versions" title={told}>
        {/* Room for what is looked at, so that the bar grows no second line under the rail. */}
        {!past && told}
      </span>
      <LanguageSelect />
      <StatusAnnouncer />
    </footer>
  )
}
