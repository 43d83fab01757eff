import { describe, expect, it } from 'vitest'
import type { CellsWords, FigureCell } from '../../../../main/cli/picture/cells'
import { drawCellsInLine } from '../../../../main/cli/picture/cells-in-line'
import { drawHeatmap } from '../../../../main/cli/picture/heatmap'
import { logAxis, numberLabel, withLogMargin } from '../../../../main/cli/picture/log-axis'
import { drawSortedRuns } from '../../../../main/cli/picture/sorted-runs'
import { parseSvg, pointsOf } from '../../../renderer/helpers/parse-svg'

const WORDS: CellsWords = {
  ...{ title: 'RNN(1 → 2) & <more>', about: 'what it shows', loss: 'loss', rank: 'runs' },
  ...{ median: 'median', band: '5% to 95%', run: 'a run', diverged: 'diverged' },
}
const CELLS: readonly FigureCell[] = [
  { labels: ['0.001'], losses: [0.1, 0.2, 0.4], low: 0.1, median: 0.2, high: 0.4 },
  { labels: ['0.01'], losses: [0.01, 0.02, 0.04], low: 0.01, median: 0.02, high: 0.04 },
  { labels: ['0.1'], losses: [0.3, Infinity, Infinity], low: 0.3, median: Infinity, high: Infinity },
]

type Drawn = ReturnType<typeof parseSvg>

function all(svg: Drawn, selector: (element: Element) => boolean): Element[] {
  return Array.from(svg.getElementsByTagName('*') as unknown as ArrayLike<Element>).filter(selector)
}
const ofClass = (svg: Drawn, name: string) => all(svg, (element) => element.getAttribute('class') === name)
const number = (element: Element | undefined, name: string) => Number(element?.getAttribute(name))
const texts = (svg: Drawn) =>
  all(svg, ({ tagName }) => tagName === 'text').map(({ textContent }) => textContent)
const byId = (svg: Drawn, id: string) =>
  all(svg, (element) => element.getAttribute('id') === id)[0] as Element

describe('an axis of logarithms', () => {
  it('puts equal factors at equal distances, with ticks at round numbers', () => {
    const { place, ticks } = logAxis([0.001, 10], [0, 400])
    expect([0.001, 0.01, 1, 10].map(place)).toEqual([0, 100, 300, 400].map((at) => expect.closeTo(at, 9)))
    expect(ticks.map(({ value }) => value)).toEqual([0.001, 0.01, 0.1, 1, 10])
    expect(logAxis([0.03, 3], [0, 1]).ticks.map(({ label }) => label)).toEqual([
      '0.05',
      '0.1',
      '0.2',
      '0.5',
      '1',
      '2',
    ])
    expect(logAxis([0.0305, 0.0345], [0, 1]).ticks.map(({ label }) => label)).toEqual([
      '0.031',
      '0.032',
      '0.033',
      '0.034',
    ])
    expect(logAxis([1e-30, 1], [0, 1]).ticks.length).toBeLessThanOrEqual(11)
  })

  it('ends a little beyond its numbers', () => {
    expect(withLogMargin([1, 100])).toEqual([expect.closeTo(100 ** -0.05, 9), expect.closeTo(100 ** 1.05, 9)])
    expect(withLogMargin([3, 3])).toEqual([1.5, 6])
  })

  it('writes long numbers with an exponent', () => {
    expect([0, 0.001, 0.0001, 0.000123, 12345, 100000, 1.5].map(numberLabel)).toEqual([
      ...['0', '0.001', '1e-4', '1.23e-4', '12350', '1e5', '1.5'],
    ])
  })
})

