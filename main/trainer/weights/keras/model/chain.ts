import { ok, type Result } from '@contract/result'
import { damaged, mismatch, quoted } from '../../base/file-sentence'
import { fieldsOf } from '../../base/parsed-json'
import { callOf, tensorsIn } from './inbound'
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
        ? `it should say of which class its model is, but says ${shown(fieldsOf(model).class_name)}; save the whole model again`
        : `it is a model of a class of somebody's own, ${quoted(className)}: what that computes is in Python code, which is not in the file; build the model with keras.Sequential or keras.Model(inputs, outputs) and save that`,
    )
  const ownConfig = fieldsOf(model).config
  const listed = Array.isArray(ownConfig) ? ownConfig : config.layers
  if (!Array.isArray(listed)) return damaged(`its model should list layers, but has ${shown(listed)}`)
  if (listed.length > MAX_LAYERS || around.groups.length > MAX_DEPTH)
    return otherModel(`it should have from 1 to 4 recurrent layers and a Dense one, but has many more`)
  const layers = listed.map((node) => ({ ...layerOf(node), node: fieldsOf(node), group: '' }))
  const nameless = layers.findIndex(
    ({ className: of, name }) => of === '' || (name === '' && !MODELS.has(of)),
  )
  if (nameless >= 0)
    return damaged(`every layer of it should have a class and a name, but layer ${nameless + 1} has not`)
  const doubled = layers.find(({ name }, i) => layers.findIndex((other) => other.name === name) !== i)
  if (doubled)
    return damaged(`the names of its layers should differ, but two are called ${quoted(doubled.name)}`)
  const groups = groupNames(layers.map(({ className: of }) => of))
  const grouped = layers.map((layer, i): Listed => ({ ...layer, group: groups[i] as string }))
  const inOrder = className === 'Sequential' ? sequential(grouped) : called(config, grouped)
  if (!inOrder.ok) return inOrder
  return expanded(inOrder.value, { ...around, trainable: around.trainable && config.trainable !== false })
}

/** A Sequential model hands on one output of each layer, and refuses a layer that has more. */
function sequential(layers: readonly Listed[]): Result<readonly Listed[]> {
  const states = layers.find(({ config }) => config.return_state === true)
  return states
    ? otherModel(`${named(states)} should have return_state=False in a Sequential model, but has true`)
    : ok(layers)
}

/** Puts the layers of a model into the places of those that are models. */
function expanded(layers: readonly Listed[], around: Around): Result<readonly PlacedLayer[]> {
  const chain: PlacedLayer[] = []
  for (const [index, { node, group, ...layer }] of layers.entries()) {
    if (layer.className === 'InputLayer' && index > 0)
      return otherModel(`${named(layer)} should be the first, but is number ${index + 1}`)
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
  for (const [of, found] of [
    ['input', inputs],
    ['output', outputs],
  ] as const)
    if (found.length !== 1)
      return otherModel(
        `it should have 1 ${of}, but has ${found.length === 0 ? 'none' : `${found.length}: ${quoted(found.map(({ layer }) => layer).join(', '))}`}`,
      )
  const byName = new Map(layers.map((layer) => [layer.name, layer]))
  const chain: Listed[] = []
  let [next] = outputs
  while (next) {
    const layer = byName.get(next.layer)
    if (!layer || chain.includes(layer))
      return damaged(`its layers should lead from input to output, but do not at ${quoted(next.layer)}`)
    chain.unshift(layer)
    const before = inputOf(layer, next.index)
    if (!before.ok) return before
    next = before.value
  }
  if (chain[0]?.name !== inputs[0]?.layer)
    return otherModel(`its output should come from its input, but comes from ${quoted(chain[0]?.name ?? '')}`)
  return ok(chain)
}

/** The output that a layer is called with; none for an input. */
function inputOf(layer: Listed, index: number) {
  const nodes = layer.node.inbound_nodes
  if (index !== 0)
    return otherModel(
      `of ${named(layer)} the output should be used, but its states are (output ${index + 1})`,
    )
  if (!Array.isArray(nodes)) return damaged(`${named(layer)} should say what it is called with, but does not`)
  if (layer.className === 'InputLayer') return ok(undefined)
  if (layer.operation)
    return otherModel(`${named(layer)} is an operation on outputs of layers, which no network of Unroll does`)
  if (nodes.length !== 1)
    return otherModel(`${named(layer)} should be called once, but is called ${nodes.length} times`)
  const call = callOf(nodes[0])
  if (!call) return damaged(`${named(layer)} should say what it is called with, but does not`)
  if (call.inputs.length !== 1)
    return otherModel(
      `${named(layer)} should be called with the output of one layer, but is with ${call.inputs.length === 0 ? 'none' : `those of ${quoted(call.inputs.map(({ layer: name }) => name).join(', '))}`}`,
    )
  const [odd] = call.more
  if (odd !== undefined)
    return otherModel(
      `${named(layer)} should be called with the output of the layer before it alone, but is with ${odd === 'training' ? 'training=True, so that it does at all times what it does in training' : quoted(odd)}`,
    )
  return ok(call.inputs[0])
}
