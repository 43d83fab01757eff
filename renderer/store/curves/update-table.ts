import type { Result } from '@contract/result'
import type { UpdateBatch } from '@contract/run/run'
import type { UpdateTable } from '@contract/run/update-table'
import type { Curve, Plotted } from './curve'
import type { History, OutputCurves } from './history'
import type { Stretch } from './steps/steps'

/** Time steps in a part, about: what is handed over at one time must not keep anybody waiting. */
const POINTS_AT_ONCE = 50_000

/** Reads some updates of the run that is seen, piece by piece, out of its record where they are not in memory. */
export type ReadUpdates = (stretch: Stretch) => AsyncIterable<Result<UpdateTable>>

/** All updates that the page shows now, in the stretches that they are handed over in. */
export function tableStretches(history: History): Stretch[] {
  const end = history.updates
  const stretches: Stretch[] = []
  for (let from = 0; from < end; ) {
    const to = endOfPart(history, from, end)
    stretches.push({ first: history.firstUpdate + from, last: history.firstUpdate + to - 1 })
    from = to
  }
  return stretches
}

/** Where the time steps of an update begin; those of the one after the last, where they all end. */
function startOf({ updates, points, starts }: History, index: number): number {
  return index < updates ? (starts.data[index] ?? 0) : points
}

/** The update before which a part ends that begins with `from`: it has one at least. */
function endOfPart(history: History, from: number, end: number): number {
  const most = startOf(history, from) + POINTS_AT_ONCE
  let to = from + 1
  while (to < end && startOf(history, to + 1) <= most) to += 1
  return to
}

/** Copies of some updates; null where their time steps are not in memory. */
export function tablePart(history: History, { first, last }: Stretch): UpdateTable | null {
  const [from, to] = [first - history.firstUpdate, last + 1 - history.firstUpdate]
  const [begin, end] = [startOf(history, from), startOf(history, to)]
  if (!history.steps.has(begin, end)) return null
  const ofUpdates = ({ values }: Curve) => values.data.slice(from, to)
  const { outputs } = history
  const ofOutputs = (of: (output: OutputCurves) => Plotted) =>
    Float32Array.from({ length: (end - begin) * outputs.length }, (_, i) => {
      const output = outputs[i % outputs.length]
      return output ? of(output).at(begin + Math.floor(i / outputs.length)) : Number.NaN
    })
  return {
    firstUpdate: first,
    losses: ofUpdates(history.losses),
    gradientNorms: ofUpdates(history.gradientNorms),
    validationLosses: history.validation.between(first, to - from),
    lengths: Uint32Array.from(
      { length: to - from },
      (_, i) => startOf(history, from + i + 1) - startOf(history, from + i),
    ),
    starts: history.places.data.slice(from, to),
    steps: history.distances.data.slice(from, to),
    outputs: outputs.length,
    facts: history.facts,
    inputs: Float32Array.from({ length: end - begin }, (_, i) => history.inputs.at(begin + i)),
    targets: ofOutputs(({ targets }) => targets),
    predictions: ofOutputs(({ predictions }) => predictions),
  }
}

/** The same of updates that were read from the record. */
export function recordedPart(
  { runId: _, updatesPerSecond: __, ...table }: UpdateBatch,
  facts: UpdateTable['facts'],
): UpdateTable {
  return { ...table, facts }
}
