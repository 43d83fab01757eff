import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { LoadNote } from '@contract/run/load-notes'
import { NUMBERS } from '@contract/settings/numbers'
import { MAX_INPUTS, MAX_OUTPUTS } from '@contract/settings/source-config'
import { chainOf } from './chain'
import type { PlacedLayer } from './layer'
import { type ModelPlan, planned, type Step } from './plan'
import { doesMoreInTraining, isRecurrent } from './recurrent'
import { otherModel, shown } from './sentences'
import { stepsOf, trainsAlone } from './steps'
import { policyOf } from './values'

/**
 * Reads what a model computes: from 1 to 4 recurrent layers of one cell and one size, then a linear read-out
 * at every time step. Layers that do something in training alone may stand anywhere; what is linear is multiplied
 * into the layer after it. Fails for any other function, naming the layer.
 *
 * @param model `{ class_name, config }`, as Keras and TensorFlow.js write it
 */
export function readModel(model: unknown): Result<ModelPlan> {
  const chain = chainOf(model)
  if (!chain.ok) return chain
  const { config = {} } = chain.value[0] ?? {}
  const shape = config.batch_shape ?? config.batch_input_shape
  const inputs = inputsIn(shape)
  if (inputs === null)
    return otherModel(text('kerasModel.otherInput', { most: MAX_INPUTS, found: shown(shape) }))
  const steps: Step[] = []
  for (const layer of chain.value) {
    const found = stepsOf(layer)
    if (!found.ok) return found
    steps.push(...found.value)
  }
  return networkOf(steps, chain.value, inputs)
}

/** Inputs at each time step by a shape [batch, time steps, inputs]: one where none is told; null for other shapes. */
function inputsIn(shape: unknown): number | null {
  if (shape === undefined || shape === null) return 1
  if (!Array.isArray(shape) || shape.length !== 3) return null
  const inputs: unknown = shape[2]
  const fits = typeof inputs === 'number' && Number.isInteger(inputs) && inputs >= 1 && inputs <= MAX_INPUTS
  return fits ? inputs : null
}

function networkOf(steps: readonly Step[], chain: readonly PlacedLayer[], inputs: number): Result<ModelPlan> {
  const recurrent = steps.flatMap(({ does, place }) => (does.kind === 'recurs' ? [{ ...does, place }] : []))
  const [first] = recurrent
  const { max } = NUMBERS.layers
  if (!first) {
    const classNames = chain.map(({ className }) => className)
    return otherModel(text('kerasModel.noRecurrentLayer', { most: max, classNames }))
  }
  if (recurrent.length > max)
    return otherModel(text('kerasModel.tooManyRecurrent', { most: max, found: recurrent.length }))
  const cells = [...new Set(recurrent.map(({ cell }) => cell))]
  if (cells.length > 1) return otherModel(text('kerasModel.severalCells', { cells }))
  const sizes = recurrent.map(({ units }) => units)
  if (new Set(sizes).size > 1) return otherModel(text('kerasModel.severalSizes', { sizes }))
  const last = steps.findLast(({ does }) => does.kind === 'multiplies' || does.kind === 'recurs')
  if (last?.does.kind !== 'multiplies')
    return otherModel(
      text('kerasModel.otherEnd', { className: chain.findLast(isRecurrent)?.className ?? '' }),
    )
  if (last.does.units > MAX_OUTPUTS)
    return otherModel(text('kerasModel.manyOutputs', { most: MAX_OUTPUTS, found: last.does.units }))
  return ok({
    cell: first.cell,
    hiddenUnits: first.units,
    steps: planned(steps, inputs),
    notes: notesOn(steps, chain),
  })
}

function notesOn(steps: readonly Step[], chain: readonly PlacedLayer[]): LoadNote[] {
  const named = (layers: readonly { readonly name: string }[]) => layers.map(({ name }) => name.slice(0, 60))
  const idle = chain.filter((layer) => trainsAlone(layer) || doesMoreInTraining(layer))
  const biasless = steps.filter(({ does }) => 'bias' in does && !does.bias).map(({ place }) => place)
  const linear = steps.filter(({ does }) => does.kind !== 'recurs').map(({ place }) => place)
  const policies = chain.map(({ config }) => policyOf(config.dtype))
  const policy = policies.find((each) => each !== null && each !== 'float32')
  return [
    ...(idle.length > 0 ? [{ kind: 'training-alone', layers: named(idle) } as const] : []),
    ...(biasless.length > 0 ? [{ kind: 'no-bias', modules: named(biasless) } as const] : []),
    ...(linear.length > 1 ? [{ kind: 'multiplied', layers: named(linear) } as const] : []),
    ...(policy ? [{ kind: 'computes-in', policy } as const] : []),
  ]
}
