/**
 * Words that fit into a length: as they are, or their beginning and an ellipsis; empty where not even one letter fits.
 *
 * @param room in CSS pixels
 * @param measure gives the width of words, in CSS pixels
 */
export function fitting(words: string, room: number, measure: (words: string) => number): string {
  if (measure(words) <= room) return words
  const letters = [...words]
  const shown = letters.findLastIndex(
    (_, last) =>
      measure(
        `${letters
          .slice(0, last + 1)
          .join('')
          .trimEnd()}…`,
      ) <= room,
  )
  return shown < 0
    ? ''
    : `${letters
        .slice(0, shown + 1)
        .join('')
        .trimEnd()}…`
}
