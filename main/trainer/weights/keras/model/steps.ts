import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { layerOf, type PlacedLayer } from './layer'
import type { Step } from './plan'
import { isRecurrent, recurrentSteps } from './recurrent'
import { classShown, named, otherModel, shown } from './sentences'
import { activationOf, policyOf } from './values'

/** Layers that change training alone. */
const TRAINING_ALONE: ReadonlySet<string> = new Set([
  'Dropout',
  'SpatialDropout1D',
  'GaussianDropout',
  'GaussianNoise',
  'AlphaDropout',
  'ActivityRegularization',
])
const NOTHING: ReadonlySet<string> = new Set(['InputLayer', 'Identity'])

const POLICY = /^(?:mixed_)?(?:float(?:16|32|64)|bfloat16)$/
/** Outputs of a Dense layer between others: as many as units of a layer at most. */
const MAX_UNITS = 512

/** What a person may know a layer by that they did not write themselves. */
const TOLD: ReadonlyMap<string, (layer: Text) => Text> = new Map([
  ['Bidirectional', (layer: Text) => text('kerasModel.bothDirections', { layer })],
  ['Masking', (layer: Text) => text('kerasModel.masking', { layer })],
  ['Lambda', (layer: Text) => text('kerasModel.pythonCode', { layer })],
  ['Flip', (layer: Text) => text('kerasModel.turnsAxis', { layer })],
  ['RepeatVector', (layer: Text) => text('kerasModel.repeatsVector', { layer })],
  ['Flatten', (layer: Text) => text('kerasModel.joinsTimeSteps', { layer })],
])

/** Whether a layer is one of those that do something in training alone. */
export function trainsAlone({ className, config }: PlacedLayer): boolean {
  return TRAINING_ALONE.has(className === 'TimeDistributed' ? layerOf(config.layer).className : className)
}

/** What a layer computes; nothing for one that hands on what it is given. Fails for all that Unroll cannot compute. */
export function stepsOf(layer: PlacedLayer): Result<readonly Step[]> {
  const { config } = layer
  const policy = policyOf(config.dtype)
  const computesInFloat = policy === null || POLICY.test(policy)
  if (!computesInFloat || (config.quantization_config ?? null) !== null)
    return otherModel(text('kerasModel.quantized', { layer: named(layer), policy: shown(policy) }))
  if (!layer.known) return otherModel(text('kerasModel.ownClass', { layer: named(layer) }))
  if (isRecurrent(layer)) return recurrentSteps(layer)
  if (layer.className === 'TimeDistributed') return distributed(layer)
  return pointwise(layer, layer, 'vars')
}

/** What a layer around another does: the same at every time step. */
function distributed(layer: PlacedLayer): Result<readonly Step[]> {
  const inner = layerOf(layer.config.layer)
  const { groups, top, trainable } = layer
  if (!inner.known)
    return otherModel(
      text('kerasModel.ownClassInside', { layer: named(layer), found: shown(inner.className) }),
    )
  return pointwise(
    layer,
    { ...inner, groups, top, trainable: trainable && inner.config.trainable !== false },
    'layer/vars',
  )
}

/**
 * What a layer does at each time step by itself.
 *
 * @param outer the layer as the model lists it
 * @param layer the same, or the one that it applies at every time step
 */
function pointwise(outer: PlacedLayer, layer: PlacedLayer, below: string): Result<readonly Step[]> {
  const { className, config } = layer
  const place = { groups: outer.groups, top: outer.top, name: outer.name, trainable: layer.trainable, below }
  const isInner = layer !== outer
  if (NOTHING.has(className) || TRAINING_ALONE.has(className)) return ok([])
  switch (className) {
    case 'Activation':
    case 'Dense': {
      const activation = config.activation === undefined ? 'linear' : activationOf(config.activation)
      if (activation !== 'linear') {
        const found = { layer: named(outer), found: shown(activation ?? config.activation) }
        return otherModel(
          isInner
            ? text('kerasModel.activationInside', { ...found, className })
            : text('kerasModel.hasActivation', found),
        )
      }
      return className === 'Dense' ? dense(layer, place) : ok([])
    }
    case 'Permute':
      if (`${config.dims}` === '1,2') return ok([])
      break
    case 'BatchNormalization': {
      const axis = Array.isArray(config.axis) ? config.axis[0] : (config.axis ?? -1)
      const { epsilon = 1e-3 } = config
      if (isInner || ![-1, 2].includes(axis) || typeof epsilon !== 'number' || config.virtual_batch_size)
        break
      const [scale, center] = [config.scale !== false, config.center !== false]
      return ok([{ place, does: { kind: 'normalises', scale, center, epsilon } }])
    }
    case 'Rescaling': {
      const { scale, offset = 0 } = config
      if (typeof scale !== 'number' || typeof offset !== 'number') break
      return ok([{ place, does: { kind: 'scales', scale, offset } }])
    }
  }
  if (isInner)
    return otherModel(
      text('kerasModel.appliesInside', { layer: named(outer), className: classShown(className) }),
    )
  const told = TOLD.get(className)
  return otherModel(told ? told(named(outer)) : text('kerasModel.noSuchLayer', { layer: named(outer) }))
}

function dense({ config, ...layer }: PlacedLayer, place: Step['place']): Result<readonly Step[]> {
  const { units, use_bias = true } = config
  if (!Number.isInteger(units) || Number(units) < 1 || Number(units) > MAX_UNITS)
    return otherModel(
      text('kerasModel.otherUnits', { layer: named(layer), least: 1, most: MAX_UNITS, found: shown(units) }),
    )
  if (typeof use_bias !== 'boolean')
    return otherModel(text('kerasModel.otherUseBias', { layer: named(layer), found: shown(use_bias) }))
  return ok([{ place, does: { kind: 'multiplies', units: Number(units), bias: use_bias } }])
}
