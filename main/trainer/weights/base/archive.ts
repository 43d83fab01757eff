import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { Unzip, type UnzipFile, UnzipInflate, unzipSync } from 'fflate'
import { damaged } from './file-sentence'

/** More members than any weight file of ours or of Keras has; beyond it nothing is even listed. */
const MAX_MEMBERS = 256
/** Bytes of the archive that are taken at a time: what comes out of them is counted before more is. */
const PIECE = 16 * 1024

type Member = { readonly name: string; readonly size: number; readonly compression: number }

/** How the bytes of a member may be kept, by their numbers in the zip format (APPNOTE 4.4.5): as they are, and deflated. */
const COMPRESSIONS = [0, 8]

/**
 * Unpacks a zip archive in memory. Its own directory is read first: the members and how large they say they are.
 * Then each is unpacked, and given up as soon as it is larger than it said, so that a small archive cannot fill the
 * memory or hold us for long. Names stay names: nothing is written anywhere.
 *
 * Fails with `file-not-weights`.
 *
 * @param maxBytes the largest size of all members together
 */
export function readArchive(bytes: Uint8Array, maxBytes: number): Result<ReadonlyMap<string, Uint8Array>> {
  const members = listMembers(bytes)
  if (!members) return damaged(text('archive.unreadable'))
  if (members.length > MAX_MEMBERS)
    return fail('file-not-weights', text('archive.manyMembers', { file: null, most: MAX_MEMBERS }))
  const twice = members.find(({ name }, i) => members.findIndex((other) => other.name === name) !== i)
  if (twice) return damaged(text('archive.memberTwice', { name: twice.name }))
  const other = members.find(({ compression }) => !COMPRESSIONS.includes(compression))
  if (other)
    return fail(
      'file-not-weights',
      text('archive.otherCompression', { file: null, name: other.name, method: other.compression }),
    )
  const total = members.reduce((sum, { size }) => sum + size, 0)
  if (total > maxBytes)
    return fail('file-not-weights', text('archive.tooLarge', { file: null, most: maxBytes, found: total }))
  const unpacked = unpack(bytes, members)
  const bad = members.find(({ name, size }) => unpacked.get(name)?.byteLength !== size)
  if (bad) return damaged(text('archive.otherSize', { name: bad.name, size: bad.size }))
  if (unpacked.size !== members.length) return damaged(text('archive.otherMembers'))
  return ok(unpacked)
}

/** The archive's directory without its folders, of a long one no more than one member too many; null when it is damaged. */
function listMembers(bytes: Uint8Array): Member[] | null {
  const members: Member[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        if (isFolder(name) && originalSize === 0) return false
        if (!Number.isSafeInteger(originalSize)) throw new RangeError(name)
        if (members.length <= MAX_MEMBERS) members.push({ name, size: originalSize, compression })
        return false
      },
    })
  } catch {
    // Of whatever kind: the library throws its own errors, and those of the language on nonsense.
    return null
  }
  return members
}

/** Whether a name stands for a folder, which has no bytes. */
function isFolder(name: string): boolean {
  return name.endsWith('/')
}

/** Unpacks the listed members; what is missing in the result, or has another size, is damaged. */
function unpack(bytes: Uint8Array, members: readonly Member[]): Map<string, Uint8Array> {
  const unpacked = new Map<string, Uint8Array>()
  let gaveUp = false
  const take = (file: UnzipFile) => {
    const member = members.find(({ name }) => name === file.name)
    if (!member && isFolder(file.name)) return
    if (!member || unpacked.has(file.name)) {
      gaveUp = true
      return
    }
    const whole = new Uint8Array(member.size)
    let filled = 0
    file.ondata = (error, data, final) => {
      if (gaveUp) return
      if (error || filled + data.byteLength > whole.byteLength) {
        gaveUp = true
        return
      }
      whole.set(data, filled)
      filled += data.byteLength
      if (final && filled === whole.byteLength) unpacked.set(file.name, whole)
    }
    file.start()
  }
  const unzip = new Unzip(take)
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.byteLength && !gaveUp; from += PIECE)
      unzip.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.byteLength)
  } catch {
    gaveUp = true
  }
  return gaveUp ? new Map() : unpacked
}
