import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import type { Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { setupCode } from '@contract/setup/setup-code'
import { describe, expect, it } from 'vitest'
import { parseTrainOptions } from '../../../../main/cli/train/train-options'

const SHA = 'cd'.repeat(32)
const OF_TABLE = withSettings(LESSON, {
  source: {
    kind: 'series',
    origin: { kind: 'table', name: 'sales.csv', sha256: SHA },
    inputs: ['price'],
    targets: ['sales'],
  },
  horizon: 3,
  hiddenUnits: 5,
})

function codeFor(config: RunConfig): string {
  const made = setupCode(config)
  if (!made.ok) throw new Error(inEnglish(made.error.text))
  return made.value
}

function begun(args: readonly string[], read: Parameters<typeof parseTrainOptions>[1] = null) {
  const parsed = parseTrainOptions(args, read)
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.text))
  return parsed.value
}

function sentence(result: Result<unknown>): string {
  return result.ok ? 'no error' : inEnglish(result.error.text)
}

describe('--setup', () => {
  it('begins with the settings of a code, and what is given beside it counts over them', () => {
    const code = codeFor(suggestedRun('lorenz'))
    expect(begun(['--setup', code]).begin).toEqual({ kind: 'new', config: suggestedRun('lorenz') })
    const changed = begun([
      '--hidden',
      '3',
      '--setup',
      code,
      '--target',
      'y',
      '--split',
      '50/25/25',
      '--carry',
    ])
    expect(changed.begin).toEqual({
      kind: 'new',
      config: withSettings(suggestedRun('lorenz'), {
        hiddenUnits: 3,
        carryState: true,
        trainPercent: 50,
        validationPercent: 25,
        source: { ...(suggestedRun('lorenz').data.source as object), targets: ['y'] } as never,
      }),
    })
  })

  it('of a table learns the columns of the one that is given, whatever it is called', () => {
    const code = codeFor(OF_TABLE)
    const columns = ['price', 'sales', 'rain'].map((name) => ({
      name,
      values: Float64Array.from({ length: 90 }, (_, i) => i),
    }))
    const series = { columns, times: null } as never
    const table = { name: 'other.csv', sha256: SHA, series }
    const { begin, coded } = begun(['--data', 'other.csv', '--setup', code, '--horizon', '2'], table)
    expect(coded).toBe(SHA)
    expect(begin).toEqual({
      kind: 'new',
      config: withSettings(OF_TABLE, {
        horizon: 2,
        source: {
          ...(OF_TABLE.data.source as object),
          origin: { kind: 'table', name: 'other.csv', sha256: SHA },
        } as never,
      }),
    })
    // Before the table has been read no column is missed.
    expect(begun(['--data', 'other.csv', '--setup', code]).table?.file).toBe('other.csv')
    const without = { ...table, series: { columns: columns.slice(0, 1), times: null } as never }
    expect(sentence(parseTrainOptions(['--data', 'x.csv', '--setup', code], without))).toMatch(/sales/)
  })

  it.each([
    [
      ['--setup', codeFor(OF_TABLE)],
      /is for "sales\.csv" with the columns "price" and "sales".*as --data FILE\.$/,
    ],
    [['--setup', codeFor(LESSON), '--preset', 'pytorch'], /--setup was given beside --preset; leave one/],
    [['--setup', codeFor(LESSON), '--series', 'am'], /--setup was given beside --series; leave one/],
    [['--setup', codeFor(LESSON), '--load', 'a.npz'], /--setup was given beside --load; leave one/],
    [['--setup', `${codeFor(LESSON)}A`], /A character of this setup code is wrong/],
    [['--setup', 'U9.AAAA'], /made by a newer Unroll/],
    [['--setup', codeFor(LESSON), '--horizon', '2'], /--horizon/],
    [['--setup', codeFor(LESSON), '--hidden', '0'], /must be a whole number from 1 to 512, but 0 was given/],
  ])('refuses %j', (args, said) => {
    expect(sentence(parseTrainOptions(args))).toMatch(said)
  })
})
