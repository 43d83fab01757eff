import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeReader } from '../../../../../main/trainer/data/table/cells/time-text'
import { CHOICES } from './tables'

const SEED = { seed: Number(process.env.UNROLL_SEED), numRuns: 1000 }
const DAY = 86_400_000

const reader = () => timeReader('iso', CHOICES)

/** A time as JavaScript writes it, cut off or filled up to so many letters. */
const anyForm = fc.record({
  between: fc.constantFrom(' ', 'T', ', ', '  '),
  length: fc.constantFrom(16, 19, 21, 22, 23, 26, 29),
  mark: fc.constantFrom('.', ','),
  zone: fc.constantFrom('', 'Z', 'z', ' Z', 'UTC', '+00:00', ' -00'),
})

describe('times of a column', () => {
  it('are those that JavaScript writes, many of a day or each of another, in every form', () => {
    const times = fc.array(
      fc.oneof(
        fc.record({ day: fc.integer({ min: 0, max: 2 }), form: anyForm, of: fc.nat(DAY - 1) }),
        fc.record({ day: fc.integer({ min: -350_000, max: 2_900_000 }), form: anyForm, of: fc.nat(DAY - 1) }),
      ),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(times, (all) => {
        const { read, hasTakenUtc } = reader()
        for (const { day, of, form } of all) {
          const iso = new Date(day * DAY + of).toISOString()
          const whole = iso.slice(0, -1).padEnd(29, '0').slice(0, form.length)
          const cell = whole.replace('T', form.between).replace('.', form.mark) + form.zone
          const unit =
            form.length === 16 ? 60_000 : form.length === 19 ? 1000 : 10 ** Math.max(0, 23 - form.length)
          expect(read(cell), cell).toBe(Math.floor((day * DAY + of) / unit) * unit)
        }
        expect(hasTakenUtc()).toBe(all.some(({ form }) => form.zone === ''))
      }),
      SEED,
    )
  })

  it('are read alike whether or not a space stands before their zone, also where they are none', () => {
    // With that space a time is read by the pattern, without it by its letters.
    const clock = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123569:., Zp'), maxLength: 14 }),
      fc.stringMatching(/^[0-2][0-9]:[0-6][0-9](:[0-6][0-9]([.,][0-9]{0,10})?)?$/),
    )
    fc.assert(
      fc.property(clock, (written) => {
        const { read } = reader()
        expect(read('2020-02-29 00:00')).toBe(Date.UTC(2020, 1, 29))
        expect(read(`2020-02-29 ${written}Z`)).toBe(read(`2020-02-29 ${written} Z`))
      }),
      { ...SEED, numRuns: 5000 },
    )
  })
})
