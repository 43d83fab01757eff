import { sayIn } from '@contract/language/say'
import type { ListedRun } from '@contract/run/kept-run'
import { describe, expect, it } from 'vitest'
import { namesApart } from '../../../renderer/store/selectors/runs/apart'
import { listedRun } from './some-runs'

const unnamed = (id: string, settings: Parameters<typeof listedRun>[1] = {}) =>
  listedRun(id, settings, { name: null })
const names = (runs: readonly ListedRun[]) =>
  [...namesApart(runs)].map(([id, name]) => [id, sayIn('en')(name)])

describe('names of runs that stand together', () => {
  it('stay as they are where each has its own', () => {
    expect(names([unnamed('a'), listedRun('mine')])).toEqual([
      ['a', 'PyTorch'],
      ['mine', 'mine'],
    ])
  })

  it('have the seed where they repeat, and those of others do not', () => {
    const other = listedRun('mine', { seed: 9 })
    expect(names([unnamed('a', { seed: 3 }), other, unnamed('b', { seed: 4 })])).toEqual([
      ['a', 'PyTorch (seed 3)'],
      ['b', 'PyTorch (seed 4)'],
      ['mine', 'mine'],
    ])
  })

  it('have the settings that differ where the seed does not', () => {
    const runs = [unnamed('a', { learningRate: 0.02 }), unnamed('b', { learningRate: 0.01 })]
    expect(names(runs)).toEqual([
      ['a', 'PyTorch (learning rate 0.02)'],
      ['b', 'PyTorch (learning rate 0.01)'],
    ])
    const fast = unnamed('c', { learningRate: 0.02, seed: 9 })
    expect(names([...runs, fast]).map(([, name]) => name)).toEqual([
      'PyTorch (learning rate 0.02, seed 1)',
      'PyTorch (learning rate 0.01, seed 1)',
      'PyTorch (learning rate 0.02, seed 9)',
    ])
  })

  it('have a number where nothing else tells them apart, and where settings are not known', () => {
    expect(names([unnamed('a'), unnamed('b')]).map(([, name]) => name)).toEqual([
      'PyTorch (1)',
      'PyTorch (2)',
    ])
    const old = { name: 'old', config: null }
    expect(names([listedRun('a', {}, old), listedRun('b', {}, old)])).toEqual([
      ['a', 'old (1)'],
      ['b', 'old (2)'],
    ])
  })
})
