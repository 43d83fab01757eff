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
const TOLD: ReadonlyMap<string, string> = new Map([
  ['Bidirectional', 'reads the window backwards in time as well'],
  ['Masking', 'passes over time steps'],
  ['Lambda', 'is Python code'],
  ['Flip', 'turns an axis round'],
  ['RepeatVector', 'repeats one vector at every time step'],
  ['Flatten', 'joins the time steps'],
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
    return otherModel(
      `${named(layer)} should compute with floating-point numbers, but is quantized (${shown(policy)})`,
    )
  if (!layer.known)
    return otherModel(
      `${named(layer)} is of a class of somebody's own: what it computes is in Python code, which is not in the file`,
    )
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
      `${named(layer)} should have a Dense layer in it, but has ${shown(inner.className)}, a class of somebody's own`,
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
      if (activation !== 'linear')
        return otherModel(
          `${named(outer)}${isInner ? `, which applies a ${className} at every time step,` : ''} should have no activation, but has ${shown(activation ?? config.activation)}`,
        )
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
  const told = TOLD.get(className)
  return otherModel(
    `${named(outer)} ${isInner ? `applies a ${classShown(className)} at every time step` : (told ?? `is none of those that Unroll has`)}${told && !isInner ? ', which no network of Unroll does' : ''}`,
  )
}

function dense({ config, ...layer }: PlacedLayer, place: Step['place']): Result<readonly Step[]> {
  const { units, use_bias = true } = config
  if (!Number.isInteger(units) || Number(units) < 1 || Number(units) > MAX_UNITS)
    return otherModel(`${named(layer)} should have from 1 to ${MAX_UNITS} units, but has ${shown(units)}`)
  if (typeof use_bias !== 'boolean')
    return otherModel(`${named(layer)} should have use_bias true or false, but has ${shown(use_bias)}`)
  return ok([{ place, does: { kind: 'multiplies', units: Number(units), bias: use_bias } }])
}
