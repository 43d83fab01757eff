import { inEachPart, PARTS, type PartName } from '@contract/data/parts'
import { unscaled } from '@contract/data/scaler'
import type { OutputScores } from '@contract/data/scores'
import type { RunScores } from '@contract/run/run-scores'
import type { Yardsticks } from '../../data/score/metrics'
import { scoresOf } from '../../data/score/scores'
import { piecesOf } from '../../data/windows/pieces'
import type { PreparedSeries } from '../../data/windows/prepared'
import type { Regime } from '../../data/windows/regime'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { predictRange } from '../../training/evaluate/evaluate'
import type { PackedParameters } from '../../training/evaluate/predict-pieces'
import type { FoundRivals } from './rivals'

/** What a network's predictions of a series are made with. */
export type Scoring = {
  readonly series: PreparedSeries
  readonly network: NetworkSpec
  readonly regime: Regime
  readonly rivals: FoundRivals
  /** Updates that the weights have seen. */
  readonly update: number
}

/**
 * Scores a network on every part of a series, in pieces.
 *
 * @param parameters [parameter count]; must stay alive until the end
 */
export function* scoreRun(
  { series, network, regime, rivals, update }: Scoring,
  parameters: PackedParameters,
): Generator<void, RunScores> {
  const said = {} as Record<PartName, Float32Array>
  for (const part of PARTS) {
    const within = rivals.told.rows[part]
    const question = {
      plan: { network, readout: 'batched' } as const,
      series,
      pieces: piecesOf(series, part, regime, within),
      window: regime.window,
    }
    said[part] = yield* predictRange(question, parameters, within)
  }
  const outputs: OutputScores[] = []
  for (let output = 0; output < network.outputs; output += 1) {
    const scaler = series.scalers.targets[output]
    if (!scaler) throw new RangeError(`there is no scaler for output ${output}`)
    const own = inEachPart((part) =>
      Float64Array.from({ length: said[part].length / network.outputs }, (_, row) =>
        unscaled(said[part][row * network.outputs + output] as number, scaler),
      ),
    )
    outputs.push(
      yield* scoresOf(
        rivals.scored,
        output,
        own,
        rivals.yardsticks[output] as Yardsticks,
        rivals.periods[output] ?? null,
      ),
    )
    yield
  }
  return {
    runId: rivals.told.runId,
    update,
    outputs,
    losses: inEachPart((part) => lossOf(series, said[part], rivals.told.rows[part].from)),
  }
}

function lossOf({ targets, mask, raw }: PreparedSeries, said: Float32Array, firstRow: number): number | null {
  const offset = firstRow * raw.targets.length
  let [squares, count] = [0, 0]
  for (let i = 0; i < said.length; i += 1) {
    const error = (said[i] as number) - (targets[offset + i] as number)
    if (mask?.[offset + i] === 0 || Number.isNaN(error)) continue
    squares += error * error
    count += 1
  }
  return count === 0 ? null : squares / count
}
