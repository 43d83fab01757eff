import { ok, type Result } from '@contract/result'
import { LIMITS } from '@contract/setting-limits'
import { describeNetwork } from '../network/describe-network'
import type { ArrayOf, NamedArrays } from '../network/named-arrays'
import { mismatch, quoted, withCommas } from './file-sentence'
import { otherNetwork } from './other-networks'

/** The parameters of one of Unroll's networks, in its own order. */
export type WeightTensors = { readonly hiddenUnits: number; readonly parameters: NamedArrays }

/** What to do in PyTorch when names do not fit. */
const RENAME =
  'save the state_dict of a module that has a torch.nn.RNN called rnn and a torch.nn.Linear called out'

/**
 * Holds tensors against the network that Unroll trains: exactly its names, exactly its shapes, numbers that
 * are finite. The size of the hidden state is found from the recurrent kernel, [hidden, hidden].
 *
 * Fails with `weights-mismatch` and a sentence for `nameFile`; networks that Unroll could be given by mistake
 * are called by their names.
 */
export function checkWeightTensors(tensors: NamedArrays): Result<WeightTensors> {
  const other = otherNetwork(tensors)
  if (other) return mismatch(other)
  const names = checkNames(tensors)
  if (!names.ok) return names
  const hiddenUnits = checkHiddenUnits(tensors)
  if (!hiddenUnits.ok) return hiddenUnits
  const parameters = new Map<string, ArrayOf>()
  for (const { name, shape } of describeNetwork(hiddenUnits.value).parameters) {
    const array = tensors.get(name)
    if (array?.shape.join() !== shape.join())
      return mismatch(
        `with ${withCommas(hiddenUnits.value)} hidden units ${quoted(name)} should have the shape ${brackets(shape)}, but has ${brackets(array?.shape ?? [])}; choose weights whose tensors belong together`,
      )
    const broken = array.values.findIndex((value) => !Number.isFinite(value))
    if (broken >= 0)
      return mismatch(
        `weights must be finite numbers, but number ${withCommas(broken + 1)} of ${quoted(name)} is ${array.values[broken]}; choose weights of a training that did not diverge`,
      )
    parameters.set(name, array)
  }
  return ok({ hiddenUnits: hiddenUnits.value, parameters })
}

function checkNames(tensors: NamedArrays): Result<void> {
  const expected = describeNetwork(1).parameters.map(({ name }) => name)
  const missing = expected.filter((name) => !tensors.has(name))
  if (missing.length > 0) return mismatch(`${listed(missing)} missing; in PyTorch, ${RENAME}`)
  const extra = [...tensors.keys()].filter((name) => !expected.includes(name))
  if (extra.length > 0) return mismatch(`${listed(extra)} not part of it; in PyTorch, ${RENAME}`)
  return ok()
}

function checkHiddenUnits(tensors: NamedArrays): Result<number> {
  const name = 'rnn.weight_hh_l0'
  const shape = tensors.get(name)?.shape ?? []
  const [rows, columns] = shape
  const { min, max } = LIMITS.hiddenUnits
  if (shape.length !== 2 || rows === undefined || rows !== columns)
    return mismatch(
      `${quoted(name)} should be square, [hidden, hidden], but has the shape ${brackets(shape)}; choose weights of a torch.nn.RNN`,
    )
  if (rows < min || rows > max)
    return mismatch(
      `it should have from ${min} to ${max} hidden units, but has ${withCommas(rows)}; choose weights of a network of such a size`,
    )
  return ok(rows)
}

function brackets(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`
}

/** `"a" is`, `"a" and "b" are`, `"a", "b", "c" and 4 more are`. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 4 ? 3 : 4).map(quoted)
  const last = names.length > shown.length ? `${withCommas(names.length - shown.length)} more` : shown.pop()
  return shown.length > 0 ? `${shown.join(', ')} and ${last} are` : `${last} is`
}
