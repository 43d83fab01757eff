import type { Result } from '@contract/result'
import * as v from 'valibot'
import { carrying } from './carried-text'

/** Checks with the contract's own function, so that page, main and weight files say the same sentences. */
export function checkedBy<T>(parse: (value: unknown) => Result<T>): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value)
      if (parsed.ok) return parsed.value
      addIssue({ message: carrying(parsed.error.text) })
      return NEVER
    }),
  )
}
