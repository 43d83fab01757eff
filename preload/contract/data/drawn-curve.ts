/** A place in the drawing, from 0 at its left and its bottom to 1. */
export type DrawnPoint = { readonly x: number; readonly y: number }

/** What the pointer drew from where it was put down to where it was lifted, in order. */
export type Stroke = readonly DrawnPoint[]

/**
 * A curve with one value for each time step, evenly spaced from x = 0 to x = 1, out of strokes in any direction: a later
 * one takes the place of what it passes over, as does a stroke that comes back over itself. Between what was drawn the
 * curve is straight, and before and after it goes on level. Points outside of the drawing are moved to its edge; those
 * that are not numbers count as not drawn.
 *
 * @param timeSteps at least 2
 * @returns values from 0 to 1, all finite; null where nothing was drawn
 */
export function curveFromStrokes(strokes: readonly Stroke[], timeSteps: number): Float64Array | null {
  if (!Number.isInteger(timeSteps) || timeSteps < 2)
    throw new RangeError(`A curve has at least two time steps, not ${timeSteps}`)
  const values = new Float64Array(timeSteps).fill(Number.NaN)
  for (const stroke of strokes) draw(stroke.filter(isPlace).map(inside), values)
  return joined(values)
}

function isPlace({ x, y }: DrawnPoint): boolean {
  return !Number.isNaN(x) && !Number.isNaN(y)
}

function inside({ x, y }: DrawnPoint): DrawnPoint {
  const clamped = (value: number) => Math.min(1, Math.max(0, value))
  return { x: clamped(x), y: clamped(y) }
}

/** Draws one stroke over the values so far, from each of its points straight to the next. */
function draw(stroke: Stroke, values: Float64Array): void {
  const last = stroke.at(-1)
  if (last === undefined) return
  const scale = values.length - 1
  let passed = false
  for (let end = 1; end < stroke.length; end += 1) {
    const [from, to] = [stroke[end - 1] as DrawnPoint, stroke[end] as DrawnPoint]
    const [left, right] = from.x <= to.x ? [from, to] : [to, from]
    for (let t = Math.ceil(left.x * scale); t <= right.x * scale; t += 1) {
      const share = to.x === from.x ? 1 : (t / scale - from.x) / (to.x - from.x)
      values[t] = from.y + Math.min(1, Math.max(0, share)) * (to.y - from.y)
      passed = true
    }
  }
  // A dot, or a stroke too narrow to reach a time step, still says something about the nearest one.
  if (!passed) values[Math.round(last.x * scale)] = last.y
}

/** The values with straight lines over the missing ones, in place; null where all are missing. */
function joined(values: Float64Array): Float64Array | null {
  let before = -1
  for (let t = 0; t <= values.length; t += 1) {
    if (t < values.length && Number.isNaN(values[t])) continue
    if (t - before > 1) bridge(values, before, t)
    before = t
  }
  return Number.isNaN(values[0]) ? null : values
}

/** Fills what lies between two drawn values; beyond an end of the curve there is none. */
function bridge(values: Float64Array, before: number, after: number): void {
  const from = values[before] ?? values[after] ?? Number.NaN
  const to = values[after] ?? from
  for (let t = before + 1; t < after; t += 1)
    values[t] = from + ((to - from) * (t - before)) / (after - before)
}
