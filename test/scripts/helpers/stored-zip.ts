import { crc32 } from 'node:zlib'

/** A zip archive of uncompressed files, with Unix modes, as release archives have them. */
export function storedZip(files: readonly { path: string; mode: number; text: string }[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, mode, text } of files) {
    const name = Buffer.from(path)
    const data = Buffer.from(text)
    // The fields that the local header and the directory share, from "version needed" on.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE((mode << 16) >>> 0, 6)
    entry.writeUInt32LE(offset, 10)
    // "Made by" 3 is Unix: without it the modes mean nothing.
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, entry, name)
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, name, data]
    parts.push(...local)
    offset += local.reduce((sum, part) => sum + part.length, 0)
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}
