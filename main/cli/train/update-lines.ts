import { LESSON_FACTS, type SourceFacts } from '@contract/data/source-facts'
import { padStart } from '@contract/language/display-width'
import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { hasTimes, ofOutput, placeText, rowsOf, timeOf } from '../base/series-places'
import { timesOf, type UpdateRecord } from '../base/update-record'

/** How updates are written: a line above them, if any, and a line for each. */
export type UpdateLines = { readonly title: string | null; readonly line: (record: UpdateRecord) => string }

type Column = {
  readonly title: Text
  readonly width: number
  readonly cell: (record: UpdateRecord) => string
}

const MEAN_LOSS: Column = {
  title: text('train.meanLoss'),
  width: 10,
  cell: ({ runningMeanLoss }) => written(runningMeanLoss),
}

const VALIDATION_LOSS: Column = {
  title: text('train.validationLoss'),
  width: 15,
  cell: ({ validationLoss }) => (Number.isNaN(validationLoss) ? '' : written(validationLoss)),
}

/** What a run's lines are to tell. */
type Told = {
  /** Whether the mean of all losses is told, as one of TensorFlow's programs does. */
  readonly runningMean: boolean
  /** Whether the run has a validation part; the cell is empty where it was not evaluated. */
  readonly validated?: boolean
  /** What the updates are of. */
  readonly facts?: SourceFacts
}

/**
 * For a person: columns that line up as long as numbers are of a usual size, and never run into each other.
 */
export function columns(
  { runningMean, validated = false, facts = LESSON_FACTS }: Told,
  say: Say,
): UpdateLines {
  const all: Column[] = [
    { title: text('train.update'), width: 7, cell: ({ update }) => `${update}` },
    windowColumn(facts, say),
    { title: text('train.timeSteps'), width: 10, cell: ({ inputs }) => `${inputs.length}` },
    { title: text('train.loss'), width: 10, cell: ({ loss }) => written(loss) },
    { title: text('train.gradientNorm'), width: 13, cell: ({ gradientNorm }) => written(gradientNorm) },
    ...(runningMean ? [MEAN_LOSS] : []),
    ...(validated ? [VALIDATION_LOSS] : []),
  ]
  return {
    title: all.map(({ title, width }) => padStart(say(title), width)).join('  '),
    line: (record) => all.map(({ cell, width }) => padStart(cell(record), width)).join('  '),
  }
}

/** For a program: an object in a line, with the names of the reference files. float32 numbers are exact; times are in radians. */
export const JSON_LINES: UpdateLines = {
  title: null,
  line: (record) => {
    const { update, loss, gradientNorm, runningMeanLoss, targets, predictions } = record
    const times = timesOf(record)
    return JSON.stringify({
      update,
      from: times[0],
      to: times.at(-1),
      points: times.length,
      loss,
      gradientNorm,
      runningMeanLoss,
      times: [...times],
      target: [...targets],
      prediction: [...predictions],
    })
  },
}

/**
 * The same of a series: rows are counted from 1, times are ISO's or numbers and only there where they are known, and what
 * stands at each time step is listed by the target's column, in its own unit, null where it is missing.
 */
export function jsonLinesOf(facts: SourceFacts): UpdateLines {
  if (facts.axis === 'half-periods') return JSON_LINES
  return {
    title: null,
    line: (record) => {
      const { update, loss, gradientNorm, validationLoss, runningMeanLoss } = record
      const { inputs, targets, predictions } = record
      const rows = rowsOf(record)
      const byName = (numbers: Float32Array) =>
        Object.fromEntries(facts.targets.map((name, i) => [name, ofOutput(numbers, i, facts.targets.length)]))
      return JSON.stringify({
        update,
        from: rows[0],
        to: rows.at(-1),
        points: rows.length,
        loss,
        gradientNorm,
        validationLoss: Number.isNaN(validationLoss) ? null : validationLoss,
        runningMeanLoss,
        rows,
        ...(hasTimes(facts) && { times: rows.map((row) => timeOf(facts, row)) }),
        input: [...inputs],
        target: byName(targets),
        prediction: byName(predictions),
      })
    },
  }
}

/** What of the curve or the series an update saw: t in radians, times, or rows. */
function windowColumn(facts: SourceFacts, say: Say): Column {
  if (facts.axis === 'half-periods')
    return { title: text('train.window'), width: 20, cell: (record) => ends(timesOf(record)) }
  const width = facts.times.kind !== 'rows' && facts.times.of === 'dates' ? 30 : 20
  return {
    title: text(hasTimes(facts) ? 'train.window' : 'train.rows'),
    width,
    cell: (record) => {
      const rows = rowsOf(record)
      const [from, to] = [rows[0] ?? 1, rows.at(-1) ?? 1].map((row) => placeText(facts, row, say))
      return `${from} – ${to}`
    },
  }
}

function ends(times: Float32Array): string {
  return `${(times[0] ?? 0).toFixed(3)} – ${(times.at(-1) ?? 0).toFixed(3)}`
}

/** Six digits after the point, and for what that cannot show the notation with an exponent. */
export function written(value: number): string {
  const size = Math.abs(value)
  return value === 0 || (size >= 1e-4 && size < 1e5) ? value.toFixed(6) : value.toExponential(3)
}
