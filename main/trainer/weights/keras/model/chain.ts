import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { damaged, mismatch } from '../../base/file-sentence'
import { fieldsOf } from '../../base/parsed-json'
import { callOf, type TensorName, tensorsIn } from './inbound'
import { type Fields, groupNames, type Layer, layerOf, type PlacedLayer } from './layer'
import { named, otherModel, shown } from './sentences'

const MODELS: ReadonlySet<string> = new Set(['Sequential', 'Functional', 'Model'])
/** Models in models, and layers in a model: more than any that could fit. */
const MAX_DEPTH = 8
const MAX_LAYERS = 256

type Around = Pick<PlacedLayer, 'groups' | 'trainable'> & { readonly top: string | null }
type Listed = Layer & { readonly node: Fields; readonly group: string }

/**
 * The layers of a model from its input to its output, those of models in it among them. Fails where they are not one
 * after the other, each called once with nothing but what the one before it gives.
 *
 * @param model `{ class_name, config }`, as Keras and TensorFlow.js write it
 */
export function chainOf(model: unknown): Result<readonly PlacedLayer[]> {
  return layersIn(model, { groups: [], trainable: true, top: null })
}

function layersIn(model: unknown, around: Around): Result<readonly PlacedLayer[]> {
  const { className, config } = layerOf(model)
  if (!MODELS.has(className))
    return mismatch(
      className === ''
        ? text('kerasModel.noClass', { found: shown(fieldsOf(model).class_name) })
        : text('kerasModel.ownModelClass', { className }),
    )
  const ownConfig = fieldsOf(model).config
  const listed = Array.isArray(ownConfig) ? ownConfig : config.layers
  if (!Array.isArray(listed)) return damaged(text('kerasModel.noLayers', { found: shown(listed) }))
  if (listed.length > MAX_LAYERS || around.groups.length > MAX_DEPTH)
    return otherModel(text('kerasModel.manyMoreLayers'))
  const layers = listed.map((node) => ({ ...layerOf(node), node: fieldsOf(node), group: '' }))
  const nameless = layers.findIndex(
    ({ className: of, name }) => of === '' || (name === '' && !MODELS.has(of)),
  )
  if (nameless >= 0) return damaged(text('kerasModel.namelessLayer', { number: nameless + 1 }))
  const doubled = layers.find(({ name }, i) => layers.findIndex((other) => other.name === name) !== i)
  if (doubled) return damaged(text('kerasModel.sameNames', { name: doubled.name }))
  const groups = groupNames(layers.map(({ className: of }) => of))
  const grouped = layers.map((layer, i): Listed => ({ ...layer, group: groups[i] as string }))
  const inOrder = className === 'Sequential' ? sequential(grouped) : called(config, grouped)
  if (!inOrder.ok) return inOrder
  return expanded(inOrder.value, { ...around, trainable: around.trainable && config.trainable !== false })
}

/** A Sequential model hands on one output of each layer, and refuses a layer that has more. */
function sequential(layers: readonly Listed[]): Result<readonly Listed[]> {
  const states = layers.find(({ config }) => config.return_state === true)
  return states ? otherModel(text('kerasModel.returnsState', { layer: named(states) })) : ok(layers)
}

/** Puts the layers of a model into the places of those that are models. */
function expanded(layers: readonly Listed[], around: Around): Result<readonly PlacedLayer[]> {
  const chain: PlacedLayer[] = []
  for (const [index, { node, group, ...layer }] of layers.entries()) {
    if (layer.className === 'InputLayer' && index > 0)
      return otherModel(text('kerasModel.laterInput', { layer: named(layer), number: index + 1 }))
    const trainable = around.trainable && layer.config.trainable !== false
    const inside: Around = {
      groups: [...around.groups, group],
      trainable,
      top: around.top ?? layer.name,
    }
    if (!MODELS.has(layer.className)) {
      chain.push({ ...layer, ...inside, top: inside.top ?? '' })
      continue
    }
    const inner = layersIn(node, inside)
    if (!inner.ok) return inner
    chain.push(...inner.value)
  }
  return ok(chain)
}

/** The layers of a Functional model in the order in which they are called. */
function called(
  { input_layers, output_layers }: Fields,
  layers: readonly Listed[],
): Result<readonly Listed[]> {
  const [inputs, outputs] = [tensorsIn(input_layers), tensorsIn(output_layers)]
  if (inputs.length !== 1) return otherModel(text('kerasModel.otherInputs', { layers: layersOf(inputs) }))
  if (outputs.length !== 1) return otherModel(text('kerasModel.otherOutputs', { layers: layersOf(outputs) }))
  const byName = new Map(layers.map((layer) => [layer.name, layer]))
  const chain: Listed[] = []
  let [next] = outputs
  while (next) {
    const layer = byName.get(next.layer)
    if (!layer || chain.includes(layer)) return damaged(text('kerasModel.leadsNowhere', { name: next.layer }))
    chain.unshift(layer)
    const before = inputOf(layer, next.index)
    if (!before.ok) return before
    next = before.value
  }
  if (chain[0]?.name !== inputs[0]?.layer)
    return otherModel(text('kerasModel.comesFromElsewhere', { name: chain[0]?.name ?? '' }))
  return ok(chain)
}

function layersOf(tensors: readonly TensorName[]): string[] {
  return tensors.map(({ layer }) => layer)
}

/** The output that a layer is called with; none for an input. */
function inputOf(layer: Listed, index: number) {
  const nodes = layer.node.inbound_nodes
  if (index !== 0)
    return otherModel(text('kerasModel.usesStates', { layer: named(layer), number: index + 1 }))
  if (!Array.isArray(nodes)) return damaged(text('kerasModel.noCall', { layer: named(layer) }))
  if (layer.className === 'InputLayer') return ok(undefined)
  if (layer.operation) return otherModel(text('kerasModel.operation', { layer: named(layer) }))
  if (nodes.length !== 1)
    return otherModel(text('kerasModel.otherCalls', { layer: named(layer), found: nodes.length }))
  const call = callOf(nodes[0])
  if (!call) return damaged(text('kerasModel.noCall', { layer: named(layer) }))
  if (call.inputs.length === 0) return otherModel(text('kerasModel.calledWithNone', { layer: named(layer) }))
  if (call.inputs.length > 1)
    return otherModel(
      text('kerasModel.calledWithSeveral', { layer: named(layer), layers: layersOf(call.inputs) }),
    )
  const [odd] = call.more
  if (odd !== undefined)
    return otherModel(
      odd === 'training'
        ? text('kerasModel.calledAsInTraining', { layer: named(layer) })
        : text('kerasModel.calledWithMore', {
            layer: named(layer),
            found: typeof odd === 'string' ? shown(odd) : odd,
          }),
    )
  return ok(call.inputs[0])
}
