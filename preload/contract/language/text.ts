declare const made: unique symbol

/** What a sentence tells of: its numbers, names and words. All of it can cross a wire and be kept in a file. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Text
  | readonly Value[]
  | { readonly [name: string]: Value }

/**
 * Something for a person to read, before it is said in a language: the name of a sentence in the catalogues, and the
 * values that it tells. Only `text` makes one, so that its id and its values are known to the compiler.
 */
export type Text = {
  readonly id: string
  readonly values: { readonly [name: string]: Value }
  /** Never there: it keeps other objects from being taken for one. */
  readonly [made]?: never
}
