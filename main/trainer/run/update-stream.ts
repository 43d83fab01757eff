import type { UpdateBatch } from '@contract/run/run'
import { UPDATE_CREDITS } from '@contract/wire/trainer-wire'

/** One update as the page is to see it. */
export type ShownUpdate = {
  readonly loss: number
  readonly gradientNorm: number
  /** Of the weights after it; NaN where they were not evaluated. */
  readonly validationLoss: number
  /** Place of its window's first time step, and distance between two, in the axis' unit. */
  readonly start: number
  readonly step: number
  /** [time step] */
  readonly inputs: Float32Array
  /** [time step, output]; NaN where a target is missing. */
  readonly targets: Float32Array
  /** [time step, output] */
  readonly predictions: Float32Array
}

/** Milliseconds between two batches: about one frame. */
const FRAME = 16
/** Flat out, where nobody can follow single updates, about two: a message costs page, shell and trainer much the same whatever is in it. */
const TWO_FRAMES = 33
/** Time steps that may wait for a page that does not keep up; then the training waits too. */
const MAX_WAITING_POINTS = 20_000

/**
 * Gathers updates and sends them in order, about once a frame, flat out in every second one, none lost. A batch costs a credit and the
 * page gives credits back, so that a page that hangs piles nothing up: `full` tells the run to wait.
 */
export type UpdateStream = {
  /** Begins a run whose next update is number `nextUpdate`; what was not sent of the last run is dropped. */
  open: (runId: string, nextUpdate: number) => void
  add: (record: ShownUpdate) => void
  /** Sends what waits if it is time and there is a credit; says whether nothing waits now. */
  flushIfDue: (now: number) => boolean
  /** Sends what waits at once, even without a credit: for the end of training, so that order is kept. */
  flush: (now: number) => void
  readonly full: () => boolean
  /** The page has taken in this many batches. */
  acknowledge: (batches: number) => void
  /** A new page: whatever the last one left unacknowledged is forgotten. */
  forgetPage: () => void
}

/** @param isFlatOut whether updates come as fast as the machine can make them */
export function createUpdateStream(
  send: (batch: UpdateBatch) => void,
  updatesPerSecond: () => number,
  isFlatOut: () => boolean,
): UpdateStream {
  let runId = ''
  let firstUpdate = 1
  let waiting: ShownUpdate[] = []
  let waitingPoints = 0
  let credits = UPDATE_CREDITS
  let sentAt = Number.NEGATIVE_INFINITY

  const flush = (now: number) => {
    if (waiting.length === 0) return
    const batch = gather(runId, firstUpdate, waiting, waitingPoints, updatesPerSecond())
    firstUpdate += waiting.length
    waiting = []
    waitingPoints = 0
    credits -= 1
    sentAt = now
    send(batch)
  }
  // Where so much comes that the page would have to hurry, and the training to wait for it, two frames are too long.
  const interval = () => (isFlatOut() && waitingPoints < MAX_WAITING_POINTS / 4 ? TWO_FRAMES : FRAME)
  return {
    open: (id, nextUpdate) => {
      runId = id
      firstUpdate = nextUpdate
      waiting = []
      waitingPoints = 0
    },
    add: (record) => {
      waiting.push(record)
      waitingPoints += record.inputs.length
    },
    flushIfDue: (now) => {
      if (credits > 0 && now - sentAt >= interval()) flush(now)
      return waiting.length === 0
    },
    flush,
    full: () => waitingPoints >= MAX_WAITING_POINTS,
    acknowledge: (batches) => {
      credits = Math.min(UPDATE_CREDITS, credits + batches)
    },
    forgetPage: () => {
      credits = UPDATE_CREDITS
    },
  }
}

function gather(
  runId: string,
  firstUpdate: number,
  records: readonly ShownUpdate[],
  points: number,
  updatesPerSecond: number,
): UpdateBatch {
  const [first] = records
  const outputs = first ? first.predictions.length / first.inputs.length : 1
  const batch = {
    runId,
    firstUpdate,
    losses: Float32Array.from(records, ({ loss }) => loss),
    gradientNorms: Float32Array.from(records, ({ gradientNorm }) => gradientNorm),
    validationLosses: Float32Array.from(records, ({ validationLoss }) => validationLoss),
    lengths: Uint32Array.from(records, ({ inputs }) => inputs.length),
    starts: Float64Array.from(records, ({ start }) => start),
    steps: Float64Array.from(records, ({ step }) => step),
    outputs,
    inputs: new Float32Array(points),
    targets: new Float32Array(points * outputs),
    predictions: new Float32Array(points * outputs),
    updatesPerSecond,
  }
  let offset = 0
  for (const { inputs, targets, predictions } of records) {
    batch.inputs.set(inputs, offset)
    batch.targets.set(targets, offset * outputs)
    batch.predictions.set(predictions, offset * outputs)
    offset += inputs.length
  }
  return batch
}
