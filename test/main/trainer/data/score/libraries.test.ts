import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareScores, type ScoreCases } from '../../../../helpers/score-cases'

const file = resolve(import.meta.dirname, '../../../../fixtures/scores/libraries.json')
const compared = compareScores(JSON.parse(readFileSync(file, 'utf8')) as ScoreCases)

describe('scores beside numpy, statsmodels and scikit-learn', () => {
  it('are the same to 1e-8: errors, MASE, R², skill, lag, spread, residuals, rivals and autocorrelation', () => {
    const off = compared.filter(({ difference }) => !(difference <= 1e-8))
    expect(off).toEqual([])
  })

  it('are held to numbers of every kind', () => {
    const kinds = new Set(compared.map(({ name }) => name.replace(/^(?:train|validation|test) /, '')))
    const rivals = ['mean', 'persistence', 'seasonal-naive', 'linear']
    expect([...kinds].sort()).toEqual(
      [
        ...['errors', 'mase', 'r2', 'spread', 'lag', 'residuals', 'predictions linear', 'autocorrelation'],
        ...rivals.flatMap((rival) => [rival, `skill ${rival}`]),
        ...['horizon rmse', 'horizon p10', 'horizon p50', 'horizon p90'],
      ].sort(),
    )
    expect(compared.length).toBeGreaterThan(200)
  })
})
