import type { TargetPicture } from '@contract/data/series-picture'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** What an autocorrelation says of a series, and of the window that is to see it, in one sentence. */
export function likenessText({ by, autocorrelation, season }: TargetPicture, window: number): Text {
  if (!autocorrelation) return text('dataPicture.noLikeness')
  if (season !== null)
    return text('dataPicture.season', { season, window, seen: Math.floor(window / season) })
  const { values, band } = autocorrelation
  const lost = values.findIndex((value) => Math.abs(value) <= band)
  if (lost < 0) return text('dataPicture.longLikeness', { steps: values.length - 1 })
  const [rows, { count: known }] = [by.to - by.from, autocorrelation]
  // A value that has no known neighbour says nothing of how it follows from one.
  if (lost <= 1 && 2 * known <= rows) return text('dataPicture.fewKnown', { known, rows })
  return lost <= 1 ? text('dataPicture.noMemory') : text('dataPicture.likeness', { steps: lost - 1 })
}
