import type { InsideAnswer, InsideQuestion } from '../inside/inside'
import type { Result } from '../result'
import type { EngineName } from '../run/engine-name'
import type { Forecast, ForecastFrom } from '../run/forecast'
import type { Pace } from '../run/pace'
import type { PartPredictions, PartPredictionsFrom } from '../run/parts/part-predictions'
import type { PauseRule } from '../run/pausing/pause-rules'
import type { RunId } from '../run-id'
import type { RunConfig } from '../settings/run-config'
import type { LiveSettings } from '../settings/settings'
import type { Futures, FuturesFrom } from '../timeline/futures'
import type { KeepableTouch } from '../timeline/kept-touches'
import type { Moment, MomentId, NearestState } from '../timeline/moment'
import type { Recomputing } from '../timeline/planned-changes'

/**
 * What the page may ask of a run, and main hands on to the trainer as it is. What is asked of a run names it, so that it never
 * befalls another one that was opened meanwhile: where the run is not open any more it fails with `no-run` and changes nothing.
 * Pace, engine and pause rules are wishes about all runs.
 */
export type RunRequests = {
  /** Makes a new network from the seed; the present run is set aside. */
  createRun: (config: RunConfig) => Result<void>
  /** Opens a run with the run's own initial weights again, whether they came from a seed or a file. */
  resetRun: (run: RunId) => Result<void>
  /** Trains to the goal; a finished run goes on for as many updates again. */
  startRun: (run: RunId) => Result<void>
  pauseRun: (run: RunId) => Result<void>
  /** Makes one update and pauses. */
  stepRun: (run: RunId) => Result<void>
  /** Opens a run, at rest, with the weights after the run's best update, as if they came from a file. */
  loadBest: (run: RunId) => Result<void>
  /**
   * Forecasts a series in closed loop. Fails where the network is not told by its own predictions what it sees next, which
   * names the inputs that are missing.
   */
  forecastFrom: (run: RunId, from: ForecastFrom) => Result<Forecast>
  /**
   * Makes a run again as it stood after an update, beside its training. A newer request takes the place of one that
   * is under way. Fails where the run has not made the update, or did before it was opened.
   */
  momentAt: (moment: MomentId) => Result<Moment>
  /** Tells at once what was carried on at the keyframe that is nearest to an update. Fails as `momentAt` does, but is never called off. */
  nearestState: (moment: MomentId) => Result<NearestState>
  /**
   * Tells what the network says of some rows of a part of the series, with the weights of now or of an earlier update. A newer
   * request takes the place of one that is under way. Fails for the lesson, and for rows that the part has not.
   */
  partPredictions: (asked: PartPredictionsFrom) => Result<PartPredictions>
  /**
   * Tells what goes on inside of the network at an update, and changes nothing of the run. A newer question takes the place of
   * one that is under way in its lane. Fails for an update that the run has not made; what cannot be told of one that it has
   * is in the answer.
   */
  inside: (question: InsideQuestion) => Result<InsideAnswer>
  /** Gives up a moment that is under way: its request fails. */
  cancelMoment: (moment: MomentId) => void
  /**
   * Tells what a run would do after some choices, of which it makes none: as many updates of each as there is time for. A newer
   * request or a change of the run calls off what is under way. Fails as `momentAt` does.
   */
  futuresOf: (asked: FuturesFrom) => Result<Futures>
  /** Opens a run that goes on from a moment of another, at rest; the other is set aside. */
  branchAt: (moment: MomentId) => Result<void>
  /**
   * Opens a run, at rest, that is another one up to before an update, which it is going to make after some touches: they are an
   * event of its log. The other is set aside. Fails for what its network has not, and for what no training can go on from.
   *
   * @param moment the first update that is made with the touches: one of the run's, or its next
   */
  keepTouches: (moment: MomentId, touches: readonly KeepableTouch[]) => Result<void>
  /**
   * Opens a run that is the present one but for one of its events, which is off or at another of its updates, and trains it to
   * where the present one stands, which is set aside. Both are the same up to the first update that differs; later events take
   * effect at their updates again.
   */
  recomputeWith: (what: Recomputing) => Result<void>
  /** Takes effect at the next update. */
  changeSettings: (run: RunId, settings: LiveSettings) => Result<void>
  /** The state that is carried into the next update is zeros, once; or is not to be after all. */
  wipeState: (run: RunId, wiped: boolean) => Result<void>
  /**
   * What the run was to change by itself at an update is not to be; or is to be after all, as long as the update has not been
   * made. Other changes stay as they are.
   */
  changePlanned: (run: RunId, update: number, planned: boolean) => Result<void>
  setPace: (pace: Pace) => Result<void>
  /** Takes effect at the next update. */
  setEngine: (engine: EngineName) => Result<void>
  /** When runs are to pause by themselves from now on, at most one rule of a kind. Each pauses a run once, until it is set anew. */
  setPauseRules: (rules: readonly PauseRule[]) => Result<void>
  /** Says that the page has taken in this many more `updates` events, so that as many more may be sent. */
  acknowledgeUpdates: (batches: number) => void
}
