import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { LoadNote } from '@contract/run/load-notes'
import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import { mismatch } from '../base/file-sentence'
import { type MatrixModule, nameIn, type RecurrentModule, sortModules } from './modules'
import { sparedLayers } from './other-networks'
import { stackOf } from './stack'
import { strangers } from './strangers'

/** A network that was found in a state_dict, under the names that Unroll's own files have. */
export type Recognised = {
  readonly tensors: NamedArrays
  /** The file's own name for each, for sentences. */
  readonly called: ReadonlyMap<string, string>
  readonly notes: readonly LoadNote[]
}

/**
 * Finds Unroll's network in the state_dict of any module of PyTorch that computes it: recurrent layers in one module, or
 * in several that are fed one by the other, and one `Linear`, under whatever names and in whatever wrappers
 * (`DataParallel`, `torch.compile`, Lightning). Layers without biases get zeros. Nothing else may be there.
 *
 * Fails with `weights-mismatch` and a sentence for `nameFile`; whether sizes and numbers fit is asked by
 * `checkWeightTensors`.
 */
export function recogniseNetwork(tensors: NamedArrays): Result<Recognised> {
  const spared = sparedLayers(tensors)
  if (spared) return mismatch(spared)
  const { recurrent, matrices, rest } = sortModules(tensors)
  if (recurrent.length === 0)
    return mismatch(text('torch.noRecurrentLayer', { found: strangers([...tensors.keys()], tensors) }))
  if (rest.length > 0) return mismatch(text('torch.alsoHas', { found: strangers(rest, tensors) }))
  if (recurrent.length > 1 && matrices.length > 1)
    return mismatch(
      text('torch.severalNetworks', {
        modules: recurrent.map(({ path }) => path),
        matrices: matrices.map(({ path }) => path),
      }),
    )
  const [readout, ...others] = matrices
  if (!readout || others.length > 0)
    return mismatch(text('torch.notOneReadout', { found: matrices.map(matrixInWords) }))
  const stack = stackOf(recurrent)
  if (!stack.ok) return stack
  return renamed(stack.value, readout)
}

function renamed(stack: readonly RecurrentModule[], readout: MatrixModule): Result<Recognised> {
  const tensors = new Map<string, ArrayOf>()
  const called = new Map<string, string>()
  const noBias: string[] = []
  const add = (name: string, array: ArrayOf, found: string) => {
    tensors.set(name, array)
    called.set(name, found)
  }
  let layer = 0
  for (const { path, layers } of stack) {
    const incomplete = whyIncomplete(path, layers)
    if (incomplete) return mismatch(incomplete)
    const hasBias = layers.get(0)?.biasIh !== undefined
    if (!hasBias) noBias.push(path)
    for (let number = 0; number < layers.size; number += 1, layer += 1) {
      const { weightIh, weightHh, biasIh, biasHh } = layers.get(number) ?? {}
      if (!weightIh || !weightHh) throw new Error(`layer ${number} of ${path} was held to be complete`)
      for (const [part, array] of [
        ['weight_ih', weightIh],
        ['weight_hh', weightHh],
        ['bias_ih', biasIh ?? zeros(weightHh)],
        ['bias_hh', biasHh ?? zeros(weightHh)],
      ] as const)
        add(`rnn.${part}_l${layer}`, array, nameIn(path, `${part}_l${number}`))
    }
  }
  add('out.weight', readout.weight, nameIn(readout.path, 'weight'))
  if (!readout.bias) noBias.push(readout.path)
  add('out.bias', readout.bias ?? zeros(readout.weight), nameIn(readout.path, 'bias'))
  const notes: LoadNote[] = []
  const paths = stack.map(({ path }) => path)
  if (paths.join() !== 'rnn' || readout.path !== 'out')
    notes.push({ kind: 'modules', layers: paths, readout: readout.path })
  if (noBias.length > 0) notes.push({ kind: 'no-bias', modules: noBias })
  return ok({ tensors, called, notes })
}

/** A bias of zeros for a matrix [rows, columns]. */
function zeros({ shape: [rows = 0] }: ArrayOf): ArrayOf {
  return { shape: [rows], values: new Float32Array(rows) }
}

/** What a recurrent module lacks: layers in between, kernels, or one of the biases that others have; null for nothing. */
function whyIncomplete(path: string, layers: RecurrentModule['layers']): Text | null {
  // Not spread into Math.max: a file can name more layers than a call takes arguments.
  const last = [...layers.keys()].reduce((most, number) => Math.max(most, number), 0)
  const gap = Array.from({ length: layers.size }, (_, i) => i).find((number) => !layers.has(number))
  if (gap !== undefined) return text('torch.layerLeftOut', { gap, last })
  const withBias = [...layers.values()].some(({ biasIh, biasHh }) => biasIh || biasHh)
  for (const [number, { weightIh, weightHh, biasIh, biasHh }] of layers) {
    const parts = {
      weight_ih: weightIh,
      weight_hh: weightHh,
      ...(withBias && { bias_ih: biasIh, bias_hh: biasHh }),
    }
    const missing = Object.entries(parts).filter(([, array]) => array === undefined)
    if (missing.length > 0)
      return text('torch.partMissing', { names: missing.map(([part]) => nameIn(path, `${part}_l${number}`)) })
  }
  return null
}

function matrixInWords({ path, weight }: MatrixModule): Text {
  return text('torch.matrix', { path, shape: weight.shape.join(', ') })
}
