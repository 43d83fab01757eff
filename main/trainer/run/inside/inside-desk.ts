import type { InsideAnswer, InsideFound, InsideQuestion } from '@contract/inside/inside'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunState } from '@contract/run/run'
import type { OpenedSource } from '../../data/open-source'
import { describeNetwork } from '../../network/shape/describe-network'
import type { Clock } from '../../system/clock'
import { createLogAt } from '../../timeline/log-at'
import { unpackSnapshot } from '../../timeline/packed-snapshot'
import type { Learner } from '../../training/learner'
import { readInPieces } from '../../training/snapshot/read-in-pieces'
import type { Snapshot } from '../../training/snapshot/snapshot'
import { createBackground } from '../judging/background'
import type { Moments } from '../moments/moments'
import { createSettingsLog } from '../updating/settings-log'
import { viewOf } from './inside-views'
import { type LookFrom, lookInto } from './look'

/** The part of the time that it may take from a training: with the views open it goes on nearly as fast as without. */
const SHARE = 0.01

/** Parameters of a network from which on it is read in pieces. */
const LARGE = 250_000

/** Tells what goes on inside of the network of a run, in pieces beside the training, of which it changes nothing. */
export type InsideDesk = {
  /**
   * Fails with `no-run` when another question is asked in the same lane, or the run ends, with `invalid-setting` for an update
   * that the run has not made, and as `Moments.at` does.
   */
  readonly tell: (question: InsideQuestion) => Promise<Result<InsideAnswer>>
  readonly dispose: () => void
}

/** What it must know of the run. */
export type LookedInto = {
  readonly id: string
  readonly source: OpenedSource
  readonly initial: Snapshot
  readonly learner: Pick<Learner, 'snapshot' | 'hold' | 'updatesDone'>
  readonly state: () => Pick<RunState, 'config' | 'events' | 'planned'>
  readonly isTraining: () => boolean
}

export function createInsideDesk(
  clock: Clock,
  run: LookedInto,
  moments: Pick<Moments, 'at' | 'keyframesUpTo'>,
): InsideDesk {
  const { id, source, initial, learner, state, isTraining } = run
  const background = createBackground(clock, isTraining)
  const newest = { live: 0, slow: 0 }
  const isLarge = describeNetwork(initial.network).parameterCount > LARGE

  /** How the training stood before an update; null where that is now. */
  async function before(update: number | null): Promise<Result<Snapshot | null>> {
    if (update === null || update === learner.updatesDone() + 1) return ok(null)
    const [first, last] = [initial.updatesDone + 1, learner.updatesDone()]
    if (update < first || update > last)
      return fail('invalid-setting', text('inside.noUpdate', { first, last, update }))
    const moment = await moments.at(update - 1, 'inside')
    return moment.ok ? ok(moment.value.snapshot) : moment
  }

  function kept(before: number): readonly Snapshot[] {
    return moments.keyframesUpTo(before, 'file').map((packed) => {
      // They are looked at between updates, which may make the rows another keyframe's.
      const numbers = packed.numbers.slice()
      return unpackSnapshot({ ...packed, numbers }, initial)
    })
  }

  /** @param past null where it is looked at how the training stands now, whatever comes between two pieces */
  function* lookFrom(past: Snapshot | null): Generator<void, LookFrom> {
    const now = createSettingsLog(state())
    // What is planned for the update that comes next is in force in it.
    now.reach(learner.updatesDone() + 1)
    const log = createLogAt(now.events(), now.config())
    const snapshot = past ?? (isLarge ? yield* readInPieces(learner.hold()) : learner.snapshot())
    return { source, snapshot, initial, kept, log }
  }

  return {
    tell: async ({ update, asks, lane, sequence = 0 }) => {
      const { batch } = state().config.training
      if (sequence >= batch) return fail('invalid-setting', text('inside.noSequence', { batch, sequence }))
      newest[lane] += 1
      const mine = newest[lane]
      background.callOff(lane)
      const calledOff = () => fail('no-run', text('inside.calledOff'))
      const found = await before(update)
      if (!found.ok) return found
      if (mine !== newest[lane]) return calledOff()
      return new Promise((tell) => {
        const pieces = (function* () {
          const look = yield* lookInto(yield* lookFrom(found.value), sequence)
          const told: InsideFound[] = []
          for (const ask of asks) {
            yield
            told.push(yield* viewOf(look, ask))
          }
          tell(ok({ runId: id, update: look.update, told }))
        })()
        background.begin(lane, { pieces, share: SHARE, onCalledOff: () => tell(calledOff()) })
      })
    },
    dispose: () => {
      newest.live += 1
      newest.slow += 1
      background.dispose()
    },
  }
}
