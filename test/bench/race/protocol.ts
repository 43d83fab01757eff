/** What a competitor's process says, one line of JSON each; lines that are none are TensorFlow's own chatter. */
export type Said =
  | {
      readonly kind: 'ready'
      /** The framework and its version. */
      readonly about: string
      readonly perCall: number
    }
  /** The framework is not there: says which. */
  | { readonly kind: 'missing'; readonly what: string }
  | { readonly kind: 'losses'; readonly losses: readonly number[] }
  | {
      readonly kind: 'turn'
      readonly updates: number
      readonly microseconds: number
      /** Processor time of all its threads. */
      readonly processor: number
    }

/** What it is told, a line each: to make so many updates and tell their losses, or to run for so many seconds. */
export type Told = `losses ${number}` | `turn ${number}`

/** Reads a line of a process; undefined when it is not one of the above. */
export function readLine(line: string): Said | undefined {
  if (!line.startsWith('{"kind"')) return undefined
  return JSON.parse(line) as Said
}
