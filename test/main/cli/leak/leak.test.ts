import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { leak } from '../../../../main/cli/leak/leak'
import { parseLeakOptions } from '../../../../main/cli/leak/leak-options'
import { fakeTerminal } from '../fake-terminal'

describe('leak', () => {
  it('says that a series has none, with the network asked as well', async () => {
    const terminal = fakeTerminal()
    const options = parseLeakOptions(['--series', 'el-nino', '--series', 'adding'])
    expect(options.ok && (await leak(options.value, terminal))).toBe(0)
    expect(terminal.said).toEqual([
      'el-nino: No leak: with noise after 4 different rows, nothing before them changed in scaling, training windows, season, rivals and predictions.',
      'adding: No leak: with noise after 4 different rows, nothing before them changed in scaling, training windows, season, rivals and predictions.',
    ])
  })

  it('looks into all series unless some are named, and knows no others', () => {
    const all = parseLeakOptions([])
    expect(all.ok && all.value.kind === 'made' && all.value.runs).toHaveLength(18)
    const other = parseLeakOptions(['--series', 'lorentz'])
    expect(!other.ok && inEnglish(other.error.text)).toContain('"lorentz"')
    const word = parseLeakOptions(['lorenz'])
    expect(!word.ok && inEnglish(word.error.text)).toBe(
      'leak takes only options, but "lorenz" was given; leave it out, or put its option before it.',
    )
  })

  it('ends with 2 where a series is not there', async () => {
    const terminal = fakeTerminal()
    const config = suggestedRun('nile')
    const { source } = config.data
    if (source.kind !== 'series') throw new Error('nile is a series')
    const origin = { kind: 'table', name: 'a.csv', sha256: 'a'.repeat(64) } as const
    const gone = withSettings(config, { source: { ...source, origin } })
    expect(await leak({ kind: 'made', runs: [{ name: 'a.csv', config: gone }] }, terminal)).toBe(2)
    expect(terminal.warned).toEqual(['The series "a.csv" is not there any more; open its file again.'])
  })
})
