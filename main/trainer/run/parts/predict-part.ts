import type { PartName, PartRange } from '@contract/data/parts'
import { unscaled } from '@contract/data/scaler'
import type { PartOutput } from '@contract/run/parts/part-predictions'
import { type Piece, piecesOf } from '../../data/windows/pieces'
import type { PreparedSeries } from '../../data/windows/prepared'
import type { Regime } from '../../data/windows/regime'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { type PackedParameters, predictPieces } from '../../training/evaluate/predict-pieces'
import { scoredRows } from '../judging/rivals'

/** Rows before the scored ones are cut into pieces in blocks of so many. */
const BLOCK = 4096

/** A network and what it is asked about. */
export type PartQuestion = {
  readonly series: PreparedSeries
  readonly network: NetworkSpec
  readonly regime: Regime
  readonly part: PartName
  /** Rows of the part. */
  readonly rows: PartRange
}

/**
 * What a network says of some rows of a part, in pieces. The pieces are those that its scores are made of, so that a row is
 * told as it is scored, whatever rows beside it are asked for.
 *
 * @param parameters [parameter count]; must stay alive until the end
 */
export function* predictPart(
  { series, network, regime, part, rows }: PartQuestion,
  parameters: PackedParameters,
): Generator<void, readonly Omit<PartOutput, 'name'>[]> {
  const { raw, scalers } = series
  const count = rows.to - rows.from
  const outputs = raw.targets.map((values) => ({
    targets: values.slice(rows.from, rows.to),
    predictions: new Float64Array(count).fill(Number.NaN),
  }))
  const plan = { network, readout: 'batched' } as const
  const pieces = piecesWithin(series, part, regime, rows)
  const question = { plan, series, pieces, window: regime.window }
  yield* predictPieces(question, parameters, (row, predictions, at) => {
    if (row < rows.from || row >= rows.to) return
    for (const [output, { predictions: own }] of outputs.entries()) {
      const scaler = scalers.targets[output]
      if (!scaler) throw new RangeError(`there is no scaler for output ${output}`)
      own[row - rows.from] = unscaled(predictions[at + output] as number, scaler)
    }
  })
  return outputs
}

/** The pieces of a part that have some of its rows, without what comes after these. */
function piecesWithin(
  series: PreparedSeries,
  part: PartName,
  regime: Regime,
  rows: PartRange,
): readonly Piece[] {
  const { horizon, parts } = series
  return blocksOf(parts[part], rows)
    .flatMap((block) => piecesOf(series, part, regime, block))
    .map((piece) => ({ ...piece, count: Math.min(piece.count, rows.to - horizon - piece.from) }))
    .filter(({ from, count }) => count > 0 && from + count > rows.from - horizon)
}

/** What is cut into pieces by itself: all that is scored, and blocks of what is before it. Those that may have these rows. */
function blocksOf(part: PartRange, rows: PartRange): readonly PartRange[] {
  const scored = scoredRows(part)
  const first = part.from + Math.floor((rows.from - part.from) / BLOCK) * BLOCK
  const end = Math.min(rows.to, scored.from)
  const blocks: PartRange[] = []
  for (let from = first; from < end; from += BLOCK)
    blocks.push({ from, to: Math.min(from + BLOCK, scored.from) })
  return rows.to > scored.from ? [...blocks, scored] : blocks
}
