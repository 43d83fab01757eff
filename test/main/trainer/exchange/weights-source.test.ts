import { suggestedRun } from '@contract/data/made-series'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { fail, ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { SeriesOrigin } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import type { FindSeries } from '../../../../main/trainer/data/source/source'
import { withSeriesThere } from '../../../../main/trainer/exchange/weights-source'
import { sentenceOf } from '../../../helpers/saying'

const originOf = (letter: string): SeriesOrigin => ({
  kind: 'table',
  name: `${letter}.csv`,
  sha256: letter.repeat(64),
})

function learning(letter: string, inputs: readonly string[], targets: readonly string[], dataSeed = 1) {
  return withSettings(LESSON, {
    source: { kind: 'series', origin: originOf(letter), inputs, targets },
    dataSeed,
  })
}

/** Has these series and no other. */
function finder(there: Readonly<Record<string, readonly string[]>>): FindSeries {
  return (origin) => {
    const columns = there[origin.name]
    if (!columns) return fail('file-unreadable', text('source.notThere', { name: origin.name }))
    const series: Series = {
      times: { kind: 'rows' },
      columns: columns.map((name) => ({ name, values: new Float64Array(2) })),
    }
    return ok(series)
  }
}

const file = learning('a', ['x', 'y', 'u'], ['x', 'y'])

describe('the series of loaded weights', () => {
  it('is their own where that is there', () => {
    const find = finder({ 'a.csv': ['x', 'y', 'u'], 'b.csv': ['x', 'y', 'u'] })
    expect(withSeriesThere('w.npz', file, learning('b', ['x'], ['y']), find)).toEqual(ok(file))
  })

  it('is that of the present run where it has all their columns', () => {
    const find = finder({ 'b.csv': ['time of day', 'u', 'y', 'x'] })
    const found = withSeriesThere('w.npz', file, learning('b', ['x'], ['y'], 5), find)
    expect(found).toEqual(ok(learning('b', ['x', 'y', 'u'], ['x', 'y'], 5)))
  })

  it.each([
    ['there is no run', null],
    ['the run learns the lesson', LESSON],
    ['its series lacks a column', learning('b', ['x'], ['y'])],
    ['its series is gone as well', learning('c', ['x'], ['y'])],
    ['it learns what the app makes', suggestedRun('lorenz')],
  ])('is told as missing where %s', (_what, present) => {
    const find = finder({ 'b.csv': ['x', 'y'], lorenz: ['x', 'y', 'z'] })
    const found = withSeriesThere('w.npz', file, present, find)
    expect(found.ok ? '' : sentenceOf(found.error)).toBe(
      '"w.npz" has a network of 3 inputs and 2 outputs ("x", "y" and "u") for a series that is not there, "a.csv"; open the series first, or one with the same columns.',
    )
  })

  it('is none for the lesson, and made again for what the app makes', () => {
    const find = finder({})
    for (const config of [LESSON, suggestedRun('nile')])
      expect(withSeriesThere('w.npz', config, null, find)).toEqual(ok(config))
  })
})
