import { inEnglish, sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatLoss,
  formatMark,
  formatRate,
  formatSetting,
  formatTimes,
  formatValue,
} from '../../../../renderer/store/words/format'

describe('numbers as a person would write them', () => {
  it.each([
    [null, '–'],
    [0.0123456, '0.0123'],
    [1.0456, '1.05'],
    [0, '0'],
    [0.000591, '0.000591'],
    [0.0000123, '1.23e−5'],
    [1234.5, '1,230'],
    [12345678, '1.23e7'],
    [Number.NaN, 'not a number'],
  ])('loss %s is %s', (value, text) => {
    expect(formatLoss(value, inEnglish)).toBe(text)
  })

  it.each([
    [-0.98249, '−0.982'],
    [-0.0001, '0.000'],
    [12.5, '12.500'],
    [-123456, '−1.23e5'],
    [Number.POSITIVE_INFINITY, 'not a number'],
  ])('value %s is %s', (value, text) => {
    expect(formatValue(value, inEnglish)).toBe(text)
  })

  it.each([
    [0, '–'],
    [0.98, '1.0'],
    [9.96, '10'],
    [2034.4, '2,034'],
  ])('rate %s is %s', (value, text) => {
    expect(formatRate(value, inEnglish)).toBe(text)
  })

  it.each([
    [10_000_000, '10⁷'],
    [15_000, '1.5·10⁴'],
    [-60_000_000, '−6·10⁷'],
    [1.25, '1.25'],
    [-0.5, '−0.5'],
    [0, '0'],
    [0.25, '0.25'],
    [0.001, '0.001'],
    [0.0001, '10⁻⁴'],
    [0.000005, '5·10⁻⁶'],
    [1e6, '10⁶'],
    [20_000, '2·10⁴'],
  ])('mark %s is %s', (value, text) => {
    expect(formatMark(value)).toBe(text)
  })

  it('writes counts, times and settings', () => {
    expect(formatCount(1153, inEnglish)).toBe('1,153')
    expect(formatLoss(Number.NaN, sayIn('zh'))).toBe('不是数')
    expect(formatTimes(4)).toBe('4.00π')
    expect([formatSetting(0.000001), formatSetting(4_294_967_295)]).toEqual(['0.000001', '4294967295'])
  })
})
