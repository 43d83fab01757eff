import { text } from '@contract/language/texts'
import type { CellName } from '@contract/settings/run-config'
import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import type { NetworkSpec } from '../../network/shape/network-spec'
import type { OnnxArrays } from '../layouts/onnx-layout'
import {
  type AttributeMessage,
  axisTensor,
  floatTensor,
  type GraphMessage,
  type NodeMessage,
  textsAttribute,
  valueMessage,
  wholeAttribute,
} from './messages'
import { INITIALIZERS, INPUTS, OUTPUTS } from './names'

/** What tells the cells of one operator apart; `hidden_size` is said of all. */
const CELL_ATTRIBUTES: { readonly [Name in CellName]: readonly AttributeMessage[] } = {
  'rnn-tanh': [textsAttribute('activations', ['Tanh'])],
  'rnn-relu': [textsAttribute('activations', ['Relu'])],
  // The reset gate after the recurrent product, as PyTorch has it; ONNX's default is another function.
  gru: [wholeAttribute('linear_before_reset', 1)],
  lstm: [],
}

/**
 * A network as an ONNX graph: one node for each recurrent layer, then the read-out at every time step. All layers' states
 * come and go as one array [layers, batch, hidden], as torch.nn has them: what came out of one window goes into the next
 * as it is, however many layers there are.
 */
export function graphMessage(
  network: Omit<NetworkSpec, 'family'>,
  { layers, readout }: OnnxArrays,
): GraphMessage {
  const { cell, hiddenUnits } = network
  const states = INPUTS.states.slice(0, CELL_SHAPES[cell].states)
  const statesAfter = OUTPUTS.states.slice(0, states.length)
  const stateShape = [network.layers, 'batch', hiddenUnits]
  const rows = (features: number) => ['time_steps', 'batch', features]
  return {
    name: 'unroll',
    node: nodes(network, states, statesAfter),
    initializer: [
      ...layers.flatMap(({ w, r, b }, layer) => [
        floatTensor(INITIALIZERS.w(layer), w),
        floatTensor(INITIALIZERS.r(layer), r),
        floatTensor(INITIALIZERS.b(layer), b),
      ]),
      floatTensor(INITIALIZERS.readoutKernel, readout.kernel),
      floatTensor(INITIALIZERS.readoutBias, readout.bias),
      axisTensor(INITIALIZERS.directionAxis, 1),
    ],
    input: [
      valueMessage(
        INPUTS.curve,
        rows(network.inputs),
        network.inputs === 1 ? text('onnx.curve') : text('onnx.inputs'),
      ),
      ...states.map((name) => valueMessage(name, stateShape, text('onnx.stateBefore', { name }))),
    ],
    output: [
      valueMessage(OUTPUTS.predictions, rows(network.outputs), text('onnx.predictions')),
      ...statesAfter.map((name, index) =>
        valueMessage(name, stateShape, text('onnx.stateAfter', { name: states[index] ?? '' })),
      ),
    ],
  }
}

function nodes(
  { cell, layers, hiddenUnits }: Omit<NetworkSpec, 'family'>,
  states: readonly string[],
  statesAfter: readonly string[],
): NodeMessage[] {
  // A single layer takes and gives the states themselves.
  const ofLayer = (name: string, layer: number) => (layers === 1 ? name : `${name}_l${layer}`)
  const ofAll = (name: string) => Array.from({ length: layers }, (_, layer) => ofLayer(name, layer))
  const attributes = [wholeAttribute('hidden_size', hiddenUnits), ...CELL_ATTRIBUTES[cell]]
  const recurrent = Array.from({ length: layers }, (_, layer) => {
    const below = layer === 0 ? INPUTS.curve : `rows_l${layer - 1}`
    const weights = [INITIALIZERS.w(layer), INITIALIZERS.r(layer), INITIALIZERS.b(layer)]
    const before = states.map((name) => ofLayer(name, layer))
    const after = statesAfter.map((name) => ofLayer(name, layer))
    const directions = `directions_l${layer}`
    return [
      // The empty name leaves out the lengths of the sequences: all are as long as the window.
      node(
        CELL_SHAPES[cell].module,
        `rnn_l${layer}`,
        [below, ...weights, '', ...before],
        [directions, ...after],
        attributes,
      ),
      node('Squeeze', `squeeze_l${layer}`, [directions, INITIALIZERS.directionAxis], [`rows_l${layer}`]),
    ]
  })
  const isStack = layers > 1
  const splits = states.map((name) => node('Split', `split_${name}`, [name], ofAll(name)))
  const joins = statesAfter.map((name) =>
    node('Concat', `join_${name}`, ofAll(name), [name], [wholeAttribute('axis', 0)]),
  )
  return [
    ...(isStack ? splits : []),
    ...recurrent.flat(),
    ...(isStack ? joins : []),
    node('MatMul', 'out_product', [`rows_l${layers - 1}`, INITIALIZERS.readoutKernel], ['products']),
    node('Add', 'out_sum', ['products', INITIALIZERS.readoutBias], [OUTPUTS.predictions]),
  ]
}

function node(
  opType: string,
  name: string,
  input: readonly string[],
  output: readonly string[],
  attribute: readonly AttributeMessage[] = [],
): NodeMessage {
  return { name, opType, input, output, attribute }
}
