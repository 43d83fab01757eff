import { LESSON_FACTS } from '@contract/data/source-facts'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { axis, withMargin } from '../../../../main/cli/picture/axis'
import { drawFigure } from '../../../../main/cli/picture/figure'
import { figureWords } from '../../../../main/cli/picture/figure-words'
import { createPicture, type FigureCurve, thinned } from '../../../../main/cli/picture/picture'

const curve = (times: number[], values: number[]): FigureCurve => ({
  times: Float32Array.from(times),
  values: Float32Array.from(values),
})
const LESSON_WORDS = figureWords(LESSON_FACTS, inEnglish)
const SERIES = {
  targets: [curve([0, 1, 2], [1, 0, -1]), curve([2, 3, 4], [-1, 0, 1])],
  predictions: [curve([0, 1, 2], [0, 0.5, 0]), curve([2, 3, 4], [-0.5, 0, 0.25])],
}

/** The points of a path, piece by piece. */
function points(svg: string, id: string): number[][][] {
  const d = new RegExp(`<path id="${id}"[^>]* d="([^"]*)"`).exec(svg)?.[1] ?? ''
  const pieces = d.split('M').slice(1)
  return pieces.map((piece) => piece.split('L').map((point) => point.split(' ').map(Number)))
}

/** Places and numbers of the ticks of an axis, in order. */
function ticks(svg: string, name: 'x' | 'y'): { place: number; value: number }[] {
  const place = name === 'x' ? /M([\d.]+) / : /M[\d.]+ ([\d.]+)h/
  return svg
    .split(`<g class="${name}-tick">`)
    .slice(1)
    .map((text) => ({
      place: Number(place.exec(text)?.[1]),
      value: Number(/>(-?[\d.]+)<\/text>/.exec(text)?.[1]),
    }))
}

describe('the figure', () => {
  const svg = drawFigure({ series: SERIES, title: 'RNN(1 → 2) & <more>', words: LESSON_WORDS })

  it('is 12 x 5 inches, with axes, labels, a legend and a title', () => {
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="12in" height="5in" viewBox="0 0 864 360"/,
    )
    for (const words of [
      't (radians)',
      'cos t',
      'target (cos)',
      'prediction',
      'RNN(1 → 2) &amp; &lt;more&gt;',
    ])
      expect(svg).toContain(`>${words}</text>`)
  })

  it('closes every element it opens', () => {
    const open: string[] = []
    for (const [, end, name, alone] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name)
      else if (!alone) open.push(name ?? '')
    }
    expect(open).toEqual([])
  })

  it('draws the target red and the prediction blue', () => {
    expect(svg).toMatch(/<path id="target" stroke="#d62728"/)
    expect(svg).toMatch(/<path id="prediction" stroke="#1f4fd8"/)
  })

  it.each(['target', 'prediction'] as const)(
    'puts every point of the %s where its axes say, a piece an update',
    (id) => {
      const curves = id === 'target' ? SERIES.targets : SERIES.predictions
      const [x, y] = [ticks(svg, 'x'), ticks(svg, 'y')]
      const placed = (at: typeof x, value: number) => {
        const [first, last] = [at[0], at.at(-1)]
        if (!first || !last) throw new Error('an axis has no ticks')
        return first.place + ((value - first.value) / (last.value - first.value)) * (last.place - first.place)
      }
      const found = points(svg, id)
      expect(found.map((piece) => piece.length)).toEqual([3, 3])
      for (const [piece, { times, values }] of curves.entries())
        for (const [i, time] of times.entries()) {
          const [left = 0, top = 0] = found[piece]?.[i] ?? []
          expect(Math.abs(left - placed(x, time))).toBeLessThan(0.03)
          expect(Math.abs(top - placed(y, values[i] ?? 0))).toBeLessThan(0.03)
        }
    },
  )

  it('takes the ends of the vertical axis that it is told', () => {
    const fixed = drawFigure({ series: SERIES, title: '', yRange: [-1.2, 1.2], words: LESSON_WORDS })
    expect(points(fixed, 'target')[0]?.map(([, y]) => y)).toEqual([57.17, 173, 288.83])
  })

  it('can be drawn before the first update', () => {
    const empty = drawFigure({ series: { targets: [], predictions: [] }, title: '', words: LESSON_WORDS })
    expect(empty).toContain('<path id="target" stroke="#d62728" d=""/>')
    expect(empty).not.toContain('NaN')
  })
})

