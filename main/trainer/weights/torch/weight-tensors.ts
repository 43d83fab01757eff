import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { describeNetwork } from '../../network/shape/describe-network'
import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import { mismatch } from '../base/file-sentence'
import { sparedLayers, tooManyFeatures } from './other-networks'
import { findSizes, layersOf, type WeightSizes } from './weight-sizes'
import { specFromSizes } from './weight-spec'

/** The parameters of one of Unroll's networks, as PyTorch has them and in its order. */
export type WeightTensors = { readonly sizes: WeightSizes; readonly parameters: NamedArrays }

/**
 * Holds tensors against the networks that Unroll trains: exactly their names, exactly their shapes, numbers that
 * are finite. What the network is, is found from the names and the shapes.
 *
 * Fails with `weights-mismatch` and a sentence for `nameFile`.
 *
 * @param called what the file calls those that it calls otherwise
 */
export function checkWeightTensors(
  tensors: NamedArrays,
  called: ReadonlyMap<string, string> = new Map(),
): Result<WeightTensors> {
  const inFile = (name: string) => called.get(name) ?? name
  const other = sparedLayers(tensors) ?? tooManyFeatures(tensors)
  if (other) return mismatch(other)
  const names = checkNames(tensors)
  if (!names.ok) return names
  const sizes = findSizes(tensors, inFile)
  if (!sizes.ok) return sizes
  const parameters = new Map<string, ArrayOf>()
  for (const { name, shape } of describeNetwork(specFromSizes(sizes.value, 'rnn-tanh')).parameters) {
    const array = tensors.get(name)
    if (array?.shape.join() !== shape.join())
      return mismatch(
        text('torch.otherShape', {
          hiddenUnits: sizes.value.hiddenUnits,
          name: inFile(name),
          shape: shape.join(', '),
          found: array?.shape.join(', ') ?? '',
        }),
      )
    const broken = array.values.findIndex((value) => !Number.isFinite(value))
    if (broken >= 0)
      return mismatch(
        text('weightFiles.notFinite', {
          number: broken + 1,
          name: inFile(name),
          value: `${array.values[broken]}`,
        }),
      )
    parameters.set(name, array)
  }
  return ok({ sizes: sizes.value, parameters })
}

function checkNames(tensors: NamedArrays): Result<void> {
  const layers = layersOf(tensors)
  if (!layers.ok) return layers
  const smallest = specFromSizes(
    { gates: 1, layers: layers.value, hiddenUnits: 1, inputs: 1, outputs: 1 },
    'rnn-tanh',
  )
  const expected = describeNetwork(smallest).parameters.map(({ name }) => name)
  const missing = expected.filter((name) => !tensors.has(name))
  if (missing.length > 0) return mismatch(text('torch.missing', { names: missing }))
  const extra = [...tensors.keys()].filter((name) => !expected.includes(name))
  if (extra.length > 0) return mismatch(text('torch.notPartOfIt', { names: extra }))
  return ok()
}
