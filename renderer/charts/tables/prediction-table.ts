import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { UpdateTable } from '@contract/run/update-table'
import type { History } from '../../store/curves/history'
import { eachSharedWindow, type ReferenceRun } from '../../store/curves/reference'
import type { Stretch } from '../../store/curves/steps/steps'
import { type ReadUpdates, tableStretches } from '../../store/curves/update-table'
import type { ShownWindow } from '../../store/selectors/runs/overlaid'
import type { Span } from '../../store/state/viewport'
import type { LineChart } from '../canvas/line-chart'
import { chartPicture } from '../export/chart-picture'
import type { Exportable } from '../export/exportable'
import { fitsTable, type ViewColumn, type ViewTable } from '../export/view-table'
import { shownColumn } from './columns'
import { radians, rowColumns } from './places'

/** What the prediction chart shows. */
export type PredictionShown = {
  readonly history: History
  /** What is in sight, on the axis of the curves. */
  readonly span: Span
  /** The output that is shown, counted from 0. */
  readonly output: number
  readonly input: boolean
  /** The run that this one branches off from, and another framework's, where they are shown. */
  readonly ghost: History | null
  readonly reference: ReferenceRun | null
  /** Windows of other runs that are drawn. */
  readonly windows?: readonly ShownWindow[]
}

/** Of some time steps in a row, one after the other. */
type Steps = {
  readonly updates: Float64Array
  /** As on the wire: half periods, or rows from 0. */
  readonly places: Float64Array
  readonly inputs: Float32Array
  readonly targets: Float32Array
  readonly predictions: Float32Array
}

const MOST_COLUMNS = 8

/** The prediction chart as it can be saved; null while nothing is drawn. */
export function predictionExport(chart: LineChart, shown: PredictionShown | null): Exportable | null {
  if (!shown || shown.history.updates === 0) return null
  return {
    name: 'prediction',
    title: text('stage.predictionTitle'),
    update: null,
    picture: chartPicture(chart),
    table: (read) => predictionTable(shown, read),
  }
}

/**
 * A row for every time step in sight, however many a pixel of the chart stands for: those that are not in memory are read
 * from the record. Where the run is shown that this one branches off from, its time steps follow, told apart by `run`, and so do
 * those of the windows of other runs.
 */
export async function predictionTable(shown: PredictionShown, read: ReadUpdates): Promise<Result<ViewTable>> {
  const { history, span, output, input, ghost, reference, windows = [] } = shown
  const { facts } = history
  const [from, to] = [history.times.from(span.min), history.times.after(span.max)]
  const ofGhost = ghost ? { from: ghost.times.from(span.min), to: ghost.times.after(span.max) } : null
  const overlaid = windows.map((each) => overlaidSteps(each, output, span))
  const ofOthers = overlaid.reduce((sum, { updates }) => sum + updates.length, 0)
  const fits = fitsTable(to - from + (ofGhost ? ofGhost.to - ofGhost.from : 0) + ofOthers, MOST_COLUMNS)
  if (!fits.ok) return fits
  const referenced = reference && referenceOf(history, reference, from, to)
  const own = await stepsBetween(history, output, from, to, read)
  if (!own.ok) return own
  const other = ghost && ofGhost ? ghostSteps(ghost, output, ofGhost.from, ofGhost.to) : null
  if (other && !other.ok) return other
  const withGhost = other ? joined(own.value, other.value) : own.value
  const all = overlaid.reduce(joined, withGhost)
  const rows = all.updates.length
  const ofRuns = [
    ...Array<string>(own.value.updates.length).fill('present'),
    ...Array<string>(other?.value.updates.length ?? 0).fill('ghost'),
    ...overlaid.flatMap(({ updates }, i) => Array<string>(updates.length).fill(windows[i]?.run.id ?? '')),
  ]
  const name = facts.targets[output] ?? ''
  const isSeries = facts.axis === 'time-steps'
  const column = (of: string, values: Float32Array): ViewColumn => ({
    name: isSeries ? `${of} ${name}` : of,
    values,
  })
  return ok({
    columns: [
      ...shownColumn(ghost !== null || windows.length > 0, () => ({ name: 'run', values: ofRuns })),
      { name: 'update', values: all.updates },
      ...(isSeries ? rowColumns(facts.times, all.places) : [radians(all.places)]),
      ...shownColumn(input, () => ({
        name: isSeries ? `input ${facts.inputs[0] ?? ''}` : 'input',
        values: all.inputs,
      })),
      column('target', all.targets),
      column('prediction', all.predictions),
      ...(referenced ? [{ name: 'reference', values: padded(referenced, rows) } satisfies ViewColumn] : []),
    ],
  })
}

