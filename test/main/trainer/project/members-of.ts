import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { zipped } from '../../../../main/trainer/project/zip/zip-writer'

/** What a project file holds, by the names of its members. */
export type Members = Map<string, Uint8Array>

/** The members of a project, as any zip program unpacks them, in their order. */
export function membersIn(project: string | Uint8Array): Members {
  return new Map(Object.entries(unzipSync(typeof project === 'string' ? readFileSync(project) : project)))
}

/** What the manifest of some members says. */
export function manifestIn(members: Members): Record<string, unknown> & { members: Record<string, unknown> } {
  return JSON.parse(new TextDecoder().decode(members.get('manifest.json')))
}

/** JSON as a member. */
export function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes of a keyframe's file behind its header. */
function numbersOf(file: Uint8Array): Uint8Array {
  if (file.length < 8) return file
  const header = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true))
  return file.subarray(8 + header)
}

/** Writes a manifest's hashes and fingerprints anew, as one would who wants a change not to be seen. */
export function withHashes(members: Members): Members {
  const manifest = manifestIn(members)
  const others = [...members].filter(([name]) => name !== 'manifest.json')
  const noted = others.map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }])
  const keyframes = others
    .filter(([name]) => name.startsWith('keyframes/'))
    .map(([name, bytes]) => ({ update: Number(name.slice(10, 20)), fingerprint: sha256(numbersOf(bytes)) }))
  const told = { ...manifest, keyframes, members: Object.fromEntries(noted) }
  return new Map([...others, ['manifest.json', json(told)]])
}

/** The bytes of an archive of these members. */
export async function archiveOf(members: Iterable<readonly [string, Uint8Array]>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const all = async function* () {
    for (const [name, bytes] of members) yield { name, pieces: [bytes] }
  }
  for await (const piece of zipped(all())) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Writes bytes into a new file of a folder. @returns its path */
export function fileOf(bytes: Uint8Array, folder: string): string {
  const path = join(folder, `${randomUUID()}.unroll`)
  writeFileSync(path, bytes)
  return path
}
