import { text } from '@contract/language/texts'
import { inShort } from '../pieces'
import { eachRow, type Scored } from '../scored'
import { leastSquares, type Solution } from './least-squares'
import { noPredictions, type Rival } from './rival'

const MOST_COLUMNS = 200
/** It is fitted on so many rows at most, and on fewer where each has many numbers, so that it takes seconds. */
const MOST_ROWS = 200_000
const MOST_NUMBERS = 8_000_000
/** Training rows for each weight: with fewer, it would learn the training part by heart and be no rival. */
const ROWS_PER_WEIGHT = 10
/** A term that moves a prediction by less than this share of the target's spread is rounding, and not told. */
const ROUNDING = 1e-6
const FEW_TERMS = 4
/** Multiplications of one piece of a fit: some milliseconds. A row takes as long as so many before the first of them. */
const PIECE = 4_000_000
const ROW = 200

/** Mean and standard deviation, 1 where there is none. */
type Scale = { readonly mean: number; readonly deviation: number }

/**
 * Linear least squares from the last p rows of every input, one rival for each target:
 * ŷ(t+h) = c + Σ w(i,j)·x_i(t−j), j from 0 to p−1. p is the window, less where p·inputs would be more than 200 or more than
 * a tenth of the training rows. On columns of mean 0 and standard deviation 1, the constant first, then the newest rows:
 * `leastSquares` drops what older rows have no news of. A row counts where all its inputs and the target are known and no
 * jump of time lies among them.
 *
 * It is done in pieces of some milliseconds, for whoever has other things to do between them.
 */
export function* linearRivalsInPieces(scored: Scored): Generator<void, Rival[]> {
  const back = rowsBack(scored)
  const groups: { readonly rows: Int32Array; readonly of: number; readonly outputs: number[] }[] = []
  for (const output of scored.targets.keys()) {
    const { rows, of } = yield* fittingRows(scored, output, back)
    // Targets that are known in the same rows are solved at once.
    const same = groups.find((group) => group.of === of && isSame(group.rows, rows))
    if (same) same.outputs.push(output)
    else groups.push({ rows, of, outputs: [output] })
    yield
  }
  const rivals: Rival[] = []
  for (const { rows, of, outputs } of groups)
    for (const [output, rival] of yield* fitted(scored, back, rows, of, outputs)) rivals[output] = rival
  return rivals
}

function rowsBack({ inputs, window, parts: { train } }: Scored): number {
  const most = Math.min(MOST_COLUMNS, Math.floor((train[1] - train[0]) / ROWS_PER_WEIGHT))
  return Math.max(1, Math.min(window, Math.floor(most / inputs.length)))
}

/** The newest input row of each fitted row: all that can be used, or as many as are allowed, evenly spread over them. */
function* fittingRows(
  scored: Scored,
  output: number,
  back: number,
): Generator<void, { rows: Int32Array; of: number }> {
  const values = scored.targets[output]?.values as Float64Array
  const most = Math.min(MOST_ROWS, Math.floor(MOST_NUMBERS / (back * scored.inputs.length)))
  function* each(visit: (newest: number) => void): Generator<void, void> {
    for (const range of inShort(scored.parts.train)) {
      eachRow(scored, range, back, (row, newest) => {
        if (!Number.isNaN(values[row])) visit(newest)
      })
      yield
    }
  }
  let of = 0
  yield* each(() => {
    of += 1
  })
  const rows = new Int32Array(Math.min(of, most))
  let [seen, taken] = [0, 0]
  yield* each((newest) => {
    if (taken < rows.length && seen === Math.floor((taken * of) / rows.length)) {
      rows[taken] = newest
      taken += 1
    }
    seen += 1
  })
  return { rows, of }
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((row, i) => row === other[i])
}

