import type { CellName } from '@contract/settings/run-config'
import type { InsideNet } from '../../net/inside-net'
import { row } from '../../net/rows'
import type { LayerPass, Pass } from '../../pass/pass'
import type { CellDerivative, CellMoment } from './cell-derivative'
import { GRU_DERIVATIVE } from './gru-derivative'
import { LSTM_DERIVATIVE } from './lstm-derivative'
import { RELU_DERIVATIVE, TANH_DERIVATIVE } from './simple-derivative'

export const CELL_DERIVATIVES: { readonly [Name in CellName]: CellDerivative } = {
  'rnn-tanh': TANH_DERIVATIVE,
  'rnn-relu': RELU_DERIVATIVE,
  gru: GRU_DERIVATIVE,
  lstm: LSTM_DERIVATIVE,
}

/** What a forward pass has left of a layer at a time step, from 0. */
export function momentOf(
  { network: { hiddenUnits } }: InsideNet,
  pass: Pass,
  layer: number,
  timeStep: number,
): CellMoment {
  const { states, gates, recurrentCandidates } = pass.layers[layer] as LayerPass
  const at = (matrix: Float64Array, time: number) => row(matrix, time, hiddenUnits)
  return {
    before: { h: at(states.h, timeStep), ...(states.c && { c: at(states.c, timeStep) }) },
    after: { h: at(states.h, timeStep + 1), ...(states.c && { c: at(states.c, timeStep + 1) }) },
    gates: [...gates.values()].map((values) => at(values, timeStep)),
    ...(recurrentCandidates && { recurrentCandidate: at(recurrentCandidates, timeStep) }),
  }
}
