import type { Words } from './words'

type Sentence<Values> = (values: Values, words: Words) => string

/** A sentence of a catalogue: as it stands, or put together from its values. */
export type Entry = string | Sentence<never>

/** The values that an English sentence tells; undefined where it stands as it is. */
export type ValuesOf<English> = English extends (values: infer Values, ...rest: never[]) => string
  ? Values
  : undefined

/** The same sentences in another language: none missing, none more, each with the values of the English one. */
export type Translated<English extends { readonly [id: string]: Entry }> = {
  readonly [Id in keyof English]: English[Id] extends string ? string : Sentence<ValuesOf<English[Id]>>
}
