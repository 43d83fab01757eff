import { text } from '@contract/language/texts'
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

/** Whether a layer is recurrent and of Keras, whatever it computes. */
export function isRecurrent({ className }: PlacedLayer): boolean {
  return CELLS.has(className) || className === 'RNN'
}

/**
 * What a recurrent layer computes, one step for each of its cells. Fails where no cell of Unroll's computes the same.
 */
export function recurrentSteps(layer: PlacedLayer): Result<readonly Step[]> {
  const { config } = layer
  const found = (value: unknown) => ({ layer: named(layer), found: shown(value) })
  if (config.return_sequences !== true)
    return otherModel(text('kerasModel.returnsLastOnly', found(config.return_sequences)))
  if (!isOff(config.go_backwards))
    return otherModel(text('kerasModel.goesBackwards', found(config.go_backwards)))
  if (!isOff(config.time_major)) return otherModel(text('kerasModel.timeMajor', found(config.time_major)))
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
      text('kerasModel.otherCellCount', {
        layer: named(layer),
        most: NUMBERS.layers.max,
        found: cells.length,
      }),
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
  const found = (value: unknown) => ({ layer: named(layer), found: shown(value) })
  if (!cell) return otherModel(text('kerasModel.otherCells', found(className)))
  const { min, max } = NUMBERS.hiddenUnits
  const { units } = config
  if (!Number.isInteger(units) || Number(units) < min || Number(units) > max)
    return otherModel(text('kerasModel.otherUnits', { ...found(units), least: min, most: max }))
  const activation = config.activation === undefined ? 'tanh' : activationOf(config.activation)
  const relu = kind === 'SimpleRNN' && activation === 'relu'
  if (activation !== 'tanh' && !relu)
    return otherModel(
      text('kerasModel.otherActivation', {
        ...found(activation ?? config.activation),
        expected: kind === 'SimpleRNN' ? ['tanh', 'relu'] : ['tanh'],
      }),
    )
  // Left out it is the default of TensorFlow.js, hardSigmoid.
  const gate = config.recurrent_activation
  if (kind !== 'SimpleRNN' && activationOf(gate ?? {}) !== 'sigmoid')
    return otherModel(
      gate === undefined
        ? text('kerasModel.noGateActivation', { layer: named(layer) })
        : text('kerasModel.otherGateActivation', found(activationOf(gate) ?? gate)),
    )
  if (kind === 'GRU' && config.reset_after !== true)
    return otherModel(
      config.reset_after === undefined
        ? text('kerasModel.resetLeftOut', { layer: named(layer) })
        : text('kerasModel.resetsBefore', found(config.reset_after)),
    )
  const bias = config.use_bias === undefined || config.use_bias === true
  if (!bias && config.use_bias !== false)
    return otherModel(text('kerasModel.otherUseBias', found(config.use_bias)))
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
