import type { Tell } from './json-file'
import { withoutPaths } from './without-paths'

/** What went wrong at the start without hindering it, for the first page to tell; the log alone has its paths. */
export type StartNotices = {
  readonly tell: Tell
  /** All that was told since the last time, as one text; null when nothing was. */
  readonly take: () => string | null
}

/** More than so many sentences are not read by anybody; the log has all. */
const MAX_SHOWN = 3

/** Begins with nothing to tell. */
export function createStartNotices(): StartNotices {
  let told: readonly string[] = []
  return {
    tell: (sentence) => {
      told = [...told, withoutPaths(sentence)]
    },
    take: () => {
      if (told.length === 0) return null
      const more = told.length - MAX_SHOWN
      const rest = more > 0 ? [`${more} more like this: Help > Open logs folder has all.`] : []
      const text = [...told.slice(0, MAX_SHOWN), ...rest].join(' ')
      told = []
      return text
    },
  }
}
