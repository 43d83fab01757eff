import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { checkArguments, REQUEST_CHECKS } from '../../../main/wire/request-schemas'

/** Values that the structured clone lets through and that no form of the page makes. */
const ODD: Readonly<Record<string, unknown>> = {
  'a BigInt': 10n,
  'an object with a BigInt': { a: 10n },
  'a circle': (() => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    return circle
  })(),
  'a map': new Map([[1, 2]]),
  'a date': new Date(Number.NaN),
  'an error': new Error('a'),
  'a buffer': new ArrayBuffer(8),
  'an object without a prototype': Object.create(null),
  'a regular expression': /a/,
  'not a number': Number.NaN,
  nothing: undefined,
}

describe('a value that the page never sends', () => {
  const names = Object.keys(REQUEST_CHECKS) as (keyof typeof REQUEST_CHECKS)[]

  it.each(Object.entries(ODD))('is refused with a sentence, not thrown: %s', (_what, odd) => {
    for (const name of names) {
      if (REQUEST_CHECKS[name].invalid === 'throws') continue
      for (const given of [[odd], [{ ...LESSON, network: odd }], [odd, odd]]) {
        const checked = checkArguments(name, given)
        expect(checked.ok, name).toBe(false)
        if (!checked.ok) expect(inEnglish(checked.error.text), name).toMatch(/\S.*[.!?]?$/)
      }
    }
  })

  it.each(Object.entries(ODD))('is refused in the place of every setting: %s', (_what, odd) => {
    for (const part of ['data', 'network', 'training'] as const) {
      for (const setting of Object.keys(LESSON[part])) {
        const config = { ...LESSON, [part]: { ...LESSON[part], [setting]: odd } }
        const checked = checkArguments('createRun', [config])
        // The only kind of data there is, and so nothing that is chosen.
        if (setting === 'kind') continue
        expect(checked.ok, setting).toBe(false)
      }
    }
  })
})
