import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { Forecast, ForecastFrom } from '@contract/run/forecast'
import type { RunRivals } from '@contract/run/run-scores'
import type { RunConfig } from '@contract/settings/run-config'
import type { OpenedSource } from '../../data/open-source'
import { regimeOf } from '../../data/windows/regime'
import type { NetworkSpec } from '../../network/shape/network-spec'
import type { Clock } from '../../system/clock'
import type { PackedParameters } from '../../training/evaluate/predict-pieces'
import type { Learner } from '../../training/learner'
import type { Emit } from '../emit'
import { createBackground } from './background'
import { forecastRun, planForecast } from './forecast-run'
import { type FoundRivals, findRivals } from './rivals'
import { type Scoring, scoreRun } from './score-run'

/** Milliseconds of training from one scoring to the next. */
const SCORE_INTERVAL = 3000
/** Milliseconds that an opening may take by the rivals. */
const AT_ONCE = 20
/** The part of the time that scores, and a forecast that somebody waits for, may take from a training. */
const SCORE_SHARE = 0.05
const FORECAST_SHARE = 0.5

/** What a judge must know of its run. */
export type Judged = {
  readonly id: string
  readonly source: OpenedSource
  readonly network: NetworkSpec
  readonly learner: Pick<Learner, 'updatesDone' | 'keepPacked'>
  readonly config: () => RunConfig
  readonly isTraining: () => boolean
}

/**
 * Tells how good a run is: its rivals once, `rivalsFound`; its scores, `scored`, at every rest and now and then in training;
 * a forecast when it is asked for. All of it in pieces beside the training, of which it changes nothing.
 */
export type Judge = {
  readonly started: () => void
  readonly rested: () => void
  /** Fails where it cannot go on by itself, or when the run ends or another forecast is asked for meanwhile. */
  readonly forecast: (from: ForecastFrom) => Promise<Result<Forecast>>
  /** What was found; null as long as it is looked for. */
  readonly rivals: () => RunRivals | null
  readonly dispose: () => void
}

/** Begins with the rivals. */
export function createJudge(
  { clock, emit }: { readonly clock: Clock; readonly emit: Emit },
  { id, source, network, learner, config, isTraining }: Judged,
): Judge {
  const background = createBackground(clock, isTraining)
  const { series } = source
  let rivals: FoundRivals | null = null
  let callOff: (() => void) | null = null
  /** What the last scores were of. */
  let scored = ''

  function* find(): Generator<void, void> {
    rivals = yield* findRivals(id, source, config())
    emit('rivalsFound', rivals.told)
    if (series && !isTraining()) score()
  }

  /** As it stands now; null for the lesson and as long as there are no rivals. */
  function scoringNow(): Scoring | null {
    if (!series || !rivals) return null
    return { series, network, regime: regimeOf(config()), rivals, update: learner.updatesDone() }
  }

  /** Work with the weights of this moment, which later updates do not take away. */
  function* withWeights(
    work: (scoring: Scoring, parameters: PackedParameters) => Generator<void, void>,
  ): Generator<void, void> {
    const now = scoringNow()
    if (!now) return
    const { parameters, release } = learner.keepPacked()
    try {
      yield* work(now, parameters)
    } finally {
      release()
    }
  }

  function score() {
    callOff?.()
    callOff = null
    const pieces = withWeights(function* (scoring, parameters) {
      const key = JSON.stringify([scoring.update, scoring.regime])
      if (key !== scored) {
        emit('scored', yield* scoreRun(scoring, parameters))
        scored = key
      }
      if (isTraining()) scoreLater()
    })
    background.begin('scores', { pieces, share: SCORE_SHARE })
  }

  function scoreLater() {
    callOff?.()
    callOff = series && clock.later(score, SCORE_INTERVAL)
  }

  /** Small ones are there at once. */
  function findAtOnce() {
    const pieces = find()
    const until = clock.now() + AT_ONCE
    while (clock.now() < until) if (pieces.next().done) return
    background.begin('rivals', { pieces, share: SCORE_SHARE })
  }

  findAtOnce()
  return {
    rivals: () => rivals?.told ?? null,
    started: scoreLater,
    rested: () => {
      if (series) score()
    },
    forecast: async (from) => {
      const { source: of } = config().data
      if (of.kind === 'lesson') return fail('invalid-setting', text('trainer.lessonForecast'))
      const now = scoringNow()
      if (!now) return fail('trainer-not-ready', text('trainer.loopTooEarly'))
      const plan = planForecast(now, of, from)
      if (!plan.ok) return plan
      return new Promise((tell) => {
        const pieces = withWeights(function* (scoring, parameters) {
          tell(ok(yield* forecastRun(scoring, plan.value, parameters)))
        })
        const onCalledOff = () => tell(fail('no-run', text('trainer.loopCalledOff')))
        background.begin('forecast', { pieces, share: FORECAST_SHARE, onCalledOff })
      })
    },
    dispose: () => {
      callOff?.()
      callOff = null
      background.dispose()
    },
  }
}
