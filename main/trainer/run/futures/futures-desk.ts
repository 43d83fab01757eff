import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunState } from '@contract/run/run'
import { parseSettings } from '@contract/settings/parse-settings'
import { settingsOf } from '@contract/settings/settings'
import type { Future, Futures, FuturesFrom } from '@contract/timeline/futures'
import { eventsUpTo } from '@contract/timeline/settings-events'
import type { OpenedSource } from '../../data/open-source'
import { describeNetwork } from '../../network/shape/describe-network'
import type { NetworkSpec } from '../../network/shape/network-spec'
import type { Clock } from '../../system/clock'
import type { ReplayedUpdate } from '../../timeline/replay'
import { createPatientEngine, eagerAtOnce, type PatientEngine } from '../../training/engine/patient-engine'
import type { Learner } from '../../training/learner'
import { createBackground } from '../judging/background'
import type { Moments } from '../moments/moments'
import { type FutureBegin, futureOf, replayOf } from './future'

/** Milliseconds of updates for all choices together: as long as somebody whose hand rests does not wait. */
const BUDGET = 150
/** Milliseconds of the first update of all choices from which on a recording would not bring many more. */
const WORTH_RECORDING = 2 * BUDGET
/** Parameters beyond which not all choices are in memory side by side: one update of each, one after the other. */
const MOST_SIDE_BY_SIDE = 2_000_000
/** The part of the time that it may take from a training. */
const SHARE = 0.5

/** Tells what a run would do after some choices, beside its training, of which it changes nothing. */
export type FuturesDesk = {
  /**
   * Fails with `invalid-setting` where a choice does not go together with the rest, with `no-run` when others are asked for
   * meanwhile, the run changes or ends, and as `Moments.at` does.
   */
  readonly of: (asked: FuturesFrom) => Promise<Result<Futures>>
  /** The run is another than it was: what is under way is of no use any more. */
  readonly callOff: () => void
  readonly dispose: () => void
}

/** What futures must know of their run. */
export type Foreseen = {
  readonly id: string
  readonly source: OpenedSource
  readonly learner: Pick<Learner, 'snapshot'>
  readonly network: NetworkSpec
  readonly state: () => Pick<RunState, 'config' | 'events' | 'planned'>
  /** What the run's own updates are made with. */
  readonly engine: () => PatientEngine
  readonly isTraining: () => boolean
}

export function createFuturesDesk(clock: Clock, run: Foreseen, moments: Pick<Moments, 'at'>): FuturesDesk {
  const { id, source, network, learner, state, isTraining } = run
  const background = createBackground(clock, isTraining)
  // An engine of its own: what it records must push none of the run's recordings out.
  const compiled: PatientEngine = { ...createPatientEngine(() => {}), updatesPerCall: () => 1 }
  const engine = () => (run.engine() === eagerAtOnce ? eagerAtOnce : compiled)
  let newest = 0

  /** Where the choices are made; null as long as that is now. */
  async function past(update: number | null): Promise<Result<FutureBegin | null>> {
    if (update === null) return ok(null)
    const moment = await moments.at(update)
    if (!moment.ok) return moment
    const { config, snapshot } = moment.value
    return ok({ config, events: eventsUpTo(state().events, update), planned: [], present: snapshot })
  }

  /**
   * Records to the end what the first updates have begun: once for a network, whatever is chosen of it afterwards.
   *
   * @returns whether there was anything to record
   */
  function* record(): Generator<void, boolean> {
    const isNew = engine().isPreparing()
    while (engine().isPreparing()) {
      if (engine().canPrepare()) engine().prepare()
      yield
    }
    return isNew
  }

  function* foresee(
    begin: FutureBegin,
    { choices, updates }: FuturesFrom,
  ): Generator<void, readonly Future[]> {
    const most = describeNetwork(network).parameterCount > MOST_SIDE_BY_SIDE ? 1 : updates
    const all = choices.map((choice) => ({
      pieces: replayOf(begin, choice, most, source, engine),
      made: [] as ReplayedUpdate[],
      isBroken: false,
    }))
    try {
      let [spent, lastRound] = [0, 0]
      for (let round = 1; round <= most && (round === 1 || spent + lastRound <= BUDGET); round += 1) {
        const before = spent
        for (const future of all) {
          while (!future.isBroken && future.made.length < round) {
            const began = clock.now()
            const piece = future.pieces.next()
            spent += clock.now() - began
            if (piece.done) future.isBroken = true
            else future.made.push(...piece.value)
            yield
          }
          // It stands in memory no longer than it has to.
          if (round === most) future.pieces.return(undefined as never)
        }
        lastRound = spent - before
        if (round > 1) continue
        if (lastRound > WORTH_RECORDING) compiled.abandon()
        // Those to come take less time than the first, which is none of theirs.
        else if (yield* record()) [spent, lastRound] = [0, 0]
      }
      return all.map(({ made, isBroken }) => futureOf(made, isBroken, source))
    } finally {
      for (const { pieces } of all) pieces.return(undefined as never)
      // What is not whole yet would keep others from beginning anything.
      compiled.abandon()
    }
  }

  return {
    of: async (asked) => {
      newest += 1
      const mine = newest
      background.callOff('futures')
      const calledOff = () => fail('no-run', text('futures.calledOff'))
      const then = await past(asked.update)
      if (!then.ok) return then
      if (mine !== newest) return calledOff()
      const { config, events, planned } = state()
      const begin = then.value ?? { config, events, planned, present: learner.snapshot() }
      for (const { settings } of asked.choices) {
        const checked = parseSettings({ ...settingsOf(begin.config), ...settings })
        if (!checked.ok) return checked
      }
      return new Promise((tell) => {
        const pieces = (function* () {
          const futures = yield* foresee(begin, asked)
          const updates = Math.max(1, ...futures.map(({ losses }) => losses.length))
          tell(ok({ runId: id, update: begin.present.updatesDone, updates, futures }))
        })()
        background.begin('futures', { pieces, share: SHARE, onCalledOff: () => tell(calledOff()) })
      })
    },
    callOff: () => {
      newest += 1
      background.callOff('futures')
    },
    dispose: () => {
      newest += 1
      background.dispose()
      compiled.dispose()
    },
  }
}
