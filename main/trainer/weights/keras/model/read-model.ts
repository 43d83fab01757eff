import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { LoadNote } from '@contract/run/load-notes'
import { NUMBERS } from '@contract/settings/numbers'
import { chainOf } from './chain'
import type { PlacedLayer } from './layer'
import { type ModelPlan, planned, type Step } from './plan'
import { doesMoreInTraining, isRecurrent } from './recurrent'
import { otherModel, shown } from './sentences'
import { stepsOf, trainsAlone } from './steps'
import { policyOf } from './values'

/**
 * Reads what a model computes: from 1 to 4 recurrent layers of one cell and one size, then a linear read-out of one
 * number at every time step. Layers that do something in training alone may stand anywhere; what is linear is multiplied
 * into the layer after it. Fails for any other function, naming the layer.
 *
 * @param model `{ class_name, config }`, as Keras and TensorFlow.js write it
 */
export function readModel(model: unknown): Result<ModelPlan> {
  const chain = chainOf(model)
  if (!chain.ok) return chain
  const wide = chain.value.find(({ config }) => !isOneInput(config.batch_shape ?? config.batch_input_shape))
  if (wide && wide === chain.value[0])
    return otherModel(
      text('kerasModel.otherInput', {
        found: shown(wide.config.batch_shape ?? wide.config.batch_input_shape),
      }),
    )
  const steps: Step[] = []
  for (const layer of chain.value) {
    const found = stepsOf(layer)
    if (!found.ok) return found
    steps.push(...found.value)
  }
  return networkOf(steps, chain.value)
}

function isOneInput(shape: unknown): boolean {
  return (
    shape === undefined || shape === null || (Array.isArray(shape) && shape.length === 3 && shape[2] === 1)
  )
}

function networkOf(steps: readonly Step[], chain: readonly PlacedLayer[]): Result<ModelPlan> {
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
  if (last.does.units !== 1) return otherModel(text('kerasModel.manyOutputs', { found: last.does.units }))
  return ok({
    cell: first.cell,
    hiddenUnits: first.units,
    steps: planned(steps),
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
