import { ok, type Result } from '@contract/result'
import { counted } from '@contract/words'
import type { ArrayOf } from '../../network/named-arrays'
import { damaged, mismatch, quoted, withCommas } from '../base/file-sentence'
import type { GivenFile } from '../weight-codec'
import { bytesOf, type WeightsGroup } from './manifest'

/** Arrays of a model by layer and variable: `lstm_1/kernel`. */
export type ModelArrays = ReadonlyMap<string, ArrayOf>

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
  const found = new Map<string, ArrayOf>()
  for (const group of groups) {
    const bytes = await readGroup(group, beside)
    if (!bytes.ok) return bytes
    let offset = 0
    for (const { layer, variable, shape } of group.arrays) {
      const name = `${layer}/${variable}`
      const length = shape.reduce((product, size) => product * size, 1)
      const values = new Float32Array(bytes.value.buffer, offset, length)
      const broken = values.findIndex((value) => !Number.isFinite(value))
      if (broken >= 0)
        return mismatch(
          `weights must be finite numbers, but number ${withCommas(broken + 1)} of ${quoted(name)} is ${values[broken]}; choose weights of a training that did not diverge`,
        )
      found.set(name, { shape, values })
      offset += values.byteLength
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
  if (found !== needed)
    return damaged(
      `its weights should be ${counted(needed, 'byte')} in ${filesInWords(paths)}, but ${found > needed ? 'there are more' : `are ${withCommas(found)}`}`,
    )
  const bytes = new Uint8Array(needed)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.byteLength
  }
  return ok(bytes)
}

function filesInWords(paths: readonly string[]): string {
  return paths.length === 1 ? quoted(paths[0] as string) : counted(paths.length, 'file')
}
