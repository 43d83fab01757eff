import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { NUMBERS } from '@contract/settings/numbers'
import type { Sizes } from '@contract/settings/source-config'
import type { NamedArrays } from '../../network/shape/named-arrays'
import { mismatch } from '../base/file-sentence'

/** What the shapes of weights tell of their network; they tell of no family, and not tanh from relu. */
export type WeightSizes = Sizes & {
  /** Blocks of [hidden] rows in a kernel: 1, 3 or 4. */
  readonly gates: number
  readonly layers: number
  readonly hiddenUnits: number
}

/** A parameter of a recurrent layer; what is caught is the layer's number. */
const OF_LAYER = /^rnn\.(?:weight|bias)_[ih]h_l(0|[1-9]\d*)$/

/**
 * How many recurrent layers the names tell of; one where they tell of none, so that its names are missed. Fails when
 * there are more than Unroll trains, or when one of them is left out.
 */
export function layersOf(tensors: NamedArrays): Result<number> {
  const numbers = new Set<number>()
  for (const name of tensors.keys()) {
    const number = OF_LAYER.exec(name)?.[1]
    if (number !== undefined) numbers.add(Number(number))
  }
  // Not spread into Math.max: a file can name more layers than a call takes arguments.
  const last = [...numbers].reduce((most, number) => Math.max(most, number), 0)
  const { max } = NUMBERS.layers
  const gap = Array.from({ length: Math.min(last, numbers.size + 1) }, (_, i) => i).find(
    (number) => !numbers.has(number),
  )
  if (gap !== undefined) return mismatch(text('torch.layerLeftOut', { gap, last }))
  if (last >= max) return mismatch(text('torch.tooManyLayers', { most: max, found: last + 1 }))
  return ok(last + 1)
}

/**
 * What the first kernel, [gates · hidden, inputs], and that of the read-out, [outputs, hidden], tell; one of each where
 * they are no matrices, so that their shapes are missed.
 */
export function featuresOf(tensors: NamedArrays): Sizes {
  const inputs = tensors.get('rnn.weight_ih_l0')?.shape ?? []
  const outputs = tensors.get('out.weight')?.shape ?? []
  return {
    inputs: inputs.length === 2 ? (inputs[1] as number) : 1,
    outputs: outputs.length === 2 ? (outputs[0] as number) : 1,
  }
}

/**
 * What the first recurrent kernel, [gates · hidden, hidden], and the names tell of the network.
 *
 * @param inFile a name, as the file has it
 */
export function findSizes(
  tensors: NamedArrays,
  inFile: (name: string) => string = (name) => name,
): Result<WeightSizes> {
  const layers = layersOf(tensors)
  if (!layers.ok) return layers
  const name = 'rnn.weight_hh_l0'
  const shape = tensors.get(name)?.shape ?? []
  const [rows = 0, columns = 0] = shape
  const { min, max } = NUMBERS.hiddenUnits
  // An empty kernel says as much of its gates as any.
  const gates = rows === 0 && columns === 0 ? 1 : rows / columns
  if (shape.length !== 2 || ![1, 3, 4].includes(gates))
    return mismatch(text('torch.oddKernel', { name: inFile(name), shape: shape.join(', ') }))
  if (columns < min || columns > max)
    return mismatch(text('torch.otherSize', { least: min, most: max, found: columns }))
  return ok({ gates, layers: layers.value, hiddenUnits: columns, ...featuresOf(tensors) })
}
