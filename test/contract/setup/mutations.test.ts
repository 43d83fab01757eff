import { suggestedRun } from '@contract/data/made-series'
import { LESSON } from '@contract/settings/lesson'
import { sameConfig, withSettings } from '@contract/settings/settings'
import { configOfSetupCode, setupCode } from '@contract/setup/setup-code'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDamaged, anyMutation, bytesOfTexts, judge } from '../../main/trainer/weights/any-mutation'
import { DAMAGED_FILES, inProportion, TOLD } from '../../main/trainer/weights/many-files'
import { codeAround, codeOf } from './any-code'

const isSentence = (message: string) => message.length < 600 && /^[A-Z"][^\n]+; [^\n]+\.$/.test(message)
const CONFIGS = [LESSON, suggestedRun('adding'), withSettings(suggestedRun('co2'), { seed: 7, cell: 'lstm' })]
const CODES = CONFIGS.map((config) => {
  const made = setupCode(config)
  if (!made.ok) throw new Error('these fit')
  return made.value
})
const JSONS = [
  '{"hiddenUnits":8,"learningRate":0.05}',
  '{"source":{"inputs":["x"],"kind":"series","origin":{"kind":"made","name":"am"},"targets":["x"]},"window":40}',
]
const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe(`${TOLD} damaged setup codes`, () => {
  it('are refused in one sentence, or are what they were', () => {
    const { seen, look } = judge(isSentence)
    const parts = bytesOfTexts(
      'U1.',
      'U2.',
      '-',
      '_',
      '+',
      '/',
      '=',
      ' ',
      '\n',
      'A',
      '.',
      '时',
      '\0',
      '\u200b',
    )
    fc.assert(
      fc.property(anyDamaged(CODES.map(bytesOf), anyMutation(parts)), (bytes) => {
        const found = configOfSetupCode(textOf(bytes))
        look(found)
        if (found.ok) expect(CONFIGS.some((config) => sameConfig(config, found.value))).toBe(true)
      }),
      DAMAGED_FILES,
    )
    expect(seen.good).toBeLessThan(inProportion(30_000))
    expect(seen.kinds.size).toBeGreaterThan(3)
  })

  it('with a right check, of damaged JSON and of damaged deflate, are refused in one sentence, or are settings', () => {
    const { seen, look } = judge(isSentence)
    const parts = bytesOfTexts(
      '{',
      '}',
      '"',
      ':',
      ',',
      '[',
      'null',
      '1e9',
      '-',
      '"seed":',
      '\\',
      '__proto__',
      '时',
    )
    const inside = fc.oneof(
      anyDamaged(JSONS.map(bytesOf), anyMutation(parts)).map((bytes) => codeOf(textOf(bytes))),
      fc.uint8Array({ maxLength: 200 }).map(codeAround),
      fc.integer({ min: -50, max: 600 }).map((units) => codeOf(`{"hiddenUnits":${units}}`)),
    )
    fc.assert(
      fc.property(inside, (code) => {
        const found = configOfSetupCode(code)
        look(found)
        if (!found.ok) return
        // What is read is what it says: written again it is read as the same.
        const again = setupCode(found.value)
        if (again.ok) expect(configOfSetupCode(again.value)).toEqual(found)
      }),
      DAMAGED_FILES,
    )
    expect(seen.good).toBeGreaterThan(inProportion(10_000))
    expect(seen.kinds.size).toBeGreaterThan(2)
  })
})
