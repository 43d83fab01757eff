/** How names out of files stand in a sentence: files may call things anything. */
export const names = {
  /** `escaped` as JSON writes it, without its quotation marks. */
  'names.quoted': ({ escaped }: { escaped: string }) => `"${escaped}"`,
  /** At the beginning of a sentence; null where the file's name is not known. */
  'names.file': ({ name }: { name: string | null }) => (name === null ? 'This file' : `"${name}"`),
  /** At the end of a list that was cut. */
  'names.more': ({ count }: { count: string }) => `${count} more`,
}
