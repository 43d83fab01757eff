import type { Text } from './language/text'

/** What can go wrong through no fault of the program. */
export type ErrorCode =
  | 'invalid-setting'
  | 'no-run'
  | 'run-diverged'
  | 'run-full'
  | 'file-unreadable'
  | 'file-not-weights'
  | 'weights-mismatch'
  | 'file-not-written'
  | 'trainer-not-ready'
  | 'trainer-gone'

/** An expected failure, in one sentence for a person: what was expected, what was found, what to do. */
export type AppError = { readonly code: ErrorCode; readonly text: Text }

/** What an operation that a person can make fail comes back with. Anything else is a bug and is thrown. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError }

export function ok(): Result<void>
export function ok<T>(value: T): Result<T>
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value }
}

export function fail(code: ErrorCode, text: Text): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: { code, text } }
}

/** Closes a switch over a union: the compiler complains here when a member is added and not handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
