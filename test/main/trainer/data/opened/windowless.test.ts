import { describe, expect, it } from 'vitest'
import { windowless } from '../../../../../main/trainer/data/opened/windowless'

const ROWS = 200

/** A column without numbers where `isMissing` says so. */
function column(name: string, isMissing: (row: number) => boolean) {
  return {
    name,
    values: Float64Array.from({ length: ROWS }, (_, row) => (isMissing(row) ? Number.NaN : row)),
  }
}

function without(...columns: ReturnType<typeof column>[]) {
  return windowless({ columns, times: { kind: 'rows' } })
}

// A table of 200 rows begins with windows of 24 time steps, horizon 1, and a training part of 140 rows: inputs 0 to 138.
describe('columns that would leave no window', () => {
  const whole = column('whole', () => false)
  /** 23 numbers, and then none. */
  const scattered = column('scattered', (row) => row % 24 === 23)
  /** 24 numbers, and then none. */
  const wide = column('wide', (row) => row % 25 === 24)

  it('are those with gaps closer together than a window is long', () => {
    expect(without(whole, wide)).toEqual([])
    expect(without(scattered, whole)).toEqual(['scattered'])
    expect(without(whole, scattered)).toEqual(['scattered'])
  })

  it('are of two that only together leave none the one with more missing, the one that is to be said last', () => {
    const early = column('early', (row) => row < 80)
    const late = column('late', (row) => row >= 90)
    expect(without(early, late, whole)).toEqual(['late'])
    expect(without(early, late)).toEqual(['early'])
  })

  it('count by the training part alone', () => {
    expect(
      without(
        column('after', (row) => row > 140),
        whole,
      ),
    ).toEqual([])
    // Values in rows 139 and later are targets of the training part, or none of it.
    expect(
      without(
        column('before', (row) => row < 116),
        whole,
      ),
    ).toEqual(['before'])
    expect(
      without(
        column('before', (row) => row < 115),
        whole,
      ),
    ).toEqual([])
  })

  it('are none where no column has a window, or where one has no numbers at all', () => {
    expect(without(scattered)).toEqual([])
    expect(
      without(
        column('empty', () => true),
        whole,
      ),
    ).toEqual([])
  })

  it('are those that jumps of time leave none of with them', () => {
    const middle = column('middle', (row) => row % 40 === 20)
    expect(without(middle, whole)).toEqual([])
    // Time jumps after every fortieth row, which leaves 20 and 18 in a row.
    const values = Float64Array.from({ length: ROWS }, (_, row) => row + 100 * Math.floor(row / 40))
    const times = { kind: 'numbers', name: 't', values } as const
    expect(windowless({ columns: [middle, whole], times })).toEqual(['middle'])
  })
})
