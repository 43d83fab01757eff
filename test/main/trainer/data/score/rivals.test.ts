import { sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { leastSquares } from '../../../../../main/trainer/data/score/rivals/least-squares'
import type { Rival } from '../../../../../main/trainer/data/score/rivals/rival'
import { eachRow, type Range, type Scored } from '../../../../../main/trainer/data/score/scored'
import { rivalScores, yardsticksOf } from '../../../../../main/trainer/data/score/scores'
import { atOnce } from '../../../../../main/trainer/pieces'
import { noise, walk } from '../../../../helpers/noise'

const english = sayIn('en')
const chinese = sayIn('zh')

/** All rows in the training part but for the last tenth, which is the test part. */
function scoredOf(
  inputs: Readonly<Record<string, Float64Array>>,
  targets: Readonly<Record<string, Float64Array>>,
  more: Partial<Scored> = {},
): Scored {
  const columns = (of: Readonly<Record<string, Float64Array>>) =>
    Object.entries(of).map(([name, values]) => ({ name, values }))
  const rows = Object.values(targets)[0]?.length ?? 0
  const cut = Math.floor(rows * 0.9)
  return {
    inputs: columns(inputs),
    targets: columns(targets),
    parts: { train: [0, cut], validation: [cut, cut], test: [cut, rows] },
    ...{ horizon: 0, window: 10, gaps: [], ...more },
  }
}

function rivalOf(scored: Scored, name: Rival['name'], period: number | null = null, output = 0) {
  const yardsticks = yardsticksOf(
    scored,
    scored.targets.map(() => period),
  )[output]
  const rival = yardsticks?.rivals.find((each) => each.name === name)
  if (!yardsticks || !rival) throw new Error('no such rival')
  return { rival, score: atOnce(rivalScores(scored, output, yardsticks)).find((each) => each.name === name) }
}

function formulaOf(scored: Scored, name: Rival['name'], period: number | null = null, say = english) {
  const { rival } = rivalOf(scored, name, period)
  return say(rival.available ? rival.formula : rival.why)
}

/** The lesson's windows, end to end: ten points to each half period. */
function lesson(endpoint: boolean, of: (t: number) => number): Float64Array {
  return Float64Array.from({ length: 600 }, (_, i) => {
    const window = Math.floor(i / 10)
    return of((window + (i % 10) / (endpoint ? 9 : 10)) * Math.PI)
  })
}

function mseOf(scored: Scored, part: 'train' | 'test' = 'train') {
  const { score } = rivalOf(scored, 'linear')
  return score?.available ? score.errors[part]?.mse : undefined
}

describe('the linear rival', () => {
  it("finds cot and csc of π/10 in the lesson's curve, whatever the window", () => {
    const [sine, cosine] = [lesson(false, Math.sin), lesson(false, Math.cos)]
    for (const window of [2, 3, 10]) {
      const scored = scoredOf({ sin: sine }, { cos: cosine }, { window })
      expect(formulaOf(scored, 'linear')).toBe('cos(t) = 3.0777·sin(t) − 3.2361·sin(t−1)')
      expect(mseOf(scored)).toBeLessThan(1e-20)
      expect(mseOf(scored, 'test')).toBeLessThan(1e-20)
    }
  })

  it('says a name that ends with the time as it stands', () => {
    const scored = scoredOf({ 'sin t': lesson(false, Math.sin) }, { 'cos t': lesson(false, Math.cos) })
    expect(formulaOf(scored, 'linear')).toBe('cos t = 3.0777·sin t − 3.2361·"sin t"(t−1)')
  })

  it("finds them in the float32 numbers that the lesson's network sees", () => {
    const [sine, cosine] = [lesson(false, Math.sin), lesson(false, Math.cos)].map((values) =>
      Float64Array.from(Float32Array.from(values)),
    ) as [Float64Array, Float64Array]
    const scored = scoredOf({ sin: sine }, { cos: cosine })
    expect(formulaOf(scored, 'linear')).toBe('cos(t) = 3.0777·sin(t) − 3.2361·sin(t−1)')
    expect(mseOf(scored)).toBeLessThan(1e-13)
  })

  it('has from two rows, where each window ends at the point at which the next begins, what numpy has', () => {
    const [sine, cosine] = [lesson(true, Math.sin), lesson(true, Math.cos)]
    const parts: Scored['parts'] = { train: [0, 600], validation: [0, 0], test: [0, 0] }
    const scored = scoredOf({ sin: sine }, { cos: cosine }, { window: 2, parts })
    // numpy.linalg.lstsq on [sin(t), sin(t−1), 1] over the 599 rows of these windows that have a row before them.
    expect(mseOf(scored)).toBeCloseTo(0.09849470878, 10)
    expect(mseOf(scoredOf({ sin: sine }, { cos: cosine }, { window: 1, parts }))).toBeCloseTo(0.55, 10)
  })

  it('drops columns that say nothing new, the older and the later ones', () => {
    const a = noise(500, 1)
    const target = a.map((value, row) => 2 * value - 0.5 * (a[row - 1] ?? 0) + 7)
    const scored = scoredOf(
      { constant: new Float64Array(500).fill(0.1), a, twin: a.map((value) => 3 * value - 1) },
      { y: target },
      { window: 2 },
    )
    expect(formulaOf(scored, 'linear')).toBe('y(t) = 2·a(t) − 0.5·a(t−1) + 7')
    expect(formulaOf(scored, 'linear', null, chinese)).toBe('y(t) = 2·a(t) − 0.5·a(t−1) + 7')
    expect(mseOf(scored, 'test')).toBeLessThan(1e-24)
  })

  it('keeps its digits far from zero and in small units', () => {
    const a = noise(400, 3).map((value) => 1e6 + value)
    const b = noise(400, 4).map((value) => 1e-7 * value)
    const target = a.map((value, row) => 1e-3 * (value - 1e6) + 2e4 * (b[row] as number))
    const scored = scoredOf({ a, b }, { y: target }, { window: 1 })
    expect(formulaOf(scored, 'linear')).toBe('y(t) = 0.001·a(t) + 20,000·b(t) − 1,000')
    expect(mseOf(scored, 'test')).toBeLessThan(1e-22)
  })

  it('counts the terms of a long formula', () => {
    const a = noise(600, 5)
    const scored = scoredOf({ a, b: noise(600, 6) }, { y: walk(600, 7) }, { window: 3, horizon: 2 })
    expect(formulaOf(scored, 'linear')).toBe(
      'y(t+2) is a weighted sum of 6 values, from the last 3 time steps of 2 inputs',
    )
    expect(formulaOf(scored, 'linear', null, chinese)).toBe(
      'y(t+2) 是 6 个值的加权和，取自 2 个输入最近的 3 个时间步',
    )
  })

  it('quotes a name that could be taken for a part of the formula', () => {
    const a = noise(300, 5)
    const scored = scoredOf({ 'a(t) + 1': a }, { Öl_1: a.map((value) => -value / 4e5) }, { window: 1 })
    expect(formulaOf(scored, 'linear')).toBe('Öl_1(t) = −2.5e−6·"a(t) + 1"(t)')
  })

  it('is fitted on evenly spread rows of a long series, and says so', () => {
    const a = noise(450_000, 8)
    // Half of the training part says 3, half says 5.
    const target = a.map((value, row) => (row < 200_000 ? 3 : 5) * value)
    const parts: Scored['parts'] = {
      train: [0, 400_000],
      validation: [400_000, 400_000],
      test: [400_000, 450_000],
    }
    const { rival } = rivalOf(scoredOf({ a }, { y: target }, { window: 1, parts }), 'linear')
    const notes = rival.available ? rival.notes.map((note) => english(note)) : []
    expect(notes).toEqual([
      'It was fitted on 200,000 of 400,000 time steps, evenly spread over the training part.',
    ])
    const [between = 0] = rival.available ? rival.predict([300_000, 300_001]) : []
    expect(between / (a[300_000] as number)).toBeCloseTo(4, 1)
    const most = scoredOf({ a }, { y: target }, { window: 80, parts })
    const few = rivalOf(most, 'linear').rival
    expect(few.available && few.notes[0]?.values).toEqual({ rows: 100_000, of: 399_921 })
  })

  it('learns from the training part alone, with a weight for ten of its rows at most', () => {
    const a = noise(100, 9)
    const target = a.map((value, row) => (row < 90 ? value : 100))
    const scored = scoredOf({ a }, { y: target }, { window: 50 })
    expect(formulaOf(scored, 'linear')).toBe('y(t) = a(t)')
    const { rival } = rivalOf(scored, 'linear')
    const said = rival.available ? rival.predict([0, 100]) : new Float64Array(0)
    // Nine rows are seen: before the ninth there is nothing to say.
    expect(said.findIndex((value) => !Number.isNaN(value))).toBe(8)
  })

  it('tells where there is too little', () => {
    const a = new Float64Array(30).fill(Number.NaN)
    expect(formulaOf(scoredOf({ a }, { y: noise(30, 1) }), 'linear')).toBe(
      'It needs at least 2 rows of the training part with a target and 2 time steps of all inputs before it, without a gap; there are none.',
    )
  })

  it('solves targets that are known in other rows each by themselves', () => {
    const a = noise(300, 1)
    const z = a.map((value, row) => (row % 3 === 0 ? Number.NaN : 5 * value))
    const scored = scoredOf(
      { a },
      { y: a.map((value) => -value), z, w: z.map((value) => value + 1) },
      { window: 1 },
    )
    const formulas = yardsticksOf(scored, [null, null, null]).map(({ rivals }) => {
      const linear = rivals.find(({ name }) => name === 'linear')
      return linear?.available && english(linear.formula)
    })
    expect(formulas).toEqual(['y(t) = −a(t)', 'z(t) = 5·a(t)', 'w(t) = 5·a(t) + 1'])
  })
})

describe('least squares', () => {
  it('keeps the digits that the normal equations would lose', () => {
    // Läuchli's matrix: its condition is 2e5, that of its product with itself the square of it.
    const small = 1e-5
    const system = leastSquares(3, 1)
    for (const row of [
      [1, 1, 1, 6],
      [small, 0, 0, small],
      [0, small, 0, 2 * small],
      [0, 0, small, 3 * small],
    ])
      system.add(Float64Array.from(row))
    const [solution] = system.solve()
    expect(solution?.kept).toEqual([0, 1, 2])
    ;[1, 2, 3].forEach((weight, column) => {
      expect(solution?.weights[column]).toBeCloseTo(weight, 8)
    })
  })
})

describe('rivals that repeat', () => {
  const months = Float64Array.from({ length: 120 }, (_, i) => (i % 12) * 10 + i)

  it('say the last value, and the one of the last season that is known', () => {
    const at = (name: Rival['name'], horizon: number, row: number) => {
      const { rival } = rivalOf(scoredOf({ y: months }, { y: months }, { horizon }), name, 12)
      return rival.available ? rival.predict([row, row + 1])[0] : undefined
    }
    for (const horizon of [0, 1, 5, 12, 13, 24, 30]) {
      expect(at('persistence', horizon, 100)).toBe(months[100 - horizon])
      expect(at('seasonal-naive', horizon, 100)).toBe(months[100 - 12 * Math.ceil(horizon / 12)])
    }
  })

  it('say so in a formula, and where they look beyond the window', () => {
    const scored = scoredOf({ y: months }, { y: months }, { horizon: 1 })
    expect(formulaOf(scored, 'persistence')).toBe('y(t+1) = y(t)')
    expect(formulaOf(scored, 'seasonal-naive', 12)).toBe('y(t+1) = y(t−11)')
    const { rival } = rivalOf(scored, 'seasonal-naive', 12)
    expect(rival.available && rival.notes.map((note) => english(note))).toEqual([
      'It looks 12 time steps back, farther than the window of 10 time steps.',
    ])
    const wider = rivalOf({ ...scored, window: 12 }, 'seasonal-naive', 12).rival
    expect(wider.available && wider.notes).toEqual([])
  })

  it('are not to be had where the network does not see the target, or without a season', () => {
    const scored = scoredOf({ x: months }, { y: months }, { horizon: 1 })
    expect(formulaOf(scored, 'persistence')).toBe(
      'It needs earlier values of "y", which is not among the inputs: the network does not see them either.',
    )
    // A season, there or not, is beside the point: cos t has one.
    expect(formulaOf(scored, 'seasonal-naive')).toBe(formulaOf(scored, 'persistence'))
    const own = scoredOf({ y: months }, { y: months }, { horizon: 1 })
    expect(formulaOf(own, 'seasonal-naive')).toBe('The autocorrelation of the target shows no season.')
  })

  it('say nothing across a jump of time, at the beginning, and where the value is missing', () => {
    const y = months.map((value, row) => (row === 20 ? Number.NaN : value))
    const { rival } = rivalOf(scoredOf({ y }, { y }, { horizon: 2, gaps: [9] }), 'persistence')
    const said = rival.available ? [...rival.predict([0, 24])] : []
    const silent = said.flatMap((value, row) => (Number.isNaN(value) ? [row] : []))
    expect(silent).toEqual([0, 1, 10, 11, 22])
  })

  it('have the mean of the training part beside them', () => {
    const y = Float64Array.from({ length: 20 }, (_, i) => (i < 18 ? ([1, 2, 4.5][i % 3] ?? 0) : 99))
    expect(formulaOf(scoredOf({ y }, { y }, { horizon: 3 }), 'mean')).toBe(
      'y(t+3) = 2.5, the mean over the training part',
    )
    const none = new Float64Array(20).fill(Number.NaN)
    expect(formulaOf(scoredOf({ y }, { n: none }), 'mean')).toBe(
      'The training part has no value of the target "n".',
    )
  })
})

describe('the rows that count', () => {
  const rowsOf = (more: Partial<Scored>, range: Range, back: number, holes: readonly number[] = []) => {
    const x = Float64Array.from({ length: 12 }, (_, row) => (holes.includes(row) ? Number.NaN : row))
    const found: number[] = []
    eachRow(scoredOf({ x }, { x }, more), range, back, (row, newest) => {
      expect(newest).toBe(row - (more.horizon ?? 0))
      found.push(row)
    })
    return found
  }

  it('have all their input rows in the series, before the range too', () => {
    expect(rowsOf({ horizon: 2 }, [0, 6], 3)).toEqual([4, 5])
    expect(rowsOf({ horizon: 2 }, [6, 9], 3)).toEqual([6, 7, 8])
    expect(rowsOf({ horizon: 2 }, [0, 4], 0)).toEqual([2, 3])
  })

  it('have no missing input and no jump of time among them', () => {
    expect(rowsOf({ horizon: 1 }, [0, 12], 2, [4])).toEqual([2, 3, 4, 7, 8, 9, 10, 11])
    expect(rowsOf({ horizon: 1, gaps: [3, 9] }, [0, 12], 2)).toEqual([2, 3, 6, 7, 8, 9])
    expect(rowsOf({ horizon: 1, gaps: [3, 9] }, [5, 12], 0, [7])).toEqual([5, 6, 7, 8, 9, 11])
  })
})
