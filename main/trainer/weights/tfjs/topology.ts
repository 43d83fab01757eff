import { ok, type Result } from '@contract/result'
import { NUMBERS } from '@contract/settings/numbers'
import { counted } from '@contract/words'
import { quoted } from '../base/file-sentence'
import { fieldsOf } from '../base/parsed-json'
import { findOtherField, type Rule } from './layer-rules'
import type { ModelPlan } from './plan'
import { notTfjs, otherFunction, shown } from './sentences'

type Layer = { readonly kind: unknown; readonly name: string; readonly config: Record<string, unknown> }

/** Of SimpleRNN and LSTM, where a file leaves it out. */
const DEFAULT_ACTIVATION = 'tanh'

const GRU =
  'a GRU of TensorFlow.js applies its reset gate before the recurrent product, which is another function than the GRU of Unroll and PyTorch'

/**
 * Reads what a model is: one to four SimpleRNN or LSTM layers of as many units, then a Dense(1) at every time step.
 * Whatever would make it another function is refused.
 *
 * @param topology `modelTopology` of the file, as model.save writes it or with `model_config` as Keras does
 */
export function readTopology(topology: unknown): Result<ModelPlan> {
  const outer = fieldsOf(topology)
  const model = fieldsOf(outer.model_config ?? topology)
  if (model.class_name !== 'Sequential')
    return otherFunction(`it should be a Sequential model, but is ${shown(model.class_name)}`)
  const config = model.config
  const listed = Array.isArray(config) ? config : fieldsOf(config).layers
  if (!Array.isArray(listed)) return notTfjs(`its topology should list layers, but has ${shown(listed)}`)
  const { max } = NUMBERS.layers
  // An InputLayer before them, and the read-out after.
  if (listed.length < 2 || listed.length > max + 2)
    return otherFunction(
      `it should have from 1 to ${max} recurrent layers and a Dense one, but has ${counted(listed.length, 'layer')}`,
    )
  const layers: Layer[] = []
  for (const each of listed) {
    const { class_name, config } = fieldsOf(each)
    const fields = fieldsOf(config)
    if (typeof fields.name !== 'string')
      return notTfjs(
        `every layer of it should have a name, but layer ${layers.length + 1} has ${shown(fields.name)}`,
      )
    layers.push({ kind: class_name, name: fields.name, config: fields })
  }
  return planOf(layers)
}

function planOf(all: readonly Layer[]): Result<ModelPlan> {
  const layers = all[0]?.kind === 'InputLayer' ? all.slice(1) : all
  const input = all[0]?.config ?? {}
  const shape = input.batch_input_shape
  if (shape !== undefined && !(Array.isArray(shape) && shape.length === 3 && shape[2] === 1))
    return otherFunction(`its input should be [null, null, 1], but is ${shown(shape)}`)
  const recurrent = layers.slice(0, -1)
  const first = recurrent[0]
  const last = layers.at(-1)
  if (!first || !last || recurrent.length > NUMBERS.layers.max)
    return otherFunction(
      `it should have from 1 to ${NUMBERS.layers.max} recurrent layers and a Dense one, but has ${recurrent.length} before the last`,
    )
  const doubled = layers.find(({ name }, index) =>
    layers.some((other, i) => i < index && other.name === name),
  )
  if (doubled)
    return notTfjs(`the names of its layers should differ, but two are called ${shown(doubled.name)}`)
  const units = first.config.units
  const { min, max } = NUMBERS.hiddenUnits
  if (!Number.isInteger(units) || Number(units) < min || Number(units) > max)
    return otherFunction(`it should have from ${min} to ${max} units in a layer, but has ${shown(units)}`)
  for (const layer of recurrent) {
    const other = whyOther(layer, first)
    if (other) return otherFunction(other)
  }
  const readout = readoutIn(last)
  const other = readout.kind === 'Dense' ? findOtherField(readout.config, 'Dense') : null
  if (readout.kind !== 'Dense')
    return otherFunction(
      `its last layer should be a Dense one, but ${quoted(last.name)} is ${shown(readout.kind)}`,
    )
  if (other) return otherFunction(saidOf(last.name, other, readout.config))
  const isRelu = first.config.activation === 'relu'
  const cell = first.kind === 'LSTM' ? 'lstm' : isRelu ? 'rnn-relu' : 'rnn-tanh'
  return ok({
    cell,
    hiddenUnits: Number(units),
    recurrent: recurrent.map(({ name }) => name),
    readout: last.name,
  })
}

/** The layer itself, or the one that a TimeDistributed one applies at every time step, which is the same. */
function readoutIn(last: Layer): { readonly kind: unknown; readonly config: Record<string, unknown> } {
  if (last.kind !== 'TimeDistributed') return last
  const inner = fieldsOf(last.config.layer)
  return { kind: inner.class_name, config: fieldsOf(inner.config) }
}

/** What keeps a layer from being one of a stack that starts with `first`, or null. */
function whyOther({ kind, name, config }: Layer, first: Layer): string | null {
  if (kind === 'GRU') return `its layer ${quoted(name)} is a GRU, and ${GRU}`
  if (kind !== 'SimpleRNN' && kind !== 'LSTM')
    return `its layers should be SimpleRNN or LSTM, but ${quoted(name)} is ${shown(kind)}`
  if (kind !== first.kind)
    return `its recurrent layers should be of one kind, but ${quoted(name)} is ${shown(kind)} above ${shown(first.kind)}`
  const other = findOtherField(config, kind)
  if (other) return saidOf(name, other, config)
  const of = (field: string, fields: Record<string, unknown>) => fields[field] ?? DEFAULT_ACTIVATION
  const differing = ['units', 'activation'].find((field) => of(field, config) !== of(field, first.config))
  if (differing !== undefined)
    return `its recurrent layers should have one ${quoted(differing)}, but ${quoted(name)} has ${shown(config[differing])} above ${shown(first.config[differing])}`
  return null
}

function saidOf(name: string, { field, wanted }: Rule, config: Record<string, unknown>): string {
  return `its layer ${quoted(name)} should have ${quoted(field)} ${wanted}, but has ${shown(config[field])}`
}
