import { describe, expect, it } from 'vitest'
import { CASES, type Case } from '../cases/cases'
import { judge, lessonLosses } from './learning'
import { readLine } from './protocol'
import type { Outcome } from './race'
import { describeReport, report } from './report'

const larger = CASES[1] as Case
const LEARNING = Array.from({ length: 30 }, (_, i) => 1 / (1 + i))

function raced(name: string, median: number, losses = LEARNING): Outcome {
  const spread = { median, least: median, most: median }
  return { kind: 'raced', name, about: '', perCall: 1, losses, rounds: [median], spread, processor: median }
}

describe('a report', () => {
  it('holds the compiled engine against plain tfjs-node and the best of PyTorch', () => {
    const made = report(larger, [
      raced('compiled', 100),
      raced('plain tfjs-node', 6000),
      raced('PyTorch, 1 thread', 500),
      raced('PyTorch, 2 threads', 150),
    ])
    expect(made.against).toEqual({ plain: 60, torch: 1.5 })
    const text = describeReport(made)
    expect(text).toContain('60× as fast as plain tfjs-node; the bar is 40×: reached')
    expect(text).toContain('1.5× as fast as PyTorch at its best; the bar is 2×: not reached')
  })

  it('tells how it stands where no bar is set', () => {
    const own = CASES.find(({ name }) => name === 'own-data') as Case
    const text = describeReport(report(own, [raced('compiled', 100), raced('PyTorch, 1 thread', 130)]))
    expect(text).toContain('own-data: LSTM, 2 layers, 32 hidden units, 24 time steps, batch 32, 3 inputs')
    expect(text.split('\n').at(-1)).toBe('1.3× as fast as PyTorch at its best')
  })

  it('holds the losses of all that compute one network against those of PyTorch in the same race', () => {
    const made = report(larger, [
      raced('compiled', 100),
      raced(
        'our eager',
        100,
        LEARNING.map((loss) => loss + 2e-3),
      ),
      raced(
        'tf.layers + trainOnBatch',
        100,
        LEARNING.map((loss) => loss * 1.1),
      ),
      raced('PyTorch, 1 thread', 500),
    ])
    expect(made.places.map(({ learned }) => learned?.ok)).toEqual([true, false, true, true])
  })

  it('says who is not there, and makes no ratio of it', () => {
    const missing: Outcome = { kind: 'missing', name: 'PyTorch, 1 thread', what: 'PyTorch' }
    const made = report(larger, [raced('compiled', 100), missing])
    expect(made.against).toEqual({ plain: null, torch: null })
    expect(describeReport(made)).toContain('PyTorch is not on this machine')
  })

  it('tells of one that has not learned', () => {
    const made = report(larger, [raced('compiled', 1, LEARNING.toReversed())])
    expect(made.places[0]?.learned?.ok).toBe(false)
    expect(describeReport(made)).toContain('has not learned')
  })
})

describe('the judgement of losses', () => {
  const losses = lessonLosses()

  it('takes the reference for learned, and what comes near to it', () => {
    expect(judge(losses, true, losses)).toMatchObject({ ok: true, difference: 0 })
    expect(
      judge(
        losses.map((loss) => loss + 5e-4),
        true,
        losses,
      ).ok,
    ).toBe(true)
  })

  it('lets only another network take another way', () => {
    const other = losses.map((loss) => loss * 1.1)
    expect(judge(other, true, losses).ok).toBe(false)
    expect(judge(other, false, losses).ok).toBe(true)
  })

  it('does not take silence or NaN for learning', () => {
    expect(judge([], true, losses).ok).toBe(false)
    expect(
      judge(
        LEARNING.map(() => Number.NaN),
        false,
        null,
      ).ok,
    ).toBe(false)
  })
})

it('reads lines of the protocol and leaves chatter out', () => {
  expect(readLine('{"kind":"losses","losses":[1]}')).toEqual({ kind: 'losses', losses: [1] })
  expect(readLine('2026-01-01 I tensorflow/core: hello')).toBeUndefined()
})
