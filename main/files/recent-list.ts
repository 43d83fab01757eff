import { basename, dirname } from 'node:path'

/** Recent files are chosen by their place in the list, which is never longer than this. */
export const MAX_RECENT_FILES = 10

/** The list with this path as its newest, each path once, the oldest dropped. */
export function withRecent(paths: readonly string[], path: string): readonly string[] {
  return [path, ...withoutRecent(paths, path)].slice(0, MAX_RECENT_FILES)
}

/** The list without this path. */
export function withoutRecent(paths: readonly string[], path: string): readonly string[] {
  return paths.filter((one) => one !== path)
}

/** Names for a menu: the file's own, and its folder's where two files have the same. */
export function recentNames(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => basename(path))
  return paths.map((path, place) => {
    const name = names[place] ?? ''
    const alone = names.indexOf(name) === names.lastIndexOf(name)
    return alone ? name : `${name} (${basename(dirname(path))})`
  })
}
