import { MAX_ROWS } from '@contract/data/series'
import { MAX_NUMBERS } from '@contract/data/table/table-read'

/** The keyframes of a project, at most: as many can prove themselves. */
export const MOST_KEYFRAMES = 64
/** What only a newer version of the format has, in files of a folder of its own: so many at most. */
export const MOST_MORE = 16
/** A zip archive without extensions has no more. */
export const MOST_PROJECT_BYTES = 2 ** 32 - 1

export const MANIFEST = 'manifest.json'
export const RUN = 'run.json'
export const NOTES = 'notes.txt'
export const SERIES = 'data.series'
export const BEST = 'best.safetensors'
export const MOMENTS = 'moments.safetensors'
export const RECORD = 'updates.record'

/** What a run is called in the links between those of a file: its own run, and one of its family. */
export const MAIN_LABEL = 'main'

const KEYFRAME = /^keyframes\/\d{10}\.safetensors$/
const MORE = /^more\/[\w.-]{1,100}$/
const MIB = 2 ** 20

/** The bytes that a member may have, before any of them are read; null for a name that no project has. */
export function mostBytes(name: string): number | null {
  switch (name) {
    case MANIFEST:
      return MIB
    case RUN:
    case NOTES:
      return 8 * MIB
    case SERIES:
      return 8 * (MAX_NUMBERS + MAX_ROWS) + 64 * MIB
    case MOMENTS:
      return 32 * MIB
    case RECORD:
      return MOST_PROJECT_BYTES
    default:
      return name === BEST || KEYFRAME.test(name) || isMore(name) ? 1024 * MIB : null
  }
}

/** Whether a member is one that only a newer version of the format may have. */
export function isMore(name: string): boolean {
  return MORE.test(name)
}

/** What a run of the family is called in the links between those of a file. @param index from 0 */
export function branchLabel(index: number): string {
  return `branch-${String(index + 1).padStart(2, '0')}`
}

/** The name of the project that a run of the family is: among what only a newer version has, for those that know of no families. */
export function branchName(index: number): string {
  return `more/${branchLabel(index)}.unroll`
}

/** The name of the keyframe after an update: ten digits, so that they stand in order. */
export function keyframeName(update: number): string {
  return `keyframes/${String(update).padStart(10, '0')}.safetensors`
}
