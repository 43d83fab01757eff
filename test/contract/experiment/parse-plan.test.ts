import type { ExperimentPlan } from '@contract/experiment/experiment'
import { parsePlan } from '@contract/experiment/parse-plan'
import { sayIn } from '@contract/language/say'
import { ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const SEEDS = { first: 1, count: 3 }
const GOOD: readonly ExperimentPlan[] = [
  { kind: 'seeds', base: LESSON, seeds: SEEDS },
  {
    kind: 'sweep',
    base: LESSON,
    seeds: SEEDS,
    varied: [
      { setting: 'hiddenUnits', values: [8, 16] },
      { setting: 'carryState', values: [true, false] },
    ],
  },
  { kind: 'sweep', base: LESSON, seeds: SEEDS, varied: [{ setting: 'cell', values: ['gru', 'lstm'] }] },
  { kind: 'race', lanes: [LESSON, withSettings(LESSON, { learningRate: 0.01 })] },
]

/** The sentence that a plan is refused with. */
function refusal(plan: unknown, language: 'en' | 'zh' = 'en'): string {
  const parsed = parsePlan(plan)
  if (parsed.ok) throw new Error('it was not refused')
  expect(parsed.error.code).toBe('invalid-setting')
  return sayIn(language)(parsed.error.text)
}

const sweep = (...varied: readonly unknown[]) => ({ kind: 'sweep', base: LESSON, seeds: SEEDS, varied })
const units = (values: readonly unknown[]) => ({ setting: 'hiddenUnits', values })

describe('the plan of an experiment', () => {
  it('is taken as it is where all of its runs can be made', () => {
    for (const plan of GOOD) expect(parsePlan(structuredClone(plan))).toEqual(ok(plan))
  })

  it.each([
    [null, /^The plan of an experiment must be an object/],
    [{ kind: 'grid' }, /^An experiment must be of seeds, a sweep or a race/],
    [{ ...GOOD[0], base: withSettings(LESSON, { hiddenUnits: 0 }) }, /^Hidden units must be/],
    [{ ...GOOD[0], seeds: null }, /^Seed must be .* but nothing was given/],
    [{ ...GOOD[0], seeds: { first: -1, count: 3 } }, /^Seed must be .* but −1 was given/],
    [{ ...GOOD[0], seeds: { first: 1, count: 201 } }, /has 1 to 200 seeds, but 201 was given/],
    [{ ...GOOD[0], seeds: { first: 1, count: 1.5 } }, /has 1 to 200 seeds, but 1.5 was given/],
    [{ ...GOOD[0], seeds: { first: 1, count: 'all' } }, /has 1 to 200 seeds, but something else was given/],
    [
      { ...GOOD[0], seeds: { first: 4_294_967_295, count: 2 } },
      /^2 seeds from 4,294,967,295 on would go beyond 4,294,967,295, the largest seed/,
    ],
    [sweep(), /varies one setting or two/],
    [sweep(units([1]), units([2]), units([3])), /varies one setting or two/],
    [sweep({ setting: 'seed', values: [1, 2] }), /can vary every setting but the seed/],
    [sweep({ setting: 'source', values: [1] }), /can vary every setting but the seed/],
    [sweep({ setting: 'toString', values: [1] }), /can vary every setting but the seed/],
    [sweep(units([1]), units([2])), /needs two that differ, but Hidden units was given twice/],
    [sweep(units([])), /has 1 to 30 values of Hidden units, but 0 were given/],
    [sweep(units(Array.from({ length: 31 }, (_, i) => i + 1))), /has 1 to 30 values of Hidden units, but 31/],
    [sweep(units([8, 0])), /^Hidden units must be/],
    [sweep({ setting: 'cell', values: ['gru', 'tree'] }), /must be one of/],
    [sweep({ setting: 'carryState', values: [1] }), /must be true or false/],
    [sweep(units([8, 16, 8])), /but 8 was given twice/],
    [sweep({ setting: 'carryState', values: [true, true] }), /but switched on was given twice/],
    [
      {
        ...sweep(units(Array.from({ length: 30 }, (_, i) => i + 1)), {
          setting: 'batch',
          values: Array.from({ length: 12 }, (_, i) => i + 1),
        }),
      },
      /no more than 1,000 runs, but this one would have 1,080/,
    ],
    [
      {
        ...sweep(
          { setting: 'layers', values: [1, 2] },
          { setting: 'family', values: ['pytorch', 'tensorflow'] },
        ),
      },
      /^No run can be made with Layers 2 and .* TensorFlow.*: The TensorFlow family has one layer/,
    ],
    [{ kind: 'race', lanes: [LESSON] }, /^A race has 2 to 6 lanes, but 1 were given/],
    [
      { kind: 'race', lanes: [LESSON, withSettings(LESSON, { family: 'tensorflow', layers: 2 })] },
      /^Lane 2 of the race cannot be run: The TensorFlow family/,
    ],
  ])('is refused in one sentence: %#', (plan, sentence) => {
    expect(refusal(plan)).toMatch(sentence)
    expect(refusal(plan, 'zh')).not.toMatch(/undefined|\[object/)
  })

  it('is parsed or refused, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GOOD),
        fc.anything(),
        fc.constantFrom('kind', 'base', 'seeds', 'varied', 'lanes'),
        (plan, value, name) => {
          const parsed = parsePlan({ ...plan, [name]: value })
          if (!parsed.ok) expect(sayIn('en')(parsed.error.text)).not.toMatch(/undefined|\[object/)
        },
      ),
    )
  })
})
