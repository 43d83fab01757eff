import { type Proof, type ProofProgress, type ProofScope, TOLERANCE } from '@contract/project/proof'
import type { OpenedSource } from '../data/open-source'
import { shownUpdate } from '../run/updating/shown-update'
import { createLogAt } from '../timeline/log-at'
import { type ReplayedMoment, type ReplayedUpdate, replay } from '../timeline/replay'
import type { PatientEngine } from '../training/engine/patient-engine'
import { checkedRun } from './checked-run'
import type { Machine } from './machine'
import { RECORD } from './members'
import type { ProjectFile } from './read-project'
import { endDifference, type FrameIndex, indexFrames, recordedOf, updateDifference } from './recorded'

/** How a project is proven. */
export type ProvingOptions = {
  readonly scope: ProofScope
  /** What its run learns from. */
  readonly source: OpenedSource
  readonly engine: () => PatientEngine
  /** What it is proven on. */
  readonly machine: Machine
  /** Called after each piece of work, which is as long as one call of an engine; the proof goes on when it ends. */
  readonly rest: () => Promise<void>
  readonly progress: (progress: ProofProgress) => void
  /** Calls the proof off, after the piece that is under way. */
  readonly signal: AbortSignal
}

/** Updates from one keyframe to the next. */
type Segment = { readonly index: number; readonly from: number; readonly to: number }

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

/**
 * Makes updates of a project again, from each keyframe to the next and never further, as rounding that differs grows with
 * every update; compares each with the record, and what they lead to with the next keyframe. Null when it was called off.
 * Before that the file is read as it is to be opened, to its end and whatever the scope: a proof rests on nothing that was not
 * held against its hash.
 *
 * @throws ProjectFault where the file is not as Unroll writes it: wherever it could not be opened
 */
export async function prove(project: ProjectFile, options: ProvingOptions): Promise<Proof | null> {
  const { keyframes } = project.manifest
  const all = keyframes.slice(1).map(({ update }, i): Segment => {
    return { index: i, from: keyframes[i]?.update ?? 0, to: update }
  })
  const asked = options.scope === 'all' ? all : all.slice(-1)
  const of = asked.reduce((sum, { from, to }) => sum + to - from, 0)
  const frames = await checked(project, options)
  if (!frames) return null
  const found: Found[] = []
  let before = 0
  for (const segment of asked) {
    const one = await proveSegment(project, frames, segment, options, (done) =>
      options.progress({ updates: before + done, of }),
    )
    if (!one) return null
    found.push(one)
    before += segment.to - segment.from
  }
  const updates = found.reduce((sum, one) => sum + one.updates, 0)
  const identical = found.reduce((sum, one) => sum + one.identical, 0)
  const difference = Math.max(0, ...found.map((one) => one.difference))
  const [first] = found.flatMap((one) => one.first ?? [])
  const counts = { updates, identical, segments: asked.length, segmentsInAll: all.length }
  if (first) return { ...counts, verdict: { kind: 'different', ...first } }
  const [missing] = found.flatMap((one) => one.unrecorded ?? [])
  if (missing !== undefined) return { ...counts, verdict: { kind: 'unrecorded', update: missing } }
  if (difference === 0) return { ...counts, verdict: { kind: 'identical' } }
  return { ...counts, verdict: { kind: 'close', difference, because: reasonOf(project, options.machine) } }
}

/** Where the frames of the record lie, when all of the file is as it should be; null when it was called off. */
async function checked(
  project: ProjectFile,
  { scope, rest, signal }: Pick<ProvingOptions, 'scope' | 'rest' | 'signal'>,
): Promise<FrameIndex | null> {
  const between = async () => {
    await rest()
    signal.throwIfAborted()
  }
  try {
    await checkedRun(project, '', between)
    const frames = await indexFrames(project, between)
    // Keyframes and record were read; of the others a run may leave some alone.
    if (scope === 'all')
      for (const member of project.manifest.members.keys())
        if (!member.startsWith('keyframes/') && member !== RECORD) await project.check(member)
    return frames
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error
    return null
  }
}

async function proveSegment(
  project: ProjectFile,
  frames: FrameIndex,
  { index, from, to }: Segment,
  { source, engine, rest, signal }: ProvingOptions,
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

/** What is otherwise here than where a project was saved, and rounds otherwise. */
function reasonOf({ manifest }: ProjectFile, { writer }: Machine): 'processor' | 'tensorflow' | null {
  if (manifest.writer.tensorflow !== writer.tensorflow) return 'tensorflow'
  return manifest.writer.processor === writer.processor ? null : 'processor'
}
