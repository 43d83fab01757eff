import type { Words } from './words'

/** What something takes on a disk, in thousands as file managers count, never nothing: `1 kB`, `25.3 MB`, `2 GB`. */
export function diskSize(bytes: number, words: Pick<Words, 'number'>): string {
  if (bytes < 999_500) return `${words.number(Math.max(1, Math.round(bytes / 1000)))} kB`
  const [size, unit] = bytes < 999_950_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB']
  return `${words.number(Math.round(size * 10) / 10)} ${unit}`
}
