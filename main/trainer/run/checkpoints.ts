import type { Clock } from '../system/clock'
import type { Learner } from '../training/learner'
import type { Snapshot } from '../training/snapshot/snapshot'
import {
  type Checkpoint,
  encodeInitial,
  encodePresent,
  encodePresentInParts,
} from '../weights/checkpoint/checkpoint'
import { bytesOfSnapshot } from '../weights/checkpoint/checkpoint-arrays'
import type { FileInParts } from '../weights/safetensors/writer'
import type { Emit } from './emit'

/** Milliseconds of training that a death of the process may cost, where checkpoints are cheap: main writes each to the disk, and
 * what is older than a second is to be there. */
const INTERVAL = 500
/** The part of the time that checkpoints may take from training. */
const SHARE = 0.05
/** The part of an update's time that parts may take after it, where that is more than one. */
const PART_SHARE = 0.1
/** Bytes that are read, written and sent in about ten milliseconds: a larger checkpoint is told in parts of this size. */
const PART_BYTES = 4 * 1024 * 1024

/**
 * Tells main where a run stands. A checkpoint is one instant of the run. A small one is told in that instant. A large one
 * would hold the updates up for a quarter of a second, so that it is begun in that instant, its tensors are held, and it is
 * told in parts between updates; until it is whole the last one counts.
 */
export type Checkpoints = {
  /** Tells where the run stands now, whole: at a rest, where no update waits. */
  readonly tell: () => void
  /** The same between two updates, where it is time for one; a large one is begun. */
  readonly tellIfDue: (now: number) => void
  /**
   * Whether a part is to be told now: after each update one, or as many as take a tenth of its time, and more while none
   * can be made.
   *
   * @param untilDue milliseconds until the next update is due
   */
  readonly isPartNext: (untilDue: number) => boolean
  readonly tellPart: () => void
  /** An update was made, or several in a call, in so many milliseconds. */
  readonly updated: (took: number) => void
  /** Gives up the one that is being told, because the run is no more as it says. */
  readonly callOff: () => void
}

/** A large checkpoint under way. */
type Underway = {
  readonly updatesDone: number
  readonly file: FileInParts
  readonly release: () => void
  /** Bytes that were told. */
  told: number
  /** Milliseconds that it took from the training. */
  spent: number
}

/**
 * @param begin what the run began with
 * @param present the checkpoint of this instant, with the arrays that it is given
 */
export function createCheckpoints(
  { clock, emit }: { readonly clock: Clock; readonly emit: Emit },
  begin: Checkpoint,
  learner: Pick<Learner, 'updatesDone' | 'view' | 'hold'>,
  present: (arrays: Snapshot) => Checkpoint,
): Checkpoints {
  const isLarge = bytesOfSnapshot(begin.present) > PART_BYTES
  let dueAt = clock.now()
  let initialTold = false
  let underway: Underway | null = null
  /** Milliseconds that the parts have yet to get. */
  let owed = 0

  /** What a checkpoint has taken is earned back before the next one. */
  function spend(milliseconds: number) {
    dueAt = clock.now() + Math.max(INTERVAL, milliseconds / SHARE)
  }

  function callOff() {
    if (!underway) return
    underway.release()
    spend(underway.spent)
    underway = null
  }

  function tell() {
    callOff()
    const began = clock.now()
    emit('checkpointTaken', {
      runId: begin.id,
      updatesDone: learner.updatesDone(),
      present: encodePresent(present(learner.view())),
      initial: initialTold ? null : encodeInitial(begin),
    })
    initialTold = true
    spend(clock.now() - began)
  }

  function hold() {
    const began = clock.now()
    const { snapshot, release } = learner.hold()
    const file = encodePresentInParts(present(snapshot), PART_BYTES)
    underway = { updatesDone: snapshot.updatesDone, file, release, told: 0, spent: clock.now() - began }
  }

  return {
    tell,
    tellIfDue: (now) => {
      if (underway || now < dueAt) return
      if (isLarge) hold()
      else tell()
    },
    isPartNext: (untilDue) => underway !== null && (owed > 0 || untilDue > 0),
    tellPart: () => {
      if (!underway) return
      const { updatesDone, file, told } = underway
      const began = clock.now()
      const { value: bytes } = file.parts.next()
      if (!bytes) return callOff()
      emit('checkpointPart', { runId: begin.id, updatesDone, from: told, total: file.bytes, bytes })
      underway.told += bytes.length
      const took = clock.now() - began
      underway.spent += took
      owed -= Math.max(took, Number.MIN_VALUE)
      if (underway.told === file.bytes) callOff()
    },
    updated: (took) => {
      owed = Math.max(took * PART_SHARE, Number.MIN_VALUE)
    },
    callOff,
  }
}
