import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { ArrayOf } from '../../network/shape/named-arrays'
import { damaged, mismatch } from '../base/file-sentence'
import type { PlannedArray } from '../keras/model/plan'
import type { GivenFile } from '../weight-codec'
import { bytesOf, type WeightsGroup } from './manifest'

/** Arrays of a model. */
export type ModelArrays = ReadonlyMap<PlannedArray, ArrayOf>

/**
 * Reads the numbers of a model: the arrays of a group lie one after the other in its files, without a hole, from the
 * first byte to the last. What is read beyond a file of the right size is never more than one file.
 *
 * @param beside reads a file of the same folder
 */
export async function readArrays(
  groups: readonly WeightsGroup[],
  beside: GivenFile['beside'],
): Promise<Result<ModelArrays>> {
  const found = new Map<PlannedArray, ArrayOf>()
  for (const group of groups) {
    const bytes = await readGroup(group, beside)
    if (!bytes.ok) return bytes
    const view = new DataView(bytes.value.buffer)
    let offset = 0
    for (const { name, planned, encoding, length } of group.arrays) {
      const from = offset
      offset += length * encoding.bytes
      if (!planned) continue
      const values = Float32Array.from({ length }, (_, i) => encoding.read(view, from + i * encoding.bytes))
      const broken = values.findIndex((value) => !Number.isFinite(value))
      if (broken >= 0)
        return mismatch(
          text('weightFiles.notFinite', { number: broken + 1, name, value: `${values[broken]}` }),
        )
      found.set(planned, { shape: planned.shape, values })
    }
  }
  return ok(found)
}

/** The bytes of a group's files in a buffer of their own, of the size that its arrays need. */
async function readGroup(
  { paths, arrays }: WeightsGroup,
  beside: GivenFile['beside'],
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const needed = bytesOf(arrays)
  const parts: Uint8Array[] = []
  let found = 0
  for (const path of paths) {
    const part = await beside(path)
    if (!part.ok) return part
    found += part.value.byteLength
    if (found > needed) break
    parts.push(part.value)
  }
  if (found !== needed) return damaged(text('tfjs.otherBytes', { needed, paths: [...paths], found }))
  const bytes = new Uint8Array(needed)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return ok(bytes)
}
