import { describe, expect, it } from 'vitest'
import type { LineChart } from '../../../../renderer/charts/canvas/line-chart'
import type { Point } from '../../../../renderer/charts/canvas/point-pool'
import { drawColumns } from '../../../../renderer/charts/lines/dense-marks'
import { drawBand } from '../../../../renderer/charts/lines/marks'

type Bar = { left: number; right: number; top: number; bottom: number }

/** Draws onto 100 × 100 pixels where y counts pixels from above, and gives back the bars. */
function bars(points: readonly Point[], columns: number): Bar[] {
  const drawn: Bar[] = []
  const nothing = () => {}
  const ctx = {
    save: nothing,
    restore: nothing,
    beginPath: nothing,
    rect: nothing,
    clip: nothing,
    fillRect: (x: number, y: number, width: number, height: number) =>
      drawn.push({ left: x, right: x + width, top: y, bottom: y + height }),
  }
  const chart = {
    ctx,
    chartArea: { left: 0, top: 0, width: 100, height: 100 },
    scales: { y: { getPixelForValue: (value: number) => value } },
  }
  drawColumns(chart as unknown as LineChart, points, columns, 'black')
  return drawn
}

describe('columns', () => {
  it('meet without a seam, also where they are no whole number of pixels', () => {
    const points = Array.from({ length: 73 }, (_, x) => [
      { x, y: 10 },
      { x, y: 90 },
    ]).flat()
    const drawn = bars(points, 73)
    expect([drawn[0]?.left, drawn.at(-1)?.right]).toEqual([0, 100])
    for (const [index, bar] of drawn.entries()) {
      expect(bar).toMatchObject({ top: 10, bottom: 90 })
      if (index > 0) expect(bar.left).toBe(drawn[index - 1]?.right)
    }
  })

  it('are joined to the one before, as a line would', () => {
    const [, second] = bars(
      [
        { x: 0, y: 10 },
        { x: 0, y: 20 },
        { x: 1, y: 50 },
        { x: 1, y: 60 },
      ],
      10,
    )
    expect(second).toMatchObject({ top: 20, bottom: 60 })
  })

  it('reach to the next where points are few, and are never too thin to be seen', () => {
    const drawn = bars(
      [
        { x: 0, y: 50 },
        { x: 5, y: 50 },
      ],
      10,
    )
    expect(drawn).toEqual([
      { left: 0, right: 50, top: 49.25, bottom: 50.75 },
      { left: 50, right: 60, top: 49.25, bottom: 50.75 },
    ])
  })
})

describe('a band', () => {
  /** How strongly a colour covers what lies under it, from 0 to 1. */
  function cover(colour: string): number {
    const drawn: number[] = []
    const ctx = {
      fillStyle: '',
      globalAlpha: 1,
      save: () => {},
      restore: () => {},
      fillRect: () => {
        const [, alpha = 'ff'] = /^#.{6}(..)$/.exec(ctx.fillStyle) ?? []
        drawn.push((ctx.globalAlpha * Number.parseInt(alpha, 16)) / 255)
      },
    }
    const chart = {
      ctx,
      chartArea: { left: 0, top: 0, right: 100, bottom: 100 },
      scales: { x: { getPixelForValue: (value: number) => value } },
    }
    drawBand(chart as unknown as LineChart, 10, 20, colour, 0.2)
    return drawn[0] ?? Number.NaN
  }

  it('is seen through in every colour, also one that the system names or sees through itself', () => {
    for (const colour of ['#1d5bd8', 'Highlight', 'rgba(0, 0, 128, 0.8)'])
      expect(cover(colour)).toBeCloseTo(0.2, 2)
  })
})
