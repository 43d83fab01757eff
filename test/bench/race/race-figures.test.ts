import { expect, it } from 'vitest'
import { CASES, type Case } from '../cases/cases'
import type { Outcome } from './race'
import { raceFigures } from './race-figures'
import { report } from './report'

const larger = CASES[1] as Case
const LOSSES = Array.from({ length: 60 }, (_, i) => 1 / (1 + i))

function raced(name: string, median: number, processor: number, losses = LOSSES): Outcome {
  const spread = { median, least: median, most: median }
  return { kind: 'raced', name, about: '', perCall: 1, losses, rounds: [median], spread, processor }
}

const OUTCOMES = [
  raced('compiled', 100, 120),
  raced('plain tfjs-node', 6000, 6600, [...LOSSES.slice(0, -1), 1 / 60 + 5e-4]),
  raced('tf.layers + trainOnBatch', 9000, 9000, [...LOSSES.slice(0, -1), 1 / 60 + 0.01]),
  raced('PyTorch, 1 thread', 500, 480),
  raced('PyTorch, 2 threads', 150, 600),
]

it('keeps of a race how the compiled engine stands to its rivals, by the clock and by the processor', () => {
  const figures = raceFigures(report(larger, OUTCOMES), 'race')
  expect(figures.map(({ what, value, bound, holds }) => [what, value, bound, holds])).toEqual([
    ['64/50/16', 100, '', true],
    ['  times as fast as plain tfjs-node', 60, 'at least 40', true],
    ['    by processor time', 55, '', true],
    ['  times as fast as PyTorch at its best', 1.5, 'at least 2', false],
    ['    by processor time', 4, '', true],
    // The layers compute another network.
    ["  greatest difference of a loss from PyTorch's", expect.closeTo(5e-4, 12), 'below 0.001', true],
  ])
})

it('keeps nothing of those who are not there, and only tells where no bar is set', () => {
  const own = CASES.find(({ name }) => name === 'own-data') as Case
  const missing: Outcome = { kind: 'missing', name: 'PyTorch, 1 thread', what: 'PyTorch' }
  const [time, plain, ...more] = raceFigures(report(own, [...OUTCOMES.slice(0, 2), missing]), 'race')
  expect(time).toMatchObject({ what: 'own-data', value: 100 })
  expect(plain).toMatchObject({ what: '  times as fast as plain tfjs-node', value: 60, bound: '' })
  expect(more.map(({ what }) => what)).toEqual(['    by processor time'])
  expect(raceFigures(report(own, [missing]), 'race')).toEqual([])
})

it('keeps of the other races how much longer everyone takes', () => {
  const figures = raceFigures(report(larger, OUTCOMES.slice(0, 2)), 'ladder')
  expect(figures.map(({ what, value }) => [what, value])).toEqual([
    ['64/50/16', 100],
    ['  plain tfjs-node, times as long', 60],
  ])
})
