import { ok, type Result } from '@contract/result'
import type { ArrayOf } from '../../network/shape/named-arrays'
import type { FloatName, FoundArrays } from '../base/found-arrays'
import { beyondFloat32, float32Of, NUMBER_KINDS, type NumberName } from '../base/numbers'
import { copyTensor, openSafetensors, unreadableTensor } from './reader'

/** The format's names for kinds of numbers (`Dtype` of its `tensor.rs`) that Unroll can tell the value of. */
const KINDS: ReadonlyMap<string, NumberName> = new Map([
  ['F32', 'f4'],
  ['F64', 'f8'],
  ['F16', 'f2'],
  ['BF16', 'bf2'],
  ['BOOL', 'b1'],
  ['U8', 'u1'],
  ['I8', 'i1'],
  ['U16', 'u2'],
  ['I16', 'i2'],
  ['U32', 'u4'],
  ['I32', 'i4'],
  ['U64', 'u8'],
  ['I64', 'i8'],
])
const SIZES = new Map([...KINDS].map(([dtype, kind]) => [dtype, NUMBER_KINDS[kind].bytes]))

/** What a file of any program holds. */
export type FoundFile = { readonly found: FoundArrays; readonly metadata: ReadonlyMap<string, string> }

/**
 * Reads a safetensors file with any floating-point numbers, rounded to float32. Single whole numbers are told apart; more of
 * them are refused. Fails as `openSafetensors` does.
 */
export function decodeAnyNumbers(bytes: Uint8Array): Result<FoundFile> {
  const opened = openSafetensors(bytes, SIZES)
  if (!opened.ok) return opened
  const { tensors, metadata } = opened.value
  const arrays = new Map<string, ArrayOf>()
  const counters: string[] = []
  let numbers: FloatName = 'float32'
  for (const [name, raw] of tensors) {
    const kind = KINDS.get(raw.dtype)
    const float = kind && NUMBER_KINDS[kind].float
    if (!kind || !float) {
      if (raw.shape.length > 0) return unreadableTensor(name, raw.dtype)
      counters.push(name)
    } else if (float === 'float32') arrays.set(name, copyTensor(raw))
    else {
      const beyond = beyondFloat32(name, raw.data, kind, true)
      if (beyond) return beyond
      numbers = float
      arrays.set(name, { shape: raw.shape, values: float32Of(raw.data, kind, true) })
    }
  }
  return ok({ found: { arrays, numbers, counters }, metadata })
}