function emptySteps(count: number): Steps {
  return {
    updates: new Float64Array(count),
    places: new Float64Array(count),
    inputs: new Float32Array(count).fill(Number.NaN),
    targets: new Float32Array(count).fill(Number.NaN),
    predictions: new Float32Array(count).fill(Number.NaN),
  }
}

/** Time steps from one index up to, not including, another. */
async function stepsBetween(
  history: History,
  output: number,
  from: number,
  to: number,
  read: ReadUpdates,
): Promise<Result<Steps>> {
  const steps = emptySteps(to - from)
  if (to <= from) return ok(steps)
  const wanted = { first: history.updateAt(from), last: history.updateAt(to - 1) }
  // Where it stands now: while it is read the run goes on.
  let at = history.range(wanted.first).from - from
  for (const stretch of stretchesWithin(history, wanted))
    for await (const piece of read(stretch)) {
      if (!piece.ok) return piece
      at = take(steps, piece.value, output, at)
    }
  return at >= to - from ? ok(steps) : fail('file-unreadable', text('exports.updatesNotRead', { ...wanted }))
}

/** The updates of a stretch in parts that are handed over at one time. */
function stretchesWithin(history: History, { first, last }: Stretch): Stretch[] {
  return tableStretches(history)
    .map((part) => ({ first: Math.max(part.first, first), last: Math.min(part.last, last) }))
    .filter((part) => part.first <= part.last)
}

/** Takes in some updates, of which the first time step is of row `at`, which may lie before the first. */
function take(steps: Steps, piece: UpdateTable, output: number, at: number): number {
  let point = 0
  for (const [index, length] of piece.lengths.entries())
    for (let step = 0; step < length; step++, point++) {
      const row = at + point
      if (row < 0 || row >= steps.updates.length) continue
      steps.updates[row] = piece.firstUpdate + index
      steps.places[row] = (piece.starts[index] as number) + step * (piece.steps[index] as number)
      steps.inputs[row] = piece.inputs[point] as number
      steps.targets[row] = piece.targets[point * piece.outputs + output] as number
      steps.predictions[row] = piece.predictions[point * piece.outputs + output] as number
    }
  return at + point
}

/** Of the other run only what is in memory, which is all that is drawn as a line; else a sentence. */
function ghostSteps(ghost: History, output: number, from: number, to: number): Result<Steps> {
  const steps = emptySteps(Math.max(0, to - from))
  const curves = ghost.outputs[output]
  if (to <= from || !curves) return ok(steps)
  if (!ghost.steps.want(from, to)) return fail('file-unreadable', text('views.ghostNotRead'))
  for (let row = 0; row < to - from; row++) {
    steps.updates[row] = ghost.updateAt(from + row)
    steps.places[row] = ghost.placeAt(from + row)
    steps.inputs[row] = ghost.inputs.at(from + row)
    steps.targets[row] = curves.targets.at(from + row)
    steps.predictions[row] = curves.predictions.at(from + row)
  }
  return ok(steps)
}

/** Of the window of another run what is in sight. */
function overlaidSteps({ window, places }: ShownWindow, output: number, span: Span): Steps {
  const { update, start, step, outputs, inputs, targets, predictions } = window
  const seen = [...places.keys()].filter((i) => {
    const place = places[i] as number
    return place >= span.min && place <= span.max
  })
  const of = (values: Float32Array) => Float32Array.from(seen, (i) => values[i * outputs + output] as number)
  return {
    updates: Float64Array.from(seen, () => update),
    places: Float64Array.from(seen, (i) => start + i * step),
    inputs: Float32Array.from(seen, (i) => inputs[i] as number),
    targets: of(targets),
    predictions: of(predictions),
  }
}

function joined(first: Steps, second: Steps): Steps {
  const both = emptySteps(first.updates.length + second.updates.length)
  for (const key of Object.keys(both) as (keyof Steps)[]) {
    both[key].set(first[key])
    both[key].set(second[key], first.updates.length)
  }
  return both
}

/** What the reference says of each time step; NaN where it has none. */
function referenceOf(history: History, run: ReferenceRun, first: number, end: number): Float64Array {
  const values = new Float64Array(Math.max(0, end - first)).fill(Number.NaN)
  eachSharedWindow(history, run, ({ from, referenceFrom, count }) => {
    for (let index = Math.max(0, first - from); index < Math.min(count, end - from); index++)
      values[from + index - first] = run.predictions[referenceFrom + index] ?? Number.NaN
  })
  return values
}

function padded(values: Float64Array, length: number): Float64Array {
  const all = new Float64Array(length).fill(Number.NaN)
  all.set(values)
  return all
}
