import { LESSON } from '@contract/settings/lesson'
import { checkSetting } from '@contract/settings/parse-settings'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import {
  draftOf,
  EMPTY_DRAFT,
  fieldState,
  readDraft,
  settleDraft,
} from '../../../../renderer/store/state/settings-draft'
import { parseNumber } from '../../../../renderer/store/words/parse-number'
import { saying } from '../../../helpers/saying'

const typed = (texts: Record<string, string>) => ({ texts, picks: {} })

describe('parseNumber', () => {
  it.each([
    ['0.02', 0.02],
    [' 60 ', 60],
    ['2e-3', 0.002],
    ['.5', 0.5],
    ['1,153', 1153],
    ['4,294,967,295', 4294967295],
    ['0,02', 0.02],
    ['0,020', 0.02],
    ['-3', -3],
  ])('reads %j as a person means it', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  it.each(['', 'ten', '1 2', '0x10', 'Infinity', '1.2.3', '1,2,3'])('takes %j for no number', (text) => {
    expect(parseNumber(text)).toBeNaN()
  })
})

describe('readDraft', () => {
  it('is what is in force when nothing is typed', () => {
    expect(readDraft(EMPTY_DRAFT, LESSON)).toEqual({ config: LESSON, problems: {} })
  })

  it('takes over what is valid and says what is not', () => {
    const { config, problems } = readDraft(typed({ learningRate: '20', points: '12' }), LESSON)
    expect(config).toEqual(withSettings(LESSON, { points: 12 }))
    const sentence = checkSetting('learningRate', 20)
    expect(problems).toEqual({ learningRate: sentence.ok ? undefined : sentence.error.text })
  })

  it('says what was typed, not that it is no number', () => {
    expect(readDraft(typed({ seed: 'abc' }), LESSON).problems.seed).toEqual(
      saying(expect.stringContaining('"abc" was given')),
    )
    expect(readDraft(typed({ seed: '' }), LESSON).problems.seed).toEqual(
      saying(expect.stringContaining('nothing was given')),
    )
  })

  it('refuses what is too much only together, under the field that was changed', () => {
    const long = withSettings(LESSON, { updates: 1_000_000 })
    const { config, problems } = readDraft(typed({ points: '200' }), long)
    expect(problems.points).toEqual(saying(expect.stringContaining('200,000,000')))
    expect(config).toEqual(long)
  })
})

describe('fieldState', () => {
  it('tells in force, changed and invalid apart', () => {
    const state = (text: string) => fieldState('seed', typed({ seed: text }), LESSON).kind
    expect([state('1'), state('2'), state('1.5')]).toEqual(['in-force', 'changed', 'invalid'])
    expect(fieldState('seed', EMPTY_DRAFT, LESSON).kind).toBe('in-force')
  })
})

describe('settleDraft', () => {
  it('leaves out what has come into force and keeps what waits', () => {
    const draft = { texts: { learningRate: '0.05', hiddenUnits: '64' }, picks: { carryState: false } }
    const settled = settleDraft(draft, withSettings(LESSON, { learningRate: 0.05, carryState: false }), null)
    expect(settled).toEqual({ texts: { hiddenUnits: '64' }, picks: {} })
  })

  it('does not rewrite the field that is being typed in', () => {
    const draft = typed({ learningRate: '0.050' })
    expect(settleDraft(draft, withSettings(LESSON, { learningRate: 0.05 }), 'learningRate')).toBe(draft)
    expect(settleDraft(draft, withSettings(LESSON, { learningRate: 0.05 }), null)).toEqual(EMPTY_DRAFT)
  })

  it('is the same object when nothing has settled', () => {
    const draft = { texts: { seed: '5', points: 'x' }, picks: { carryState: false } }
    expect(settleDraft(draft, LESSON, null)).toBe(draft)
  })
})

describe('draftOf', () => {
  it('changes everything that differs and nothing else', () => {
    const now = withSettings(LESSON, { learningRate: 1, seed: 7, carryState: false })
    const draft = draftOf(LESSON, now)
    expect(draft).toEqual({ texts: { learningRate: '0.02', seed: '1' }, picks: { carryState: true } })
    expect(readDraft(draft, now)).toEqual({ config: LESSON, problems: {} })
  })
})
