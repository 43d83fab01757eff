import { LARGEST, type Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import type { SeriesSource } from '@contract/settings/source-config'

/** The failure of a series one of whose chosen columns has a number beyond `LARGEST`; null where none has. */
export function tooLarge({ columns }: Series, { inputs, targets }: SeriesSource): Result<never> | null {
  const chosen = new Set([...inputs, ...targets])
  const beyond = columns.find(
    ({ name, values }) => chosen.has(name) && values.some((value) => Math.abs(value) > LARGEST),
  )
  if (!beyond) return null
  return fail('invalid-setting', text('source.tooLarge', { name: beyond.name, most: LARGEST }))
}