describe('the figure of a setting', () => {
  const svg = parseSvg(
    drawCellsInLine({
      cells: CELLS,
      values: [0.001, 0.01, 0.1],
      isLogarithmic: true,
      setting: 'rate',
      words: WORDS,
    }),
  )

  it('has every run, those that diverged at the upper edge, at the place of its value', () => {
    const dots = ofClass(svg, 'run')
    expect(dots).toHaveLength(7)
    const columns = [...new Set(dots.map((dot) => number(dot, 'cx')))]
    expect(columns).toHaveLength(3)
    const [left, middle, right] = columns as [number, number, number]
    // Equal factors.
    expect(middle - left).toBeCloseTo(right - middle, 1)
    const heights = dots.map((dot) => number(dot, 'cy'))
    // Twice the loss is as far up everywhere.
    const [a, b, c, d, e, f] = heights as [number, number, number, number, number, number]
    for (const step of [b - c, d - e, e - f]) expect(step).toBeCloseTo(a - b, 1)
    expect(d).toBeGreaterThan(a)
    expect(ofClass(svg, 'diverged')).toHaveLength(2)
  })

  it('has the medians and the band, infinite ones at the upper edge', () => {
    const median = pointsOf(byId(svg, 'median'))
    const dots = ofClass(svg, 'run')
    expect(median.slice(0, 2)).toEqual([1, 4].map((at) => [number(dots[at], 'cx'), number(dots[at], 'cy')]))
    expect(median[2]?.[1]).toBe(34)
    const band = pointsOf(byId(svg, 'band'))
    expect(band.map(([, y]) => y)).toEqual([
      ...[0, 3, 6].map((at) => number(dots[at], 'cy')),
      ...[34, number(dots[5], 'cy'), number(dots[2], 'cy')],
    ])
  })

  it('says what it is, also to who cannot see it', () => {
    expect(texts(svg)).toEqual(
      expect.arrayContaining([
        'rate',
        'loss',
        'median',
        '5% to 95%',
        'a run',
        'diverged',
        'RNN(1 → 2) & <more>',
        '0.001',
      ]),
    )
    expect(all(svg, ({ tagName }) => tagName === 'desc')[0]?.textContent).toBe('what it shows')
  })

  it('of names has them side by side, and a linear axis where a loss is 0', () => {
    const [first, second] = CELLS as [FigureCell, FigureCell]
    const cells = [
      { ...first, labels: ['gru'], losses: [0, 0.2, 0.4], low: 0 },
      { ...second, labels: ['lstm'] },
    ]
    const named = parseSvg(
      drawCellsInLine({ cells, values: null, isLogarithmic: false, setting: 'cell', words: WORDS }),
    )
    expect(ofClass(named, 'x-tick').map(({ textContent }) => textContent?.trim())).toEqual(['gru', 'lstm'])
    const [a, b, c] = ofClass(named, 'run').map((dot) => number(dot, 'cy')) as [number, number, number]
    expect(a - b).toBeCloseTo(b - c, 1)
    const [box] = ofClass(named, 'band')
    expect(number(box, 'y')).toBe(c)
    expect(number(box, 'y') + number(box, 'height')).toBeCloseTo(a, 1)
    expect(texts(named)).not.toContain('diverged')
  })
})

describe('the figure of seeds', () => {
  it('has the runs from the best to the worst, with their median and band', () => {
    const cell = { labels: [], losses: [0.4, 0.1, Infinity, 0.2], low: 0.1, median: 0.3, high: Infinity }
    const svg = parseSvg(drawSortedRuns(cell, WORDS))
    const dots = ofClass(svg, 'run')
    const [xs, ys] = [dots.map((dot) => number(dot, 'cx')), dots.map((dot) => number(dot, 'cy'))]
    expect([...xs].sort((a, b) => a - b)).toEqual(xs)
    expect([...ys].sort((a, b) => b - a)).toEqual(ys)
    expect(ofClass(svg, 'diverged')).toHaveLength(1)
    expect(ofClass(svg, 'x-tick').map(({ textContent }) => textContent?.trim())).toEqual(['1', '2', '3', '4'])
    const band = byId(svg, 'band')
    expect(number(band, 'y')).toBe(34)
    expect(number(band, 'y') + number(band, 'height')).toBeCloseTo(ys[0] as number, 1)
  })
})

describe('the map of two settings', () => {
  const cells = [
    { labels: ['8', 'gru'], median: 0.1 },
    { labels: ['8', 'lstm'], median: 0.001 },
    { labels: ['16', 'gru'], median: Infinity },
    { labels: ['16', 'lstm'], median: 0.01 },
  ].map((cell) => ({ ...cell, losses: [cell.median], low: cell.median, high: cell.median }))
  const svg = parseSvg(
    drawHeatmap({
      settings: ['hidden', 'cell'],
      rows: ['8', '16'],
      columns: ['gru', 'lstm'],
      cells,
      words: WORDS,
    }),
  )

  it('has a cell for each pair, darkest for the lowest median, with its number', () => {
    const boxes = ofClass(svg, 'cell')
    expect(boxes.map((box) => box.getAttribute('fill'))).toEqual([
      ...['#ffea46', '#00204d', 'white'],
      // Halfway by its logarithm, between #666970 and #958f78.
      '#7e7c74',
    ])
    const [a, b, c] = boxes as [Element, Element, Element]
    expect(number(a, 'y')).toBe(number(b, 'y'))
    expect(number(a, 'x')).toBe(number(c, 'x'))
    expect(number(c, 'y')).toBeLessThan(number(a, 'y'))
    expect(texts(svg)).toEqual(expect.arrayContaining(['0.1', '0.001', '0.01', '8', '16', 'gru', 'lstm']))
    expect(ofClass(svg, 'diverged')).toHaveLength(1)
  })
})
