import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { Tell } from './json-file'
import { textWithoutPaths } from './without-paths'

/** What went wrong at the start without hindering it, for the first page to tell; the log alone has its paths. */
export type StartNotices = {
  readonly tell: Tell
  /** All that was told since the last time, as one text; null when nothing was. */
  readonly take: () => Text | null
}

/** More than so many sentences are not read by anybody; the log has all. */
const MAX_SHOWN = 3

/** Begins with nothing to tell. */
export function createStartNotices(): StartNotices {
  let told: readonly Text[] = []
  return {
    tell: (one) => {
      told = [...told, textWithoutPaths(one)]
    },
    take: () => {
      if (told.length === 0) return null
      const more = Math.max(0, told.length - MAX_SHOWN)
      const taken = text('start.notices', { told: told.slice(0, MAX_SHOWN), more })
      told = []
      return taken
    },
  }
}
