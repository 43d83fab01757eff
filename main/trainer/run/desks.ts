import type { Learner } from '../training/learner'
import { createFuturesDesk, type Foreseen } from './futures/futures-desk'
import { createInsideDesk } from './inside/inside-desk'
import type { Judged } from './judging/judge'
import { createMoments, type Moments, type Remembered } from './moments/moments'
import { createPartDesk } from './parts/part-desk'
import type { Run, RunTools } from './run-types'

/** What a run is asked that changes nothing of it. */
export type Desks = {
  readonly moments: Moments
  /** Those parts of a run that answer. */
  readonly answers: Pick<
    Run,
    | 'moment'
    | 'partPredictions'
    | 'callOffMoment'
    | 'futures'
    | 'inside'
    | 'keyframesUpTo'
    | 'nearestKeyframe'
    | 'chosenKeyframes'
  >
  /** The run is another than it was: what would come of it is of no use any more. */
  readonly callOffFutures: () => void
  readonly dispose: () => void
}

/** The run, for all of them. */
export type Asked = Judged & Remembered & Foreseen & { readonly learner: Learner }

export function createDesks(tools: Pick<RunTools, 'clock' | 'emit' | 'goesBack'>, run: Asked): Desks {
  const { clock } = tools
  const moments = createMoments(tools, run)
  const parts = createPartDesk(clock, run, moments)
  const futures = createFuturesDesk(clock, run, moments)
  const inside = createInsideDesk(clock, run, moments)
  return {
    moments,
    answers: {
      moment: moments.at,
      callOffMoment: moments.callOff,
      keyframesUpTo: moments.keyframesUpTo,
      nearestKeyframe: moments.nearest,
      chosenKeyframes: moments.chosenKeyframes,
      partPredictions: parts.predict,
      futures: futures.of,
      inside: inside.tell,
    },
    callOffFutures: futures.callOff,
    dispose: () => {
      for (const desk of [parts, futures, inside, moments]) desk.dispose()
    },
  }
}
