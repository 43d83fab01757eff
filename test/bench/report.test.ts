import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CASES, type Case } from './cases'
import { judge } from './learning'
import { readLine } from './protocol'
import type { Outcome } from './race'
import { describeReport, report } from './report'

const lesson = CASES[0] as Case
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
  const file = new URL('../fixtures/reference/torch-rnn-seed1.json', import.meta.url)
  const { updates } = JSON.parse(readFileSync(file, 'utf8')) as { updates: { loss: number }[] }
  const losses = updates.map(({ loss }) => loss)

  it('takes the reference for learned, and what comes near to it', () => {
    expect(judge(lesson, losses, true)).toMatchObject({ ok: true, difference: 0 })
    expect(
      judge(
        lesson,
        losses.map((loss) => loss + 5e-4),
        true,
      ).ok,
    ).toBe(true)
  })

  it('lets only another network take another way', () => {
    const other = losses.map((loss) => loss * 1.1)
    expect(judge(lesson, other, true).ok).toBe(false)
    expect(judge(lesson, other, false).ok).toBe(true)
  })

  it('does not take silence or NaN for learning', () => {
    expect(judge(lesson, [], true).ok).toBe(false)
    expect(
      judge(
        larger,
        LEARNING.map(() => Number.NaN),
        false,
      ).ok,
    ).toBe(false)
  })
})

it('reads lines of the protocol and leaves chatter out', () => {
  expect(readLine('{"kind":"losses","losses":[1]}')).toEqual({ kind: 'losses', losses: [1] })
  expect(readLine('2026-01-01 I tensorflow/core: hello')).toBeUndefined()
})