function* fitted(
  scored: Scored,
  back: number,
  rows: Int32Array,
  of: number,
  outputs: readonly number[],
): Generator<void, [number, Rival][]> {
  const { inputs, targets, horizon } = scored
  const name = 'linear'
  if (rows.length < 2)
    return outputs.map((output) => [
      output,
      { name, available: false, why: text('scores.tooFewRows', { rows: rows.length, back }) },
    ])
  const inputScales: Scale[] = []
  for (const { values } of inputs) {
    inputScales.push(scaleOf(values, rows, 0))
    yield
  }
  const answers = outputs.map((output) => targets[output]?.values as Float64Array)
  const targetScales: Scale[] = []
  for (const values of answers) {
    targetScales.push(scaleOf(values, rows, horizon))
    yield
  }
  const columns = 1 + back * inputs.length
  const system = leastSquares(columns, outputs.length)
  const numbers = new Float64Array(columns + outputs.length)
  const between = Math.ceil(PIECE / (ROW + numbers.length ** 2))
  for (const [done, newest] of rows.entries()) {
    if (done % between === between - 1) yield
    let at = 0
    numbers[at++] = 1
    for (let ago = 0; ago < back; ago += 1)
      for (let i = 0; i < inputs.length; i += 1)
        numbers[at++] = scaled(inputs[i]?.values[newest - ago], inputScales[i])
    for (let i = 0; i < outputs.length; i += 1)
      numbers[at++] = scaled(answers[i]?.[newest + horizon], targetScales[i])
    system.add(numbers)
  }
  return system.solve().map((solution, i) => [
    outputs[i] as number,
    rivalOf(scored, back, { rows: rows.length, of }, outputs[i] as number, {
      solution,
      inputScales,
      targetScale: targetScales[i] as Scale,
    }),
  ])
}

function scaleOf(values: Float64Array, rows: Int32Array, ahead: number): Scale {
  let sum = 0
  for (const row of rows) sum += values[row + ahead] as number
  const mean = sum / rows.length
  let squares = 0
  for (const row of rows) squares += ((values[row + ahead] as number) - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / rows.length) || 1 }
}

function scaled(value: number | undefined, scale: Scale | undefined): number {
  const { mean, deviation } = scale as Scale
  return ((value as number) - mean) / deviation
}

function rivalOf(
  scored: Scored,
  back: number,
  fit: { readonly rows: number; readonly of: number },
  output: number,
  {
    solution,
    inputScales,
    targetScale,
  }: {
    readonly solution: Solution
    readonly inputScales: readonly Scale[]
    readonly targetScale: Scale
  },
): Rival {
  const { inputs, horizon } = scored
  const target = scored.targets[output]?.name as string
  // The constant is told for inputs of 0, but reckoned for inputs at their means, where no digits are lost.
  const base = targetScale.mean + targetScale.deviation * (solution.weights[0] as number)
  const terms = solution.kept
    .filter((column) => column > 0)
    .map((column) => {
      const input = (column - 1) % inputs.length
      const { mean, deviation } = inputScales[input] as Scale
      const share = solution.weights[column] as number
      const coefficient = (share * targetScale.deviation) / deviation
      const { name, values } = inputs[input] as Scored['inputs'][number]
      return { name, values, ago: Math.floor((column - 1) / inputs.length), mean, coefficient, share }
    })
  const constant = terms.reduce((rest, { coefficient, mean }) => rest - coefficient * mean, base)
  const told = terms
    .filter(({ share }) => Math.abs(share) > ROUNDING)
    .map(({ name, ago, coefficient }) => ({ name, ago, coefficient }))
  const formula =
    told.length <= FEW_TERMS
      ? text('scores.linearFormula', {
          target,
          horizon,
          terms: told,
          constant: Math.abs(constant) > ROUNDING * targetScale.deviation ? constant : null,
        })
      : text('scores.linearLong', { target, horizon, terms: told.length, inputs: inputs.length, back })
  return {
    name: 'linear',
    available: true,
    formula,
    notes: fit.rows < fit.of ? [text('scores.fittedOn', fit)] : [],
    predict: (range) => {
      const predictions = noPredictions(range)
      eachRow(scored, range, back, (row, newest) => {
        let sum = base
        for (const { values, ago, coefficient, mean } of terms)
          sum += coefficient * ((values[newest - ago] as number) - mean)
        predictions[row - range[0]] = sum
      })
      return predictions
    },
  }
}
