import type { Text } from '../language/text'
import { text } from '../language/texts'

/** What is computed from a series on its way to a prediction, in order: where something of the future could come in. */
export const LEAK_PATHS = ['resampling', 'scaling', 'windows', 'season', 'rivals', 'predictions'] as const
export type LeakPath = (typeof LEAK_PATHS)[number]

/** A path on which what comes after a row has changed what comes before it. */
export type Leak = {
  readonly path: LeakPath
  /** The first row that was replaced by noise; the first of the series is 0. */
  readonly cut: number
  /** The first row before it at which a number changed; null for what is of no one row. */
  readonly row: number | null
}

/** What each path is called. */
export const LEAK_PATH_NAMES: Readonly<Record<LeakPath, Text>> = {
  resampling: text('leak.resampling'),
  scaling: text('leak.scaling'),
  windows: text('leak.windows'),
  season: text('leak.season'),
  rivals: text('leak.rivals'),
  predictions: text('leak.predictions'),
}

/** A leak in one sentence; rows are counted from 1 for a person. */
export function leakSentence({ path, cut, row }: Leak): Text {
  const name = LEAK_PATH_NAMES[path]
  return row === null
    ? text('leak.foundSomewhere', { path: name, cut: cut + 1 })
    : text('leak.foundAt', { path: name, cut: cut + 1, row: row + 1 })
}
