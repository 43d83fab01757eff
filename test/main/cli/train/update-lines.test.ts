import { inEnglish, sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { createUnbatcher } from '../../../../main/cli/base/update-record'
import { columns, JSON_LINES, jsonLinesOf, written } from '../../../../main/cli/train/update-lines'

const BATCH = {
  runId: 'a',
  firstUpdate: 7,
  losses: Float32Array.of(0.5, 0.25),
  gradientNorms: Float32Array.of(1, 123_456),
  validationLosses: Float32Array.of(Number.NaN, Number.NaN),
  lengths: Uint32Array.of(1, 2),
  starts: Float64Array.of(0, 3.25 / Math.PI),
  steps: Float64Array.of(1, 1.25 / Math.PI),
  outputs: 1,
  inputs: Float32Array.of(0, 0, 0),
  targets: Float32Array.of(1, -1, 0.5),
  predictions: Float32Array.of(0.125, -0.5, 2),
  updatesPerSecond: 0,
}

describe('the lines of updates', () => {
  it('are the updates of a batch, each with its own window', () => {
    const unbatch = createUnbatcher()
    expect(unbatch(BATCH).map((record) => JSON.parse(JSON_LINES.line(record)) as unknown)).toEqual([
      {
        ...{ update: 7, from: 0, to: 0, points: 1, loss: 0.5, gradientNorm: 1, runningMeanLoss: 0.5 },
        ...{ times: [0], target: [1], prediction: [0.125] },
      },
      {
        ...{ update: 8, from: 3.25, to: 4.5, points: 2, loss: 0.25, gradientNorm: 123_456 },
        ...{ runningMeanLoss: 0.375, times: [3.25, 4.5], target: [-1, 0.5], prediction: [-0.5, 2] },
      },
    ])
    const [next] = unbatch({ ...BATCH, firstUpdate: 9 })
    expect(next?.runningMeanLoss).toBeCloseTo((0.5 + 0.25 + 0.5) / 3, 12)
  })

  it('line up below their titles', () => {
    for (const runningMean of [false, true]) {
      const { title, line } = columns({ runningMean }, inEnglish)
      const lines = createUnbatcher()(BATCH).map(line)
      expect(lines.map((each) => each.length)).toEqual([title?.length, title?.length])
    }
    const { line } = columns({ runningMean: true }, inEnglish)
    expect(createUnbatcher()(BATCH).map((record) => line(record).trim().split(/ {2,}/))).toEqual([
      ['7', '0.000 – 0.000', '1', '0.500000', '1.000000', '0.500000'],
      ['8', '3.250 – 4.500', '2', '0.250000', '1.235e+5', '0.375000'],
    ])
  })

  it('line up below Chinese titles, whose letters are twice as wide', () => {
    const { title, line } = columns({ runningMean: true }, sayIn('zh'))
    expect(title).toBe('   更新                  窗口      时间步        损失       梯度范数    平均损失')
    const [first] = createUnbatcher()(BATCH).map(line)
    const wide = title?.match(/\p{Script=Han}/gu)?.length ?? 0
    expect(first?.length).toBe((title?.length ?? 0) + wide)
  })

  it('show numbers of any size', () => {
    expect([0, 0.1234567, 99_999, 1e-4, 9.9e-5, 1e5, -3e9].map(written)).toEqual([
      ...['0.000000', '0.123457', '99999.000000', '0.000100'],
      ...['9.900e-5', '1.000e+5', '-3.000e+9'],
    ])
  })
})

describe('the lines of a series', () => {
  const facts = {
    axis: 'time-steps',
    inputs: ['a'],
    targets: ['b', 'c'],
    times: { kind: 'regular', first: 0.5, interval: 0.25, of: 'numbers', name: 't' },
  } as const
  const batch = {
    ...BATCH,
    firstUpdate: 1,
    losses: Float32Array.of(0.5),
    validationLosses: Float32Array.of(0.75),
    lengths: Uint32Array.of(2),
    starts: Float64Array.of(9_999_998),
    steps: Float64Array.of(1),
    outputs: 2,
    inputs: Float32Array.of(7, 8),
    targets: Float32Array.of(1, 2, Number.NaN, 4),
    predictions: Float32Array.of(0.5, 0.25, 3, 4),
  }
  const [record] = createUnbatcher()(batch)
  if (!record) throw new Error('a batch of one update has none')

  it('name rows, times and columns', () => {
    const told = {
      ...{ update: 1, from: 9_999_999, to: 10_000_000, points: 2, loss: 0.5, gradientNorm: 1 },
      ...{
        validationLoss: 0.75,
        runningMeanLoss: 0.5,
        rows: [9_999_999, 10_000_000],
        times: [2_500_000, 2_500_000.25],
      },
      ...{ input: [7, 8], target: { b: [1, null], c: [2, 4] }, prediction: { b: [0.5, 3], c: [0.25, 4] } },
    }
    expect(JSON.parse(jsonLinesOf(facts).line(record))).toEqual(told)
    const { times: _, ...counted } = told
    expect(JSON.parse(jsonLinesOf({ ...facts, times: { kind: 'rows' } }).line(record))).toEqual(counted)
    expect(JSON.parse(jsonLinesOf(facts).line({ ...record, validationLoss: Number.NaN }))).toEqual({
      ...told,
      validationLoss: null,
    })
  })

  it('have the validation loss of a run that is validated, and an empty cell where it was not evaluated', () => {
    const { title, line } = columns({ runningMean: false, validated: true, facts }, inEnglish)
    const lines = [title, line(record), line({ ...record, validationLoss: Number.NaN })]
    expect(lines.map((each) => each?.slice(-17).trim())).toEqual(['validation loss', '0.750000', ''])
    expect(new Set(lines.map((each) => each?.length)).size).toBe(1)
  })

  it.each([
    { times: { kind: 'rows' }, title: 'window (rows)', window: '9999999 – 10000000' },
    { times: facts.times, title: 'window', window: '2500000 – 2500000.3' },
    {
      times: {
        kind: 'calendar',
        first: Date.UTC(2020, 0, 1),
        months: 12,
        of: 'dates',
        name: 'd',
        unit: 'year',
      },
      title: 'window',
      window: '2022 – 2023',
    },
  ] as const)('say in columns where a window is: $window', ({ times, title, window }) => {
    const seen = times.kind === 'calendar' ? { ...record, start: 2 } : record
    const lines = columns({ runningMean: false, facts: { ...facts, times } }, inEnglish)
    const cells = (line: string | null) => line?.trim().split(/ {2,}/)
    expect(cells(lines.title)?.[1]).toBe(title)
    expect(cells(lines.line(seen))?.[1]).toBe(window)
    expect(lines.line(seen)).toHaveLength(lines.title?.length ?? 0)
  })
})
