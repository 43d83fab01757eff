import { text } from '@contract/language/texts'
import { ProjectFault } from './project-fault'
import type { Bytes } from './read-at'

/** A file in an archive, stored as it is. */
export type ZipMember = {
  readonly name: string
  /** Where its bytes begin in the archive, and how many they are. */
  readonly at: number
  readonly bytes: number
  readonly crc: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const [END_BYTES, ENTRY_BYTES, LOCAL_BYTES, DESCRIPTOR_BYTES] = [22, 46, 30, 16]
/** Sizes come after the bytes; names are UTF-8. No other flag is known here, encryption least of all. */
const [SIZES_AFTER, UTF8] = [0x0008, 0x0800]

/**
 * Lists the members of a zip archive (PKWARE's APPNOTE 6.3.10, 4.3) that holds nothing but them: stored, one after the other
 * from the first byte on, then the directory to the last byte. An archive of any other form, with holes, overlaps, comments, an
 * archive before or behind it, or more members than are asked for, is none of ours: nothing hides in what is read.
 *
 * @throws ProjectFault
 */
export async function readDirectory(file: Bytes, mostMembers: number): Promise<readonly ZipMember[]> {
  const { size } = file
  const end = await file.at(size - END_BYTES, END_BYTES)
  if (!end || end.u32(0) !== END) throw new ProjectFault(text(await reasonOf(file)))
  const [count, directoryBytes, from] = [end.u16(10), end.u32(12), end.u32(16)]
  const isOurs = end.u32(4) === 0 && end.u16(8) === count && end.u16(20) === 0
  if (!isOurs || count > mostMembers || from + directoryBytes + END_BYTES !== size) throw damaged()
  if (directoryBytes > mostMembers * (ENTRY_BYTES + 255)) throw damaged()
  const directory = await file.at(from, directoryBytes)
  if (!directory) throw damaged()
  const members: ZipMember[] = []
  let [offset, at] = [0, 0]
  for (let i = 0; i < count; i += 1) {
    if (offset + ENTRY_BYTES > directoryBytes || directory.u32(offset) !== ENTRY) throw damaged()
    const [flags, method, crc] = [
      directory.u16(offset + 8),
      directory.u16(offset + 10),
      directory.u32(offset + 16),
    ]
    const [packed, bytes] = [directory.u32(offset + 20), directory.u32(offset + 24)]
    const [nameBytes, extra, comment] = [28, 30, 32].map((place) => directory.u16(offset + place)) as [
      number,
      number,
      number,
    ]
    const name = directory.text(offset + ENTRY_BYTES, nameBytes)
    if (name === null || extra + comment > 0 || directory.u32(offset + 42) !== at) throw damaged()
    if ((flags & ~UTF8) !== SIZES_AFTER || method !== 0 || packed !== bytes)
      throw new ProjectFault(text('project.packed', { member: name }))
    const begin = at + LOCAL_BYTES + nameBytes
    members.push({ name, at: begin, bytes, crc })
    at = begin + bytes + DESCRIPTOR_BYTES
    offset += ENTRY_BYTES + nameBytes
  }
  if (offset !== directoryBytes || at !== from) throw damaged()
  for (const member of members) await checkLocal(file, member)
  return members
}

/** What stands before and behind a member says the same as the directory. */
async function checkLocal(file: Bytes, { name, at, bytes, crc }: ZipMember): Promise<void> {
  const nameBytes = new TextEncoder().encode(name).length
  const local = await file.at(at - LOCAL_BYTES - nameBytes, LOCAL_BYTES + nameBytes)
  const after = await file.at(at + bytes, DESCRIPTOR_BYTES)
  const isSame =
    local?.u32(0) === LOCAL &&
    local.u16(26) === nameBytes &&
    local.u16(28) === 0 &&
    local.text(LOCAL_BYTES, nameBytes) === name &&
    after?.u32(0) === DESCRIPTOR &&
    after.u32(4) === crc &&
    after.u32(8) === bytes &&
    after.u32(12) === bytes
  if (!isSame) throw damaged()
}

/** One that was cut has still its beginning. */
async function reasonOf(file: Bytes): Promise<'project.archiveDamaged' | 'project.noArchive'> {
  const beginning = await file.at(0, 4)
  return beginning?.u32(0) === LOCAL ? 'project.archiveDamaged' : 'project.noArchive'
}

function damaged(): ProjectFault {
  return new ProjectFault(text('project.archiveDamaged'))
}
