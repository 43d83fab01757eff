import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

// Numbers of Apple's mach-o/loader.h, and of osfmk/kern/cs_blobs.h of its kernel.
const magic64 = 0xfeedfacf
const codeSignatureCommand = 0x1d
const signatureMagic = 0xfade0cc0
const directoryMagic = 0xfade0c02
const directorySlots = [0, 0x1000, 0x1001, 0x1002, 0x1003, 0x1004]
const adHocFlag = 0x2
const sha256Type = 2
const sha256Bytes = 32
const zero = Buffer.alloc(sha256Bytes)

/**
 * Whether the code signature of a Mach-O file of one processor holds: a directory with the SHA-256 of every page in front
 * of the signature is there, and each is that of the file. Layout: `CS_SuperBlob` and `CS_CodeDirectory` in cs_blobs.h. Who
 * has signed is not looked at: the system asks that of no library.
 *
 * @param {string} path
 * @returns {Promise<{ pages: number, pageBytes: number, adHoc: boolean }>}
 * @throws with a sentence, where there is no signature or a page is another one
 */
export async function holdSignature(path) {
  const file = await open(path)
  try {
    /** @param {number} from @param {number} bytes */
    const read = async (from, bytes) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, from)
      if (bytesRead !== bytes) throw new Error(`${path} ends within what its signature speaks of`)
      return buffer
    }
    const { offset, size } = await placeOfSignature(read, path)
    if (offset + size !== (await file.stat()).size) throw new Error(`${path} does not end with its signature`)
    const directory = sha256Directory(await read(offset, size), path)
    if (directory.covers !== offset)
      throw new Error(`the signature of ${path} covers ${directory.covers} bytes of ${offset}`)
    const pages = Math.ceil(offset / directory.pageBytes)
    if (directory.hashes.length !== pages)
      throw new Error(`the signature of ${path} has ${directory.hashes.length} hashes for ${pages} pages`)
    for (const [page, expected] of directory.hashes.entries()) {
      const from = page * directory.pageBytes
      const bytes = await read(from, Math.min(directory.pageBytes, offset - from))
      if (!createHash('sha256').update(bytes).digest().equals(expected))
        throw new Error(`page ${page} of ${pages} of ${path} is not the one that was signed`)
    }
    return { pages, pageBytes: directory.pageBytes, adHoc: directory.adHoc }
  } finally {
    await file.close()
  }
}

/**
 * @param {(from: number, bytes: number) => Promise<Buffer>} read
 * @param {string} path
 * @returns {Promise<{ offset: number, size: number }>}
 */
async function placeOfSignature(read, path) {
  const header = await read(0, 32)
  if (header.readUInt32LE(0) !== magic64) throw new Error(`${path} is no Mach-O file of one 64-bit processor`)
  const commands = await read(32, header.readUInt32LE(20))
  let at = 0
  for (let left = header.readUInt32LE(16); left > 0; left--) {
    if (commands.readUInt32LE(at) === codeSignatureCommand)
      return { offset: commands.readUInt32LE(at + 8), size: commands.readUInt32LE(at + 12) }
    at += commands.readUInt32LE(at + 4)
  }
  throw new Error(`${path} has no code signature`)
}

/**
 * @param {Buffer} signature all of it; its numbers are big-endian
 * @param {string} path
 */
function sha256Directory(signature, path) {
  if (signature.readUInt32BE(0) !== signatureMagic) throw new Error(`the signature of ${path} is none`)
  for (let index = 0; index < signature.readUInt32BE(8); index++) {
    const slot = signature.readUInt32BE(12 + 8 * index)
    const blob = signature.subarray(signature.readUInt32BE(16 + 8 * index))
    if (!directorySlots.includes(slot) || blob.readUInt32BE(0) !== directoryMagic) continue
    if (blob[37] !== sha256Type || blob[36] !== sha256Bytes) continue
    holdSpecialSlots(signature, blob, path)
    const first = blob.readUInt32BE(16)
    return {
      adHoc: (blob.readUInt32BE(12) & adHocFlag) !== 0,
      covers: blob.readUInt32BE(32),
      pageBytes: 2 ** Number(blob[39]),
      hashes: Array.from({ length: blob.readUInt32BE(28) }, (_, page) =>
        blob.subarray(first + page * sha256Bytes, first + (page + 1) * sha256Bytes),
      ),
    }
  }
  throw new Error(`the signature of ${path} has no SHA-256 of its pages`)
}

/**
 * The directory's hashes of the other parts of the signature, such as what the code requires of its signer: they lie in
 * front of those of the pages, backwards, with zeros for a part that is not there.
 *
 * @param {Buffer} signature
 * @param {Buffer} directory
 * @param {string} path
 */
function holdSpecialSlots(signature, directory, path) {
  const first = directory.readUInt32BE(16)
  for (let index = 0; index < signature.readUInt32BE(8); index++) {
    const slot = signature.readUInt32BE(12 + 8 * index)
    if (slot === 0 || slot > directory.readUInt32BE(24)) continue
    const start = signature.readUInt32BE(16 + 8 * index)
    const blob = signature.subarray(start, start + signature.readUInt32BE(start + 4))
    const expected = directory.subarray(first - slot * sha256Bytes, first - (slot - 1) * sha256Bytes)
    if (!expected.equals(zero) && !createHash('sha256').update(blob).digest().equals(expected))
      throw new Error(`part ${slot} of the signature of ${path} is not the one that was signed`)
  }
}
