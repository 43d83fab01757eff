import { MADE_SERIES, suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { leakReport } from '../../../../main/trainer/data/leak-alarm'
import { madeSeries } from '../../../../main/trainer/data/made/made-series'

describe('the leak alarm of a run that begins', () => {
  it.each(MADE_SERIES.map(({ name }) => name))('says that %s has none', (name) => {
    const { found, words } = leakReport(madeSeries(name, 1), suggestedRun(name))
    expect(found).toBe(false)
    expect(inEnglish(words)).toMatch(
      /^No leak: with noise after [34] different rows, nothing before them changed in scaling and training windows\.$/,
    )
  })

  it('looks at the beginning of a series that is very long', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, row) => Math.sin(row / 7))
    const config = suggestedRun('sines')
    const { source } = config.data
    const [name = ''] = source.kind === 'series' ? source.inputs : []
    const { found } = leakReport({ times: { kind: 'rows' }, columns: [{ name, values }] }, config)
    expect(found).toBe(false)
  })

  it('is not asked about the lesson', () => {
    expect(() => leakReport(madeSeries('saw', 1), LESSON)).toThrow()
  })
})
