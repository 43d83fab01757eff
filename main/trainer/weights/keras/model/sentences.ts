import { mismatch, quoted } from '../../base/file-sentence'
import type { Layer } from './layer'

/** A model that is read, but computes what no network of Unroll does. */
export function otherModel(what: string) {
  return mismatch(
    `${what}; choose a model of SimpleRNN, GRU or LSTM layers one after the other, then Dense(1) at every time step`,
  )
}

/** A layer as a sentence names it: `its layer "lstm_1" (LSTM)`. */
export function named({ name, className }: Pick<Layer, 'name' | 'className'>): string {
  return `its layer ${quoted(name)} (${classShown(className)})`
}

/** The name of a class, which a file may make of anything. */
export function classShown(className: string): string {
  return /^[\w>]{1,60}$/.test(className) ? className : quoted(className)
}

/** A value out of a file, as a sentence shows it; never the whole of an object, which a file can nest without end. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value))
    return value.length > 8 ? `a list of ${value.length}` : `[${value.map(brief).join(', ')}]`
  return brief(value)
}

function brief(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
