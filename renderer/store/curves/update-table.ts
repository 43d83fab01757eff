import type { UpdateTable } from '@contract/run/update-table'
import type { Curve } from './curve'
import type { History, OutputCurves } from './history'
import { interleaved } from './places'

/** Time steps in a part, about: what is handed over at one time must not keep anybody waiting. */
const POINTS_AT_ONCE = 50_000

/**
 * Copies of all updates that the page holds now, part after part, each made when it is asked for. Copies, because a view
 * would take the whole of the growing array behind it over the wire.
 */
export function* tableParts(history: History): Generator<UpdateTable> {
  const end = history.updates
  for (let from = 0; from < end; ) {
    const to = endOfPart(history, from, end)
    yield partOf(history, from, to)
    from = to
  }
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

function partOf(history: History, from: number, to: number): UpdateTable {
  const [begin, end] = [startOf(history, from), startOf(history, to)]
  const ofUpdates = ({ values }: Curve) => values.data.slice(from, to)
  const ofSteps = ({ values }: Curve) => values.data.slice(begin, end)
  const ofOutputs = (of: (output: OutputCurves) => Curve) =>
    interleaved(history.outputs.map((output) => ofSteps(of(output))))
  return {
    firstUpdate: history.firstUpdate + from,
    losses: ofUpdates(history.losses),
    gradientNorms: ofUpdates(history.gradientNorms),
    validationLosses: history.validation.between(history.firstUpdate + from, to - from),
    lengths: Uint32Array.from(
      { length: to - from },
      (_, i) => startOf(history, from + i + 1) - startOf(history, from + i),
    ),
    starts: history.places.data.slice(from, to),
    steps: history.distances.data.slice(from, to),
    outputs: history.outputs.length,
    facts: history.facts,
    inputs: ofSteps(history.inputs),
    targets: ofOutputs(({ targets }) => targets),
    predictions: ofOutputs(({ predictions }) => predictions),
  }
}
