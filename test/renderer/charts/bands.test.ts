import { describe, expect, it } from 'vitest'
import { countingAxis } from '../../../renderer/charts/axes/axis'
import type { LineChart } from '../../../renderer/charts/canvas/line-chart'
import { columnMeans, decimate } from '../../../renderer/charts/lines/decimate'
import { drawBandOf } from '../../../renderer/charts/lines/dense-marks'
import { drawDot, drawFlag, drawFoot, drawLevel, drawUpright } from '../../../renderer/charts/lines/marks'
import { createCurve } from '../../../renderer/store/curves/curve'

/** A chart of 100 × 100 pixels, x from 0 to 100, that keeps what is drawn on it. */
function recorder() {
  const corners: [number, number][][] = []
  const texts: { text: string; x: number }[] = []
  const boxes: { left: number; width: number }[] = []
  const nothing = () => {}
  const ctx = {
    save: nothing,
    restore: nothing,
    rect: nothing,
    clip: nothing,
    fill: nothing,
    stroke: nothing,
    arc: (x: number, y: number) => corners.at(-1)?.push([x, y]),
    strokeRect: nothing,
    strokeText: nothing,
    setLineDash: nothing,
    beginPath: () => corners.push([]),
    moveTo: (x: number, y: number) => corners.at(-1)?.push([x, y]),
    lineTo: (x: number, y: number) => corners.at(-1)?.push([x, y]),
    measureText: (text: string) => ({ width: 6 * text.length }),
    fillText: (text: string, x: number) => texts.push({ text, x }),
    fillRect: (left: number, _top: number, width: number) => boxes.push({ left, width }),
  }
  const scale = { getPixelForValue: (value: number) => value }
  const chart = {
    ctx,
    chartArea: { left: 0, top: 0, right: 100, bottom: 100, width: 100, height: 100 },
    scales: { x: scale, y: scale },
  }
  return { chart: chart as unknown as LineChart, corners, texts, boxes }
}

/** A curve of so many windows of half a period each, as a long run's target is. */
function cosines(windows: number, points: number) {
  const curve = createCurve()
  curve.values.append(
    Float32Array.from({ length: windows * points }, (_, index) => Math.cos((Math.PI * index) / points)),
  )
  return { axis: countingAxis(0, windows * points), curve }
}

describe('a curve of many windows', () => {
  // A column holds 1.4 windows: some a whole swing, and some not.
  const [windows, points, columns] = [1000, 10, 700]
  const line = cosines(windows, points)
  const span = { min: 0, max: windows * points }
  const heights = (spread: number) => {
    const ends = new Map<number, number[]>()
    decimate(
      line,
      span,
      columns,
      (index, column) => ends.set(column, [...(ends.get(column) ?? []), line.curve.values.data[index] ?? 0]),
      spread,
    )
    return [...ends].filter(([column]) => column >= 0 && column < columns).map(([, ys]) => ys)
  }

  it('has an edge like a comb when each column takes in its own points alone', () => {
    const tops = heights(0).map((ys) => Math.max(...ys))
    expect(Math.max(...tops) - Math.min(...tops)).toBeGreaterThan(0.1)
  })

  it('has even edges when each takes in a period around it', () => {
    const all = heights(2 * points)
    expect(all).toHaveLength(columns)
    for (const ys of all) expect([Math.min(...ys), Math.max(...ys)]).toEqual([-1, 1])
  })
})

describe('the means of columns', () => {
  it('are those of the values in them, in the middle of each', () => {
    const curve = createCurve()
    curve.values.append([1, 3, 2, 6, 5, 5])
    const told: [number, number][] = []
    columnMeans({ axis: countingAxis(0, 6), curve }, { min: 0, max: 6 }, 3, (x, mean) => told.push([x, mean]))
    expect(told).toEqual([
      [1, 2],
      [3, 4],
      [5, 5],
    ])
  })
})

describe('a band', () => {
  it('goes along the greatest values and back along the least, and has both as edges', () => {
    const { chart, corners } = recorder()
    const points = [
      { x: 0, y: 10 },
      { x: 0, y: 40 },
      { x: 1, y: 50 },
      { x: 1, y: 20 },
    ]
    drawBandOf(chart, points, 2, { colour: '#000000', opacity: 0.2, edge: 1 })
    const [, area, top, bottom] = corners
    expect(top).toEqual([
      [25, 10],
      [75, 20],
    ])
    expect(bottom).toEqual([
      [25, 40],
      [75, 50],
    ])
    expect(area).toEqual([...(top ?? []), ...(bottom ?? []).toReversed()])
  })
})

describe('a band of a curve with gaps', () => {
  it('is as many bands as there are stretches: nothing is drawn where there is no number', () => {
    const { chart, corners } = recorder()
    const points = [10, 20, Number.NaN, Number.NaN, 40, 50].map((y, x) => ({ x, y }))
    drawBandOf(chart, points, 10, { colour: '#000000', opacity: 0.2, edge: 1 })
    const places = corners.map((part) => part.map(([x]) => x))
    expect(places.slice(2)).toEqual([
      [5, 15],
      [5, 15],
      [45, 55],
      [45, 55],
    ])
    expect(places[1]).toEqual([5, 15, 15, 5, 45, 55, 55, 45])
  })
})

describe('what is marked', () => {
  const style = { words: 'update 36', colour: 'black', ground: 'white', font: 'sans-serif' }

  it('is named on the side where there is room', () => {
    const { chart, texts, boxes } = recorder()
    drawFlag(chart, 10, style)
    drawFlag(chart, 95, style)
    expect(boxes).toEqual([
      { left: 10, width: 62 },
      { left: 33, width: 62 },
    ])
    expect(texts.map(({ x }) => x)).toEqual([14, 37])
  })

  it('is a level line over the whole width, with its words at the right end', () => {
    const { chart, corners, texts } = recorder()
    drawLevel(chart, 40, style)
    expect(corners).toEqual([
      [
        [0, 40],
        [100, 40],
      ],
    ])
    expect(texts).toEqual([{ text: 'update 36', x: 96 }])
    drawFoot(chart, 70, 'black')
    expect(corners[1]).toEqual([
      [70, 91],
      [65, 100],
      [75, 100],
    ])
  })

  it('is not drawn over the axis once it has left the picture', () => {
    const { chart, corners, texts } = recorder()
    drawLevel(chart, 120, style)
    drawLevel(chart, Number.NEGATIVE_INFINITY, style)
    drawFoot(chart, 130, 'black')
    drawFlag(chart, -20, style)
    drawUpright(chart, 120, 'black')
    drawDot(chart, { x: -5, y: 50 }, 'black', 'white')
    expect([corners, texts]).toEqual([[], []])
  })
})
