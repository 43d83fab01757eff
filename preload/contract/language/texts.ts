import type { ValuesOf } from './catalogue'
import type { en } from './en'
import type { Text } from './text'

type English = typeof en

/** The name of a sentence in the catalogues. */
export type TextId = keyof English

/** What `text` takes beside an id: the values of its sentence, or nothing. */
export type TextArguments<Id extends TextId> =
  ValuesOf<English[Id]> extends undefined ? [] : [values: ValuesOf<English[Id]>]

/** A sentence of the catalogues with its values, to be said where a person reads it. */
export function text<Id extends TextId>(id: Id, ...values: TextArguments<Id>): Text {
  return { id, values: values[0] ?? {} }
}
