import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import {
  draftOf,
  EMPTY_EXPERIMENT_FORM,
  type ExperimentForm,
  proposedEnds,
  proposedFirst,
  readForm,
  variableSettings,
} from '../../../renderer/store/state/experiments/experiment-form'
import { spreadValues } from '../../../renderer/store/state/experiments/spread-values'

const sweep = (changes: Partial<ExperimentForm>): ExperimentForm => ({
  ...EMPTY_EXPERIMENT_FORM,
  kind: 'sweep',
  ...changes,
})

const said = (form: ExperimentForm) => {
  const { problems, problem, plan } = readForm(form, LESSON)
  return {
    plan: plan !== null,
    fields: Object.fromEntries([...problems].map(([field, text]) => [field, inEnglish(text)])),
    problem: problem && inEnglish(problem),
  }
}

describe('the values of a setting', () => {
  it('are in equal proportions of a rate, ends as they were typed', () => {
    // numpy.geomspace(0.002, 0.2, 5) = 0.002, 0.00632…, 0.02, 0.0632…, 0.2.
    expect(spreadValues('learningRate', 0.002, 0.2, 5)).toEqual([0.002, 0.00632, 0.02, 0.0632, 0.2])
    expect(spreadValues('learningRate', 0.0012345, 0.1, 2)).toEqual([0.0012345, 0.1])
  })

  it('are in equal distances of all else, whole where they must be, and each once', () => {
    expect(spreadValues('clipNorm', 0, 1, 5)).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(spreadValues('hiddenUnits', 1, 4, 8)).toEqual([1, 2, 3, 4])
    expect(spreadValues('hiddenUnits', 8, 32, 3)).toEqual([8, 20, 32])
  })
})

describe('the form of a new experiment', () => {
  it('proposes twenty seeds after that of the present run, or those before it where none follow', () => {
    expect(readForm(EMPTY_EXPERIMENT_FORM, LESSON).plan).toEqual({
      ...{ kind: 'seeds', base: LESSON },
      seeds: { first: 2, count: 20 },
    })
    expect(proposedFirst(withSettings(LESSON, { seed: 4_294_967_290 }), 20)).toBe(4_294_967_270)
    expect(proposedFirst(withSettings(LESSON, { seed: 4_294_967_275 }), 20)).toBe(4_294_967_276)
  })

  it('proposes values on both sides of the present one, within the limits', () => {
    expect(proposedEnds(LESSON, 'learningRate')).toEqual({ least: 0.002, most: 0.2 })
    expect(proposedEnds(LESSON, 'hiddenUnits')).toEqual({ least: 16, most: 64 })
    expect(proposedEnds(LESSON, 'layers')).toEqual({ least: 1, most: 2 })
    expect(proposedEnds(LESSON, 'clipNorm')).toEqual({ least: 0, most: 1 })
    expect(proposedEnds(withSettings(LESSON, { learningRate: 10 }), 'learningRate').most).toBe(10)
  })

  it('offers the settings that do something, and never the seed', () => {
    const names = variableSettings(LESSON)
    expect(names).not.toContain('seed')
    // Of a series alone, and of SGD alone.
    expect(names).not.toContain('window')
    expect(names).not.toContain('momentum')
    expect(names).toContain('cell')
  })

  it('says in one sentence by the field what is wrong with it', () => {
    expect(said({ ...EMPTY_EXPERIMENT_FORM, count: '1' }).fields).toEqual({
      count:
        'Number of seeds must be a whole number from 2 to 200, but 1 was given; choose a value in this range.',
    })
    expect(said({ ...EMPTY_EXPERIMENT_FORM, first: '4294967290' }).fields).toEqual({
      first:
        'First seed must be a whole number from 0 to 4,294,967,276, but 4,294,967,290 was given; choose a value in this range.',
    })
    const rate = draftOf('learningRate')
    expect(said(sweep({ varied: [{ ...rate, least: 'slow' }] })).fields).toEqual({
      'least-0':
        'Learning rate must be a number from 0.000001 to 10, but "slow" was given; choose a value in this range.',
    })
    expect(said(sweep({ varied: [{ ...rate, most: '0.001' }] })).fields).toEqual({
      'most-0':
        'The last value must be more than the first, which is 0.002, but 0.001 was given; choose a higher one.',
    })
    expect(said(sweep({ varied: [{ ...draftOf('cell'), ticked: ['gru'] }] })).fields).toEqual({
      'values-0': 'There must be at least two values; tick another one.',
    })
  })

  it('refuses too many runs, and what does not go together, before anything is begun', () => {
    const many = sweep({
      varied: [
        { ...draftOf('learningRate'), count: '30' },
        { ...draftOf('clipNorm'), count: '30' },
      ],
    })
    expect(said(many)).toMatchObject({ plan: false, fields: {} })
    expect(said(many).problem).toContain('4,500')
    const apart = sweep({ varied: [draftOf('cell'), draftOf('family')] })
    expect(said(apart)).toMatchObject({ plan: false, fields: {} })
    expect(said(apart).problem).toMatch(/TensorFlow/)
  })

  it('makes a sweep of two settings, the values of a choice in their own order', () => {
    const form = sweep({
      perCell: '3',
      varied: [
        { ...draftOf('cell'), ticked: ['lstm', 'gru'] },
        { ...draftOf('hiddenUnits'), least: '4', most: '6', count: '3' },
      ],
    })
    expect(readForm(form, LESSON).plan).toMatchObject({
      kind: 'sweep',
      varied: [
        { setting: 'cell', values: ['gru', 'lstm'] },
        { setting: 'hiddenUnits', values: [4, 5, 6] },
      ],
      seeds: { first: 2, count: 3 },
    })
  })
})
