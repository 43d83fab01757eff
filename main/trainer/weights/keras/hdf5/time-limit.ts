import { createContext, Script } from 'node:vm'

/** What ends a call that took too long. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError'
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown }

const CALL = new Script('call()')
const nothing = () => ({ value: undefined })
const room: { call: () => Outcome<unknown> } = { call: nothing }
const context = createContext(room)

/**
 * Ends a call that takes too long, even one that would never return by itself, in JavaScript or in WebAssembly. What it was
 * at is left as it was, for its `catch` and `finally` do not run either.
 *
 * @param limit milliseconds
 * @throws TimeLimitError at the limit; otherwise whatever the call throws
 */
export function withinTime<T>(limit: number, call: () => T): T {
  // An error must not leave the script: Node would copy the line it came from, which in a bundle is all of it.
  room.call = () => {
    try {
      return { value: call() }
    } catch (error) {
      return { error }
    }
  }
  const outcome = runScript<T>(limit)
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

/** Runs the one script: Node has a time limit for scripts alone, and it holds for whatever they call. */
function runScript<T>(limit: number): Outcome<T> {
  try {
    return CALL.runInContext(context, { timeout: limit }) as Outcome<T>
  } catch (error) {
    throw isTimeout(error) ? new TimeLimitError(`not done after ${limit} ms`) : error
  } finally {
    room.call = nothing
  }
}

/** By its code: it is an Error of the script's context, not of ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
