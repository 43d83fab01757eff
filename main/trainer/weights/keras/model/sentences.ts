import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { mismatch } from '../../base/file-sentence'
import type { Layer } from './layer'

/** A model that is read, but computes what no network of Unroll does. */
export function otherModel(what: Text) {
  return mismatch(text('kerasModel.otherModel', { what }))
}

/** A layer as a sentence names it: `its layer "lstm_1" (LSTM)`. */
export function named({ name, className }: Pick<Layer, 'name' | 'className'>): Text {
  return text('kerasModel.layer', { name, className: classShown(className) })
}

/** The name of a class, which a file may make of anything. */
export function classShown(className: string): Text {
  return /^[\w>]{1,60}$/.test(className)
    ? text('jsonValue.literal', { value: className })
    : text('jsonValue.text', { value: className })
}

/** A value out of a file, as a sentence shows it; never the whole of an object, which a file can nest without end. */
export function shown(value: unknown): Text {
  if (value === undefined) return text('jsonValue.nothing')
  if (!Array.isArray(value)) return brief(value)
  return value.length > 8
    ? text('jsonValue.longList', { count: value.length })
    : text('jsonValue.list', { items: value.map(brief) })
}

function brief(value: unknown): Text {
  if (typeof value === 'string') return text('jsonValue.text', { value })
  if (typeof value === 'object' && value !== null) return text('jsonValue.object')
  return text('jsonValue.literal', { value: String(value) })
}