describe('an axis', () => {
  it('has ticks at round numbers inside its ends', () => {
    const labels = (from: number, to: number) => axis([from, to], [0, 100], 6).ticks.map(({ label }) => label)
    expect(labels(-1.2, 1.2)).toEqual(['-1.0', '-0.5', '0.0', '0.5', '1.0'])
    expect(labels(0, 6)).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect(labels(0, 62_831)).toEqual(['0', '20000', '40000', '60000'])
    expect(labels(0, 0.011)).toEqual(['0.000', '0.002', '0.004', '0.006', '0.008', '0.010'])
  })

  it('has some extent around a single value', () => {
    expect(withMargin([3, 3])).toEqual([2.85, 3.15])
    expect(withMargin([0, 0])).toEqual([-0.05, 0.05])
  })
})

describe('a picture', () => {
  it('keeps the pieces of a short run as they are', () => {
    const picture = createPicture(LESSON_FACTS)
    const times = Float32Array.of(0, 1)
    const record = {
      update: 1,
      loss: 1,
      gradientNorm: 1,
      validationLoss: Number.NaN,
      runningMeanLoss: 1,
      start: 0,
      step: 1 / Math.PI,
      inputs: times,
    }
    picture.add({ ...record, targets: Float32Array.of(1, 2), predictions: Float32Array.of(3, 4) })
    expect(picture.series()).toEqual({
      targets: [curve([0, 1], [1, 2])],
      predictions: [curve([0, 1], [3, 4])],
    })
  })

  it('keeps the ends of every stretch of a long run, in order of time', () => {
    const long = Array.from({ length: 10_000 }, (_, piece) =>
      curve(
        Array.from({ length: 10 }, (_, i) => piece * 10 + i),
        Array.from({ length: 10 }, (_, i) => (piece === 5_000 && i === 3 ? 9 : Math.sin(i))),
      ),
    )
    const [kept, ...others] = thinned(long)
    if (!kept) throw new Error('nothing is left')
    expect(others).toEqual([])
    expect(kept.times.length).toBeLessThanOrEqual(2 * 3_502)
    expect(kept.times).toEqual(kept.times.slice().sort())
    expect(Math.max(...kept.values)).toBe(9)
    expect(kept.times[kept.values.indexOf(9)]).toBe(50_003)
  })
})

describe('the figure of a series', () => {
  const first = Date.UTC(2020, 0, 1)
  const facts = {
    axis: 'time-steps',
    inputs: ['a'],
    targets: ['rain & snow', 'b'],
    times: { kind: 'calendar', first, months: 1, of: 'dates', name: 'when', unit: 'month' },
  } as const
  const update = (start: number, targets: number[], predictions: number[]) => ({
    ...{ update: 1, loss: 0, gradientNorm: 0, validationLoss: 0, runningMeanLoss: 0, start, step: 1 },
    inputs: new Float32Array(targets.length / 2),
    targets: Float32Array.from(targets),
    predictions: Float32Array.from(predictions),
  })

  it('has each row of the first target once, with what was predicted last, and gaps where nothing is known', () => {
    const picture = createPicture(facts)
    picture.add(update(4, [5, 0, 6, 0], [1, 9, 1, 9]))
    picture.add(update(0, [1, 0, Number.NaN, 0, 3, 0], [2, 9, 2, 9, 2, 9]))
    picture.add(update(4, [5, 0, 6, 0], [3, 9, 4, 9]))
    const { targets, predictions } = picture.series()
    const plain = (curves: readonly FigureCurve[]) =>
      curves.map(({ times, values }) => [Array.from(times), Array.from(values)])
    expect(plain(targets)).toEqual([
      [[1], [1]],
      [[3], [3]],
      [
        [5, 6],
        [5, 6],
      ],
    ])
    expect(plain(predictions)).toEqual([
      [
        [1, 2, 3],
        [2, 2, 2],
      ],
      [
        [5, 6],
        [3, 4],
      ],
    ])
    const svg = drawFigure({ series: picture.series(), title: '', words: figureWords(facts, inEnglish) })
    for (const words of ['rain &amp; snow', 'when', 'target', 'Jan 2020', 'Jun 2020'])
      expect(svg).toContain(`>${words}</text>`)
    expect(svg).not.toContain('Dec 2019')
  })

  it('counts rows from 1 where nobody knows their times', () => {
    const words = figureWords({ ...facts, times: { kind: 'rows' } }, inEnglish)
    expect([words.horizontal, words.placeOf?.(7)]).toEqual(['row', '7'])
  })
})
