/** A point as chart.js takes it without parsing. */
export type Point = { x: number; y: number }

/** The points of one line, made once and written again in every frame: nothing is left for the collector. */
export type PointPool = {
  /** What chart.js reads. */
  readonly points: Point[]
  readonly begin: () => void
  readonly add: (x: number, y: number) => void
  /** Cuts off what the frame before had more. */
  readonly end: () => void
}

export function createPointPool(): PointPool {
  const points: Point[] = []
  const spare: Point[] = []
  let count = 0
  return {
    points,
    begin: () => {
      count = 0
    },
    add: (x, y) => {
      const point = points[count] ?? spare.pop() ?? { x: 0, y: 0 }
      point.x = x
      // A line has a gap where its value is not a number; chart.js knows gaps by NaN, not by Infinity.
      point.y = Number.isFinite(y) ? y : Number.NaN
      // By index, not by push: chart.js listens to push on the arrays it is given.
      points[count++] = point
    },
    end: () => {
      for (let index = count; index < points.length; index++) spare.push(points[index] as Point)
      points.length = count
    },
  }
}
