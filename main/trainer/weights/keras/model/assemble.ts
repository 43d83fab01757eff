import { type ArrayOf, sizeOf } from '../../../network/shape/named-arrays'
import type { KerasArrays, KerasLayer } from '../../layouts/keras-layout'
import type { ModelPlan, PlannedArray, PlannedStep, Variable } from './plan'

/** What is done to a row of features: `row · kernel + bias`, in float64. `kernel` is [from, to], row-major. */
type Linear = {
  readonly from: number
  readonly to: number
  readonly kernel: Float64Array
  readonly bias: Float64Array
}

/** Reads an array of a model. */
export type Take = (array: PlannedArray) => ArrayOf

/**
 * The arrays of one of Unroll's networks from those of a model. A model of recurrent layers and one Dense layer keeps
 * every number as it is; what stands between is multiplied into the layer after it, in float64.
 */
export function assembled({ steps }: ModelPlan, take: Take): KerasArrays {
  const layers: KerasLayer[] = []
  let pending: PlannedStep[] = []
  for (const step of steps) {
    if (step.does.kind !== 'recurs') {
      pending.push(step)
      continue
    }
    const layer = recurrentLayer(step, take)
    layers.push(pending.length === 0 ? layer : behind(product(pending, take), layer))
    pending = []
  }
  const [only] = pending
  if (pending.length === 1 && only?.does.kind === 'multiplies') {
    const arrays = taken(only, take)
    return {
      layers,
      readout: { kernel: arrays('kernel') as ArrayOf, bias: arrays('bias') ?? zeros([only.does.units]) },
    }
  }
  const { from, to, kernel, bias } = product(pending, take)
  return {
    layers,
    readout: { kernel: array([from, to], kernel), bias: array([to], bias) },
  }
}

function recurrentLayer(step: PlannedStep, take: Take): KerasLayer {
  const arrays = taken(step, take)
  const [kernel, recurrentKernel] = [arrays('kernel') as ArrayOf, arrays('recurrent_kernel') as ArrayOf]
  const columns = kernel.shape[1] as number
  const isGru = step.does.kind === 'recurs' && step.does.cell === 'gru'
  return { kernel, recurrentKernel, bias: arrays('bias') ?? zeros(isGru ? [2, columns] : [columns]) }
}

/** A recurrent layer that does the linear part to its input itself; of the two biases of a GRU the first is the input's. */
function behind(linear: Linear, { kernel, recurrentKernel, bias }: KerasLayer): KerasLayer {
  const columns = kernel.shape[1] as number
  const layer: Linear = {
    from: linear.to,
    to: columns,
    kernel: Float64Array.from(kernel.values),
    bias: Float64Array.from(bias.values.subarray(0, columns)),
  }
  const both = then(linear, layer)
  const biases = bias.values.slice()
  biases.set(both.bias)
  return {
    kernel: array([linear.from, columns], both.kernel),
    recurrentKernel,
    bias: { shape: bias.shape, values: biases },
  }
}

function product(steps: readonly PlannedStep[], take: Take): Linear {
  return steps.map((step) => linearOf(step, take)).reduce(then)
}

function linearOf(step: PlannedStep, take: Take): Linear {
  const { does, width } = step
  const arrays = taken(step, take)
  switch (does.kind) {
    case 'recurs':
      throw new Error('expected a linear step, but found a recurrent one')
    case 'multiplies':
      return {
        from: width,
        to: does.units,
        kernel: Float64Array.from((arrays('kernel') as ArrayOf).values),
        bias: Float64Array.from((arrays('bias') ?? zeros([does.units])).values),
      }
    case 'scales':
      return diagonal(
        width,
        () => does.scale,
        () => does.offset,
      )
    case 'normalises': {
      const of = (variable: Variable, otherwise: number) => (i: number) =>
        arrays(variable)?.values[i] ?? otherwise
      const [gamma, beta, mean, variance] = [
        of('gamma', 1),
        of('beta', 0),
        of('moving_mean', 0),
        of('moving_variance', 1),
      ]
      const factor = (i: number) => gamma(i) / Math.sqrt(variance(i) + does.epsilon)
      return diagonal(width, factor, (i) => beta(i) - mean(i) * factor(i))
    }
  }
}

function diagonal(width: number, factor: (i: number) => number, offset: (i: number) => number): Linear {
  const kernel = new Float64Array(width * width)
  for (let i = 0; i < width; i++) kernel[i * width + i] = factor(i)
  return { from: width, to: width, kernel, bias: Float64Array.from({ length: width }, (_, i) => offset(i)) }
}

/** One after the other. */
function then(a: Linear, b: Linear): Linear {
  const kernel = new Float64Array(a.from * b.to)
  const bias = b.bias.slice()
  const row = (values: Float64Array, from: number, into: Float64Array, at: number) => {
    for (let i = 0; i < a.to; i++) {
      const factor = values[from + i] as number
      if (factor === 0) continue
      for (let j = 0; j < b.to; j++)
        into[at + j] = (into[at + j] as number) + factor * (b.kernel[i * b.to + j] as number)
    }
  }
  for (let from = 0; from < a.from; from++) row(a.kernel, from * a.to, kernel, from * b.to)
  row(a.bias, 0, bias, 0)
  return { from: a.from, to: b.to, kernel, bias }
}

function taken({ arrays }: PlannedStep, take: Take): (variable: Variable) => ArrayOf | undefined {
  return (variable) => {
    const found = arrays.find((each) => each.variable === variable)
    return found && take(found)
  }
}

function array(shape: readonly number[], values: Float64Array): ArrayOf {
  return { shape, values: Float32Array.from(values) }
}

function zeros(shape: readonly number[]): ArrayOf {
  return { shape, values: new Float32Array(sizeOf(shape)) }
}
