import { describe, expect, it } from 'vitest'
import { fitting } from '../../../../renderer/charts/canvas/fitting'

/** Ten pixels a letter. */
const measure = (words: string) => [...words].length * 10

describe('words on an axis', () => {
  it.each([
    ['gradient norm', 130, 'gradient norm'],
    ['gradient norm', 129, 'gradient no…'],
    ['gradient norm', 100, 'gradient…'],
    ['梯度范数', 39, '梯度…'],
    ['loss', 20, 'l…'],
    ['loss', 19, ''],
    ['loss', -5, ''],
  ])('%j in %d pixels are %j', (words, room, shown) => {
    expect(fitting(words, room, measure)).toBe(shown)
  })
})
