import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { madeSeries } from '../../../../main/trainer/data/made/made-series'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

let folder: string
let terminal: FakeTerminal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-table-'))
  terminal = fakeTerminal(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const run = (...args: string[]) => runCommandLine(args, terminal)

/** Puts a table of rows below each other into the folder. */
function table(name: string, rows: readonly string[]): string {
  writeFileSync(join(folder, name), `${rows.join('\n')}\n`)
  return name
}

const wave = (row: number) => Math.sin(row / 5)
const rowsOf = (count: number, cells: (row: number) => string) =>
  Array.from({ length: count }, (_, i) => cells(i))
const SMALL = ['--updates', '2', '--hidden', '2', '--window', '5', '--engine', 'eager', '--json']

describe('train --data', () => {
  it('learns the Nile from a table as it learns the made series, to the last bit', async () => {
    const [volume] = madeSeries('nile', 1).columns
    table('nile.csv', ['volume', ...Array.from(volume?.values ?? [], String)])
    const settings = [
      '--window',
      '10',
      '--split',
      '50/25/25',
      '--scale',
      'standard',
      '--order',
      'random',
      '--stride',
      '1',
    ]
    const others = [
      '--cell',
      'gru',
      '--hidden',
      '3',
      '--updates',
      '4',
      '--batch',
      '8',
      '--no-carry',
      '--learning-rate',
      '0.01',
    ]
    expect([
      await run('train', '--series', 'nile', ...settings, ...others, '--json'),
      terminal.warned,
    ]).toEqual([0, []])
    const { said } = terminal
    terminal = fakeTerminal(folder)
    expect(await run('train', '--data', 'nile.csv', ...settings, ...others, '--json')).toBe(0)
    const numbers = (lines: readonly string[]) =>
      lines.slice(0, 4).map((line) => {
        const { update, loss, gradientNorm } = JSON.parse(line) as Record<string, number>
        return [update, loss, gradientNorm]
      })
    expect(terminal.warned).toEqual([])
    expect(said.length).toBeGreaterThanOrEqual(4)
    expect(numbers(terminal.said)).toEqual(numbers(said))
    expect(terminal.warned).toEqual([])
    expect(terminal.shown).toEqual(['Reading nile.csv: 100%, 100 rows', null])
  })

  it.each([
    {
      what: 'a date that begins with a day or a month',
      rows: [
        'day,x',
        ...rowsOf(60, (i) => `0${1 + (i % 5)}/0${1 + Math.floor(i / 30)}/20${10 + (i % 30)},${wave(i)}`),
      ],
      asked:
        'The table must be read in one way, but leaves this open: Does "01/01/2010" begin with the day or with the month? Answer with --time day --time-format day-month-year, --time day --time-format month-day-year or --no-time.',
      answer: ['--no-time'],
      told: ['Column "day" holds texts and is not used.'],
    },
    {
      what: 'a number that may stand for a missing one',
      rows: ['x', ...rowsOf(60, (i) => (i % 20 === 7 ? '-999' : wave(i).toFixed(5)))],
      asked:
        'The table must be read in one way, but leaves this open: Does "-999", which comes 3 times, stand for a missing value? Answer with --no-missing or --missing -999.',
      answer: ['--missing', '-999'],
      told: [],
    },
    {
      what: 'digits that are two numbers or one',
      rows: rowsOf(60, (i) => `${i % 7},${(i * 37) % 100}`),
      asked:
        'The table must be read in one way, but leaves this open: Is "0,0" two numbers, or one with a decimal comma? Answer with --delimiter "," or --delimiter ";".',
      answer: ['--delimiter', ';', '--decimal', ',', '--no-header'],
      told: [],
    },
  ])('asks about $what, and reads it when that is answered', async ({ rows, asked, answer, told }) => {
    table('a.csv', rows)
    expect(await run('train', '--data', 'a.csv', ...SMALL)).toBe(2)
    expect([terminal.said, terminal.warned]).toEqual([[], [asked]])
    terminal = fakeTerminal(folder)
    expect([await run('train', '--data', 'a.csv', ...answer, ...SMALL), terminal.warned]).toEqual([0, told])
    expect(terminal.said.length).toBeGreaterThanOrEqual(2)
  })

  it('tells a few of very many answers', async () => {
    const names = Array.from({ length: 40 }, (_, column) => `c${column}`)
    table('wide.csv', [
      names.join(),
      ...rowsOf(30, (i) => names.map((_, column) => 1600 + column + i).join()),
    ])
    expect(await run('train', '--data', 'wide.csv', ...SMALL)).toBe(2)
    expect(terminal.warned).toEqual([
      'The table must be read in one way, but leaves this open: Does column "c0", which begins with "1600", say when the rows were? Answer with --time c0 --time-format year, --time c0 --time-format number, --time c1 --time-format year and 78 more.',
    ])
  })

  it('is not learned where the training part has no value of a target', async () => {
    const train = async (known: number) => {
      table('bare.csv', ['a,b', ...rowsOf(60, (i) => `${wave(i)},${i >= known ? wave(i) : ''}`)])
      terminal = fakeTerminal(folder)
      return run(
        'train',
        '--data',
        'bare.csv',
        '--input',
        'a',
        '--target',
        'a,b',
        '--split',
        '50/25/25',
        ...SMALL,
      )
    }
    expect(await train(30)).toBe(2)
    expect([terminal.said, terminal.warned]).toEqual([
      [],
      [
        'Target "b" should have values to learn in the training part, but its 30 time steps have none after inputs that are all there; choose a larger training part, or another target.',
      ],
    ])
    expect(await train(29)).toBe(0)
  })

  it.each([1e300, -1.0000000000000002e30])(
    'is not learned with %d in a column that is chosen',
    async (large) => {
      table('large.csv', ['a,b', ...rowsOf(60, (i) => `${wave(i)},${i === 50 ? large : wave(i)}`)])
      for (const [input, target] of ['ba', 'ab']) {
        terminal = fakeTerminal(folder)
        const columns = ['--input', input as string, '--target', target as string]
        expect(await run('train', '--data', 'large.csv', ...columns, ...SMALL)).toBe(2)
        expect([terminal.said, terminal.warned]).toEqual([
          [],
          [
            'Column "b" should have numbers from −1e+30 to 1e+30, but has one beyond these; write it in a larger unit, or choose another column.',
          ],
        ])
      }
      terminal = fakeTerminal(folder)
      expect(await run('train', '--data', 'large.csv', '--input', 'a', '--target', 'a', ...SMALL)).toBe(0)
    },
  )

  it.each([
    {
      args: ['--data', 'two.csv'],
      sentence:
        '--input and --target must say what each of several columns is for; the table has "a" and "b".',
    },
    {
      args: ['--data', 'two.csv', '--input', 'a', '--target', 'c'],
      sentence:
        '--target must name columns of numbers in the table, but has none called "c"; choose from "a" and "b".',
    },
    {
      args: ['--data', 'two.csv', '--input', 'a', '--target', 'b', '--time', 'when'],
      sentence: '--time must name a column, but the table has none called "when"; it has "a" and "b".',
    },
    {
      args: ['--data', 'two.csv', '--series', 'nile'],
      sentence:
        'One series is learned at a time, but --data was given beside --series; leave one of them out.',
    },
    {
      args: ['--data', 'two.csv', '--preset', 'pytorch'],
      sentence:
        'A program of the lesson has its own curve, but --preset was given beside --data; leave one of them out.',
    },
    {
      args: ['--delimiter', ';'],
      sentence:
        '--delimiter says how a table is written, but none is read; name its file with --data, or leave --delimiter out.',
    },
    {
      args: ['--data', 'two.csv', '--delimiter', '!'],
      sentence: '--delimiter must be one of ,, ;, tab, |, space, but "!" was given; choose one of these.',
    },
    {
      args: ['--data', 'two.csv', '--hidden', '0'],
      sentence: 'Hidden units must be a whole number from 1 to 512, but 0 was given; ',
    },
    { args: ['--data', 'gone.csv'], sentence: '"gone.csv"' },
  ])('refuses in one sentence: $args', async ({ args, sentence }) => {
    table('two.csv', ['a,b', ...rowsOf(60, (i) => `${wave(i)},${wave(i + 3)}`)])
    expect(await run('train', ...args, '--updates', '1')).toBe(2)
    expect([terminal.said, terminal.warned]).toEqual([[], [expect.stringContaining(sentence)]])
  })

  it('tells uneven times and rows that it leaves out, and takes the intervals as a column', async () => {
    const rows = rowsOf(80, (i) => `${i + Math.floor(i / 3)},${wave(i)}`)
    table('uneven.csv', ['t,x', ...rows, 'end,of file'])
    const told = ['--data', 'uneven.csv', '--bad-rows', 'drop', '--time', 't', '--time-format', 'number']
    await run('train', ...told, ...SMALL)
    expect(terminal.warned).toEqual([
      expect.stringMatching(/^1 row was left out, as .*: line 82\.$/),
      expect.stringMatching(/^The rows are not evenly spaced in time: up to 33% of the intervals /),
      expect.stringMatching(/has 0 windows/),
    ])
    terminal = fakeTerminal(folder)
    const asColumn = ['--irregular', 'intervals', '--input', 'x,interval', '--target', 'x', '--window', '2']
    expect(await run('train', ...told, ...SMALL, ...asColumn)).toBe(0)
    expect(terminal.warned).toHaveLength(1)
  })

  it('goes on from weights on their table, or on another one with their columns', async () => {
    table('a.csv', ['x', ...rowsOf(60, (i) => `${wave(i)}`)])
    table('b.csv', ['y,x', ...rowsOf(60, (i) => `${i % 7},${wave(i + 1)}`)])
    table('c.csv', ['y', ...rowsOf(60, (i) => `${wave(i + 1)}`)])
    expect(await run('train', '--data', 'a.csv', ...SMALL, '--save', 'w.safetensors')).toBe(0)
    for (const [name, first] of [
      ['a.csv', wave(10)],
      ['b.csv', wave(11)],
    ] as const) {
      terminal = fakeTerminal(folder)
      expect(await run('train', '--load', 'w.safetensors', '--data', name, '--updates', '1', '--json')).toBe(
        0,
      )
      expect(JSON.parse(terminal.said[0] ?? '')).toMatchObject({
        update: 3,
        input: { 0: Math.fround(first) },
      })
    }
    for (const args of [[], ['--data', 'c.csv']]) {
      terminal = fakeTerminal(folder)
      expect(await run('train', '--load', 'w.safetensors', ...args)).toBe(2)
      expect(terminal.warned).toEqual([expect.stringContaining('"a.csv"')])
    }
  })

  it('goes on from weights only with the series that they learned, and as they learned it', async () => {
    table('a.csv', ['y,x', ...rowsOf(60, (i) => `${i % 7},${wave(i)}`)])
    const columns = ['--input', 'y,x', '--target', 'x', '--split', '60/20/20']
    expect(await run('train', '--data', 'a.csv', ...columns, ...SMALL, '--save', 't.npz')).toBe(0)
    expect(await run('train', '--series', 'saw', '--updates', '1', '--json', '--save', 's.npz')).toBe(0)
    expect(await run('train', '--updates', '1', '--json', '--save', 'l.npz')).toBe(0)
    const goOn = async (line: string) => {
      terminal = fakeTerminal(folder)
      const code = await run('train', '--load', ...line.split(' '), '--updates', '1', '--json')
      return [code, terminal.warned]
    }
    for (const line of [
      't.npz --data a.csv --input y,x --target x --split 60/20/20',
      's.npz --series saw --split 70/15/15',
      's.npz --input x',
    ])
      expect(await goOn(line)).toEqual([0, []])
    for (const [line, option, sentence] of [
      ['l.npz --series saw', '--series', 'is of a series, but with "l.npz" the lesson\'s curve is learned'],
      ['l.npz --data a.csv', '--data', 'is of a series, but with "l.npz" the lesson\'s curve is learned'],
      [
        'l.npz --split 60/20/20',
        '--split',
        'is of a series, but with "l.npz" the lesson\'s curve is learned',
      ],
      ['s.npz --series square', '--series', 'square was given, but with "s.npz" it is saw'],
      ['s.npz --data a.csv', '--data', 'a.csv was given, but with "s.npz" it is saw'],
      ['s.npz --split 60/20/20', '--split', '60/20/20 was given, but with "s.npz" it is 70/15/15'],
      ['t.npz --data a.csv --input x', '--input', 'x was given, but with "t.npz" it is y,x'],
      ['t.npz --data a.csv --input x,y', '--input', 'x,y was given, but with "t.npz" it is y,x'],
      ['t.npz --data a.csv --target y', '--target', 'y was given, but with "t.npz" it is x'],
    ] as const)
      expect([line, ...(await goOn(line))]).toEqual([
        line,
        2,
        [`${option} ${sentence}; leave ${option} out, or load another file.`],
      ])
  })
})

describe('leak --data', () => {
  it('finds that resampled values look ahead, and that rows as they are do not', async () => {
    const times = rowsOf(200, (i) => `${i + Math.floor(i / 4)},${wave(i)}`)
    table('uneven.csv', ['t,x', ...times])
    const options = ['--data', 'uneven.csv', '--window', '3', '--time', 't', '--time-format', 'number']
    expect(await run('leak', ...options, '--irregular', 'keep')).toBe(0)
    expect(terminal.said).toEqual([expect.stringMatching(/^uneven\.csv: No leak: /)])
    terminal = fakeTerminal(folder)
    table('halves.csv', ['t,x', ...rowsOf(200, (i) => `${i * 2 + (i % 3 === 1 ? 0.5 : 0)},${wave(i)}`)])
    const halves = ['--data', 'halves.csv', '--window', '3', '--time', 't', '--time-format', 'number']
    expect(await run('leak', ...halves, '--irregular', 'resample')).toBe(1)
    expect(terminal.said[0]).toMatch(
      /^halves\.csv: Leak: with noise from row \d+ on, the resampling changed at row \d+, which comes before it\.$/,
    )
  })

  it('takes the options of a table only with one', async () => {
    expect(await run('leak', '--window', '3')).toBe(2)
    expect(terminal.warned).toEqual([
      '--window is of a table, but made series are looked into with their own settings; name a table with --data, or leave --window out.',
    ])
  })
})
