import { ok, type Result } from '@contract/result'
import { NUMBERS } from '@contract/settings/numbers'
import type { CellName } from '@contract/settings/run-config'
import { fieldsOf } from '../../base/parsed-json'
import { type Fields, groupNames, layerOf, type PlacedLayer } from './layer'
import type { Step } from './plan'
import { named, otherModel, shown } from './sentences'
import { activationOf, isOff } from './values'

/** Cells by the classes of their layers, and of the cells that `RNN` takes. */
const CELLS: ReadonlyMap<string, CellName> = new Map([
  ['SimpleRNN', 'rnn-tanh'],
  ['GRU', 'gru'],
  ['LSTM', 'lstm'],
])

const BACKWARDS = 'the input is read backwards in time'

/** Whether a layer is recurrent and of Keras, whatever it computes. */
export function isRecurrent({ className }: PlacedLayer): boolean {
  return CELLS.has(className) || className === 'RNN'
}

/**
 * What a recurrent layer computes, one step for each of its cells. Fails where no cell of Unroll's computes the same.
 */
export function recurrentSteps(layer: PlacedLayer): Result<readonly Step[]> {
  const { config } = layer
  if (config.return_sequences !== true)
    return otherModel(
      `${named(layer)} should have return_sequences=True, so that there is a prediction at every time step, but has ${shown(config.return_sequences)}`,
    )
  if (!isOff(config.go_backwards))
    return otherModel(
      `${named(layer)} should have go_backwards=False, but has ${shown(config.go_backwards)}: ${BACKWARDS}`,
    )
  if (!isOff(config.time_major))
    return otherModel(`${named(layer)} should have time_major=False, but has ${shown(config.time_major)}`)
  if (layer.className !== 'RNN') return oneCell(layer, layer.className, config, 'cell/vars')
  const cell = layerOf(config.cell)
  if (cell.className !== 'StackedRNNCells')
    return oneCell(
      layer,
      cell.known ? cell.className.replace(/Cell$/, '') : '',
      cell.config,
      'cell/vars',
      cell.className,
    )
  const cells = Array.isArray(cell.config.cells) ? cell.config.cells.map(layerOf) : []
  if (cells.length === 0 || cells.length > NUMBERS.layers.max)
    return otherModel(
      `${named(layer)} should have from 1 to ${NUMBERS.layers.max} cells, but has ${cells.length}`,
    )
  const groups = groupNames(cells.map(({ className }) => className))
  const steps: Step[] = []
  for (const [index, each] of cells.entries()) {
    const kind = each.known ? each.className.replace(/Cell$/, '') : ''
    const found = oneCell(layer, kind, each.config, `cell/cells/${groups[index]}/vars`, each.className)
    if (!found.ok) return found
    steps.push(...found.value)
  }
  return ok(steps)
}

function oneCell(
  layer: PlacedLayer,
  kind: string,
  config: Fields,
  below: string,
  className = kind,
): Result<readonly Step[]> {
  const cell = CELLS.get(kind)
  if (!cell)
    return otherModel(
      `${named(layer)} should have cells of SimpleRNN, GRU or LSTM, but has ${shown(className)}`,
    )
  const { min, max } = NUMBERS.hiddenUnits
  const { units } = config
  if (!Number.isInteger(units) || Number(units) < min || Number(units) > max)
    return otherModel(`${named(layer)} should have from ${min} to ${max} units, but has ${shown(units)}`)
  const activation = config.activation === undefined ? 'tanh' : activationOf(config.activation)
  const relu = kind === 'SimpleRNN' && activation === 'relu'
  if (activation !== 'tanh' && !relu)
    return otherModel(
      `${named(layer)} should have the activation tanh${kind === 'SimpleRNN' ? ' or relu' : ''}, but has ${shown(activation ?? config.activation)}`,
    )
  // Left out it is the default of TensorFlow.js, hardSigmoid.
  const gate = config.recurrent_activation
  if (kind !== 'SimpleRNN' && activationOf(gate ?? {}) !== 'sigmoid')
    return otherModel(
      `${named(layer)} should have the recurrent activation sigmoid, but has ${gate === undefined ? 'none, which in TensorFlow.js is hardSigmoid' : shown(activationOf(gate) ?? gate)}`,
    )
  if (kind === 'GRU' && config.reset_after !== true)
    return otherModel(
      `${named(layer)} should apply its reset gate after the recurrent product (reset_after=True), but has reset_after ${config.reset_after === undefined ? 'left out, which is false in older versions of Keras and in TensorFlow.js' : shown(config.reset_after)}`,
    )
  const bias = config.use_bias === undefined || config.use_bias === true
  if (!bias && config.use_bias !== false)
    return otherModel(`${named(layer)} should have use_bias true or false, but has ${shown(config.use_bias)}`)
  const place = { ...layer, below }
  return ok([{ place, does: { kind: 'recurs', cell: relu ? 'rnn-relu' : cell, units: Number(units), bias } }])
}

/** Whether a layer, or a cell or layer in it, does more in training than in a prediction. */
export function doesMoreInTraining({ config }: PlacedLayer): boolean {
  const cell = fieldsOf(fieldsOf(config.cell).config)
  const cells = Array.isArray(cell.cells) ? cell.cells : []
  const inner = [config.layer, ...cells].map((each) => fieldsOf(fieldsOf(each).config))
  return [config, cell, ...inner].some((fields) =>
    Object.entries(fields).some(([name, value]) =>
      name.endsWith('dropout')
        ? Number(value) > 0
        : /_(?:regularizer|constraint)$/.test(name) && !isOff(value),
    ),
  )
}
