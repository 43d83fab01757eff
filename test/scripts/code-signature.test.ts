import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { holdSignature } from '../../scripts/platforms/check/code-signature.mjs'
import { tempFolder } from './helpers/temp-folder'

const addon = resolve(import.meta.dirname, '../../prebuilt/darwin-arm64/tfjs_binding.node')

/** A copy that is changed before it is looked at. */
function changed(change: (bytes: Buffer) => Buffer): string {
  const path = join(tempFolder(), 'tfjs_binding.node')
  writeFileSync(path, change(readFileSync(addon)))
  return path
}

function withOtherByte(at: number): string {
  return changed((bytes) => {
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    return bytes
  })
}

/** The byte at which the signature begins, by its load command: up to there it holds pages of 16 KiB. */
function signatureAt(): number {
  const bytes = readFileSync(addon)
  let at = 32
  while (bytes.readUInt32LE(at) !== 0x1d) at += bytes.readUInt32LE(at + 4)
  return bytes.readUInt32LE(at + 8)
}

const pages = Math.ceil(signatureAt() / 16384)

it('holds of the addon for macOS, which nobody has signed', async () => {
  expect(await holdSignature(addon)).toEqual({ pages, pageBytes: 16384, adHoc: true })
})

it.each([
  [100, 0],
  [16383, 0],
  [16384, 1],
  [300_000, 18],
  [signatureAt() - 1, pages - 1],
])('names the page when byte %i is another one', async (at, page) => {
  await expect(holdSignature(withOtherByte(at))).rejects.toThrow(`page ${page} of ${pages} of`)
})

it('fails when a hash is another one, when the file is cut, when it is none', async () => {
  const { length } = readFileSync(addon)
  const directory = readFileSync(addon).indexOf(Buffer.from('fade0c02', 'hex'))
  const hashes = directory + readFileSync(addon).readUInt32BE(directory + 16)
  await expect(holdSignature(withOtherByte(hashes + 5 * 32))).rejects.toThrow(`page 5 of ${pages} of`)
  await expect(holdSignature(changed((bytes) => bytes.subarray(0, length - 1)))).rejects.toThrow(
    'does not end with',
  )
  await expect(holdSignature(changed((bytes) => bytes.subarray(1)))).rejects.toThrow('no Mach-O file')
})

it('fails when there is no signature', async () => {
  // The command that tells its place becomes one that tells nothing (LC_NOTE).
  const without = changed((bytes) => {
    let at = 32
    while (bytes.readUInt32LE(at) !== 0x1d) at += bytes.readUInt32LE(at + 4)
    bytes.writeUInt32LE(0x31, at)
    return bytes
  })
  await expect(holdSignature(without)).rejects.toThrow('has no code signature')
})
