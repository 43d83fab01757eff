import { type ProofVerdict, type RunProof, TOLERANCE } from '@contract/project/proof'
import type { OpenedSource } from '../../data/open-source'
import { arithmeticOf } from '../../network/shape/arithmetic'
import { shownUpdate } from '../../run/updating/shown-update'
import { createLogAt } from '../../timeline/log-at'
import { type ReplayedMoment, type ReplayedUpdate, replay } from '../../timeline/replay'
import type { PatientEngine } from '../../training/engine/patient-engine'
import type { Machine } from '../machine'
import type { ProjectFile } from '../read-project'
import { endDifference, type FrameIndex, recordedOf, updateDifference } from './recorded'

/** How a run is made again. */
export type MakingAgain = {
  readonly engine: () => PatientEngine
  /** What it is proven on. */
  readonly machine: Machine
  /** Called after each piece of work, which is as long as one call of an engine; the proof goes on when it ends. */
  readonly rest: () => Promise<void>
  /** Calls the proof off, after the piece that is under way. */
  readonly signal: AbortSignal
}

/** Updates from one keyframe to the next. */
export type Segment = { readonly index: number; readonly from: number; readonly to: number }

/** What a segment came to. */
type Found = {
  readonly updates: number
  readonly identical: number
  /** The largest relative difference in it. */
  readonly difference: number
  /** The first update that is off by more than rounding, and by how much; null where none is. */
  readonly first: { readonly update: number; readonly difference: number } | null
  /** The first update that is not in the record; null where all are. */
  readonly unrecorded: number | null
}

/** The segments of a run, in order. */
export function segmentsOf({ manifest: { keyframes } }: ProjectFile): readonly Segment[] {
  return keyframes.slice(1).map(({ update }, i) => {
    return { index: i, from: keyframes[i]?.update ?? 0, to: update }
  })
}

/** Updates in some segments. */
export function updatesIn(segments: readonly Segment[]): number {
  return segments.reduce((sum, { from, to }) => sum + to - from, 0)
}

/**
 * Makes the updates of some segments again and compares each with the record, and what they lead to with the next keyframe. Null
 * when it was called off.
 *
 * @param frames where the record lies
 * @param source what the run learns from
 * @param progress hears of the updates that were made
 */
export async function proveRun(
  project: ProjectFile,
  frames: FrameIndex,
  source: OpenedSource,
  asked: readonly Segment[],
  how: MakingAgain,
  progress: (updates: number) => void,
): Promise<RunProof | null> {
  const found: Found[] = []
  let before = 0
  for (const segment of asked) {
    const one = await proveSegment(project, frames, source, segment, how, (done) => progress(before + done))
    if (!one) return null
    found.push(one)
    before += segment.to - segment.from
  }
  return {
    updates: found.reduce((sum, one) => sum + one.updates, 0),
    identical: found.reduce((sum, one) => sum + one.identical, 0),
    segments: asked.length,
    segmentsInAll: segmentsOf(project).length,
    verdict: verdictOf(found, project, how.machine),
  }
}

function verdictOf(found: readonly Found[], project: ProjectFile, machine: Machine): ProofVerdict {
  const difference = Math.max(0, ...found.map((one) => one.difference))
  const [first] = found.flatMap((one) => one.first ?? [])
  if (first) return { kind: isComputedOtherwise(project) ? 'computed-otherwise' : 'different', ...first }
  const [missing] = found.flatMap((one) => one.unrecorded ?? [])
  if (missing !== undefined) return { kind: 'unrecorded', update: missing }
  if (difference === 0) return { kind: 'identical' }
  return { kind: 'close', difference, because: reasonOf(project, machine) }
}

async function proveSegment(
  project: ProjectFile,
  frames: FrameIndex,
  source: OpenedSource,
  { index, from, to }: Segment,
  { engine, rest, signal }: MakingAgain,
  progress: (updates: number) => void,
): Promise<Found | null> {
  const { run } = project
  const [begin, end] = [await project.keyframe(index), await project.keyframe(index + 1)]
  const recorded = await recordedOf(project, frames, from, to)
  const pieces = replay({
    from: begin.snapshot,
    to,
    source,
    engine,
    ...createLogAt(run.events ?? [], run.config),
  })
  let [identical, difference] = [0, 0]
  let first: Found['first'] = null
  let unrecorded: Found['unrecorded'] = null
  let done = from

  function compare(made: ReplayedUpdate) {
    done = made.update
    const shown = shownUpdate(source, made.window, made, Number.NaN)
    const apart = updateDifference(shown, recorded, made.update)
    if (apart === null) {
      unrecorded ??= made.update
      return
    }
    if (apart === 0) identical += 1
    difference = Math.max(difference, apart)
    if (apart > TOLERANCE) first ??= { update: made.update, difference: apart }
  }

  let moment: ReplayedMoment | null = null
  try {
    while (!moment) {
      const piece = pieces.next()
      if (piece.done) moment = piece.value
      else for (const made of piece.value) compare(made)
      progress(done - from)
      await rest()
      if (signal.aborted) return null
    }
  } finally {
    pieces.return(undefined as never)
  }
  // An update that broke the run here was none where it was saved.
  const apart = moment.broke ? Number.POSITIVE_INFINITY : endDifference(moment.snapshot, end.snapshot)
  const last = moment.broke ? done + 1 : to
  if (apart > 0 && identical === to - from) identical -= 1
  difference = Math.max(difference, apart)
  if (apart > TOLERANCE) first ??= { update: last, difference: apart }
  return { updates: to - from, identical, difference, first, unrecorded }
}

/** Whether it was saved by a version of Unroll that computes such a network in another order. */
function isComputedOtherwise({ manifest, run }: ProjectFile): boolean {
  return manifest.arithmetic !== arithmeticOf(run.config.network)
}

/** What is otherwise here than where a project was saved, and rounds otherwise. */
function reasonOf(project: ProjectFile, { writer }: Machine): 'version' | 'processor' | 'tensorflow' | null {
  if (isComputedOtherwise(project)) return 'version'
  const { manifest } = project
  if (manifest.writer.tensorflow !== writer.tensorflow) return 'tensorflow'
  return manifest.writer.processor === writer.processor ? null : 'processor'
}
