import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { atLeast, below, type Figure, told } from '../figure'
import { compare, describeComparison } from './comparison'
import { readEarlier } from './earlier'
import { type KeptFigure, keptFigures } from './kept-figures'
import { keptTable } from './kept-table'

/** A figure under its full name, as a document has it. */
function kept(name: string, value: number | null, unit: string): KeptFigure {
  return { name, value, unit, bound: '', holds: true }
}

describe('the names of figures', () => {
  const named = (...whats: string[]) =>
    keptFigures(
      'time',
      whats.map((what) => told(what, 1, 'ms')),
    ).map(({ name }) => name)

  it('say all: the set, and what a figure is set in under', () => {
    expect(
      named('back', '  19 of 20', '  of the processor', '    19 of 20', '  farthest', 'opening'),
    ).toEqual([
      'time: back',
      'time: back, 19 of 20',
      'time: back, of the processor',
      'time: back, of the processor, 19 of 20',
      'time: back, farthest',
      'time: opening',
    ])
  })

  it('are never the same', () => {
    expect(named('back', '  at most', '  at most')).toEqual([
      'time: back',
      'time: back, at most',
      'time: back, at most (2)',
    ])
  })
})

it('lays all figures out in one table, with what is held and what is not', () => {
  const figures: Figure[] = [
    told('lesson', 1204.7, 'µs per update'),
    atLeast(1.2, '  times as fast as PyTorch', 0.4549, '×'),
    below(17, 'frames', 16.68, 'ms'),
    told('  grown', Number.NaN, 'MB'),
  ]
  expect(keptTable(keptFigures('race', figures)).split('\n')).toEqual([
    '| figure                                 | value |          unit |        bound | holds |',
    '| -------------------------------------- | ----: | ------------: | -----------: | ----: |',
    '| race: lesson                           | 1,205 | µs per update |              |       |',
    '| race: lesson, times as fast as PyTorch | 0.455 |             × | at least 1.2 |    NO |',
    '| race: frames                           |  16.7 |            ms |     below 17 |   yes |',
    '| race: frames, grown                    |     – |            MB |              |       |',
  ])
})

describe('a comparison', () => {
  const then = [
    kept('race: lesson', 100, 'µs per update'),
    kept('race: lesson, times as fast as PyTorch', 8, '×'),
    kept('start: to its window', 500, 'ms'),
    kept('inside: states', 5, '% slower'),
    kept('inside: dynamics', -5.5, '% slower'),
    kept('soak: grown', 0, 'MiB'),
    kept('many: gone', 3, 's'),
  ]
  const now = [
    kept('race: lesson', 400, 'µs per update'),
    kept('race: lesson, times as fast as PyTorch', 6, '×'),
    kept('start: to its window', 650, 'ms'),
    kept('inside: states', 26, '% slower'),
    kept('inside: dynamics', 5.84, '% slower'),
    kept('soak: grown', 0.5, 'MiB'),
    kept('frames: new', 16.7, 'ms'),
  ]
  const found = compare(now, then)
  const ratioOf = (name: string) => found.ratios.find((each) => each.name === name)?.ratio

  it('is new by old, and of a race the ratio of its ratios, whatever the machine', () => {
    expect(ratioOf('start: to its window')).toBeCloseTo(1.3, 12)
    expect(ratioOf('race: lesson, times as fast as PyTorch')).toBeCloseTo(0.75, 12)
    expect(found.ratios.map(({ name }) => name)).not.toContain('race: lesson')
  })

  it('takes per cent slower for the time that they mean', () => {
    expect(ratioOf('inside: states')).toBeCloseTo(1.26 / 1.05, 12)
    // 1.0584 / 0.945: a training that was faster with the tab open has a ratio as well.
    expect(ratioOf('inside: dynamics')).toBeCloseTo(1.12, 12)
  })

  it('has none of what is not above 0, is missing, or has another unit', () => {
    expect(ratioOf('soak: grown')).toBeNull()
    expect(compare([kept('a', null, 'ms')], [kept('a', 1, 'ms')]).ratios).toEqual([
      { name: 'a', ratio: null },
    ])
    expect(compare([kept('a', 1, 's')], [kept('a', 1, 'ms')]).ratios).toEqual([{ name: 'a', ratio: null }])
  })

  it('names what is on one side alone', () => {
    expect(found.onlyNow).toEqual(['frames: new'])
    expect(found.onlyThen).toEqual(['many: gone'])
    const text = describeComparison(found, { machine: { cpu: 'A CPU', cores: 2 } })
    expect(text.split('\n')).toEqual([
      'New by old (A CPU, 2 cores):',
      '',
      '| figure                                 | new by old |',
      '| -------------------------------------- | ---------: |',
      '| race: lesson, times as fast as PyTorch |       0.75 |',
      '| start: to its window                   |       1.30 |',
      '| inside: states                         |       1.20 |',
      '| inside: dynamics                       |       1.12 |',
      '| soak: grown                            |          – |',
      '',
      'Not in the earlier run:',
      '- frames: new',
      '',
      'In the earlier run alone:',
      '- many: gone',
    ])
  })
})

it('says so where no figure is in both', () => {
  const found = compare([kept('a', 1, 'ms')], [kept('b', 1, 'ms')])
  expect(describeComparison(found, { machine: { cpu: 'A CPU', cores: 2 } })).toContain(
    'No figure is in both.',
  )
})

describe('the file of an earlier run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-bench-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const written = (text: string) => {
    const path = join(folder, 'a.json')
    writeFileSync(path, text)
    return path
  }

  it('is read as the benchmark writes it, whatever else is in it', () => {
    const document = {
      benchmark: 'unroll',
      machine: { cpu: 'A CPU', cores: 2, node: '20' },
      sets: ['race'],
      figures: [kept('a', 1, 'ms'), kept('b', null, '')],
    }
    expect(readEarlier(written(JSON.stringify(document))).figures).toEqual([
      { name: 'a', value: 1, unit: 'ms' },
      { name: 'b', value: null, unit: '' },
    ])
  })

  it.each([
    {
      what: 'no file',
      text: null,
      sentence: /none\.json cannot be read \(ENOENT\); "npm run --silent bench/,
    },
    { what: 'no JSON', text: 'lesson: compiled', sentence: /a\.json is no JSON; "npm run --silent bench/ },
    {
      what: 'another document',
      text: '3',
      sentence: /is no result of the benchmark: expected .*, but found/,
    },
    {
      what: 'a document of an older benchmark',
      text: '{"machine":{"cpu":"A","cores":2},"cases":[]}',
      sentence: /is no result of the benchmark: it has no "benchmark"; "npm run --silent bench/,
    },
    {
      what: 'a figure without a number',
      text: '{"benchmark":"unroll","machine":{"cpu":"A","cores":2},"figures":[{"name":"a","value":"1","unit":""}]}',
      sentence: /expected .*number.* at "figures\.0\.value", but found "1"; /,
    },
  ])('is refused in one sentence: $what', ({ text, sentence }) => {
    const path = text === null ? join(folder, 'none.json') : written(text)
    expect(() => readEarlier(path)).toThrow(sentence)
  })
})
