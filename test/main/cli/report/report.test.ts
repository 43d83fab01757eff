import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { named, parseSvg } from '../../../renderer/helpers/parse-svg'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

const fixtures = resolve(import.meta.dirname, '../../../fixtures')

type Interval = { readonly value: number; readonly low: number; readonly high: number }
type Cell = {
  readonly values: readonly string[]
  readonly n: number
  readonly diverged: number
  readonly skipped: number
  readonly p5: number | null
  readonly median: number | null
  readonly p95: number | null
  readonly below: Interval & { readonly count: number }
}
/** As test/fixtures/make/sweep_report.py writes it. */
type Expected = {
  readonly limit: number
  readonly cells: readonly Cell[]
  readonly best: readonly string[]
  readonly claims: readonly {
    readonly values: string[]
    readonly wilcoxon: number
    readonly improvement: number
  }[]
}
const EXPECTED = JSON.parse(
  readFileSync(join(fixtures, 'reference/scipy-sweep-report.json'), 'utf8'),
) as Record<string, Expected>

type Told = {
  readonly cells: readonly (Omit<Cell, 'values'> & { readonly settings: Record<string, unknown> })[]
  readonly best: Record<string, unknown>
  readonly claims: readonly {
    readonly other: Record<string, unknown>
    readonly kind: string
    readonly test?: { readonly p: number; readonly method: string }
    readonly improvement?: Interval
  }[]
}

let folder: string
let terminal: FakeTerminal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of readdirSync(join(fixtures, 'sweeps')))
    copyFileSync(join(fixtures, 'sweeps', name), join(folder, name))
  terminal = fakeTerminal(folder)
})

const report = (args: string) => runCommandLine(['report', ...args.split(' ')], terminal)
const texts = (settings: Record<string, unknown>) => Object.values(settings).map((value) => `${value}`)
const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 12))

describe('report', () => {
  it.each(Object.keys(EXPECTED))('tells the numbers of NumPy and SciPy of %s', async (name) => {
    const { limit, cells, best, claims } = EXPECTED[name] as Expected
    expect(await report(`${name} --json --below ${limit}`)).toBe(0)
    const told = JSON.parse(terminal.said.join('')) as Told
    expect(told.cells.map(({ settings }) => texts(settings))).toEqual(cells.map(({ values }) => values))
    for (const [at, cell] of cells.entries()) {
      const { values: _, below, p5, median, p95, ...counts } = cell
      expect(told.cells[at]).toMatchObject({
        ...counts,
        ...{ p5: close(p5), median: close(median), p95: close(p95) },
        below: {
          count: below.count,
          value: close(below.value),
          low: close(below.low),
          high: close(below.high),
        },
      })
    }
    expect(texts(told.best)).toEqual(best)
    expect(told.claims.map(({ other }) => texts(other))).toEqual(claims.map(({ values }) => values))
    for (const [at, { wilcoxon, improvement }] of claims.entries()) {
      const claim = told.claims[at]
      if (claim?.kind === 'paired') expect(claim.test?.p).toBeCloseTo(wilcoxon, 12)
      else expect(claim?.improvement?.value).toBeCloseTo(improvement, 12)
    }
    // Weights of other cells are others for the same seed; those of other learning rates are the same.
    expect(new Set(told.claims.map(({ kind }) => kind))).toEqual(
      new Set([name === 'cell.csv' ? 'unpaired' : 'paired']),
    )
  })

  it('says it in words, in both languages', async () => {
    expect(await report('learning-rate.csv --below 0.3')).toBe(0)
    expect(terminal.said).toEqual([
      'Of each run the loss of the last update:',
      'learning_rate        runs      median          5%         95%    diverged    left out    below 0.3',
      expect.stringMatching(
        /^ {9}0\.01 {10}12 {6}0\.5546 {6}0\.5201 {6}0\.5756 {11}0 {11}0 {2}0% \(0%–24%\)$/,
      ),
      ...Array.from({ length: 3 }, () => expect.any(String)),
      expect.stringMatching(/^ {12}3 {11}5 {11}∞ {11}∞ {11}∞ {11}5 {11}7 {2}0% \(0%–43%\)$/),
      '',
      'The lowest median, 0.5385, is that of --learning-rate 0.04162.',
      ...Array.from({ length: 3 }, () => expect.stringMatching(/--learning-rate 0\.04162 .*Wilcoxon.* p = /)),
    ])
    terminal = fakeTerminal(folder, 'zh')
    expect(await report('cell.csv')).toBe(0)
    expect(terminal.said[0]).toBe('各次运行的最后一次更新的损失：')
    expect(terminal.said).toContain('中位数最低的是 --cell gru，为 0.004339。')
  })

  it('claims nothing of fewer than ten runs, and has no best of one cell alone', async () => {
    const lines = readFileSync(join(folder, 'cell.csv'), 'utf8').split('\n')
    writeFileSync(join(folder, 'few.csv'), [...lines.slice(0, 13), ...lines.slice(28)].join('\n'))
    expect(await report('few.csv')).toBe(0)
    expect(terminal.said.at(-1)).toBe(
      'n < 10: no claim. With --cell rnn-tanh, n = 12; with --cell lstm, n = 9.',
    )
    terminal = fakeTerminal(folder)
    writeFileSync(join(folder, 'one.csv'), lines.slice(0, 4).join('\n'))
    expect(await report('one.csv')).toBe(0)
    expect(terminal.said).toHaveLength(3)
  })

  it('goes by the lowest loss where it is asked to, and refuses a measure that a run has not', async () => {
    expect(await report('cell.csv --measure best-loss --json')).toBe(0)
    const { cells } = JSON.parse(terminal.said.join('')) as Told
    const column = readFileSync(join(folder, 'cell.csv'), 'utf8')
      .split('\n')
      .slice(1, 13)
      .map((line) => Math.fround(Number(line.split(',')[5])))
      .sort((a, b) => a - b)
    expect(cells[0]?.median).toBe(((column[5] as number) + (column[6] as number)) / 2)
    expect(await report('cell.csv --measure validation-loss')).toBe(2)
    expect(terminal.warned).toEqual([
      'Every run in "cell.csv" must have a validation loss, but that of line 2 has none; choose another measure.',
    ])
  })

  it.each([
    ['learning-rate.csv', 53],
    ['cell.csv', 36],
  ])('draws every run of %s', async (name, runs) => {
    expect(await report(`${name} --figure runs.svg`)).toBe(0)
    expect(terminal.warned).toEqual([expect.stringMatching(/^Saved runs\.svg \([\d,]+ bytes\)\.$/)])
    const svg = parseSvg(readFileSync(join(folder, 'runs.svg'), 'utf8'))
    const marks = [...named(svg, 'circle'), ...named(svg, 'path')].filter((mark) =>
      ['run', 'diverged'].includes(mark.getAttribute('class') ?? ''),
    )
    expect(marks).toHaveLength(runs)
    expect(named(svg, 'desc')[0]?.textContent).toMatch(
      /^\d+ runs of \d settings; the lowest median of the loss/,
    )
  })

  it('refuses a table of runs with other settings among them', async () => {
    const [header, ...rows] = readFileSync(join(folder, 'cell.csv'), 'utf8').split('\n')
    const other = readFileSync(join(folder, 'learning-rate.csv'), 'utf8').split('\n')[1]?.split(',') ?? []
    // That table's run has another cell and optimiser: with its own values it reads well.
    const stranger = ['rnn-relu', ...other.slice(1)].join(',')
    writeFileSync(join(folder, 'mixed.csv'), [header, rows[0], stranger, ''].join('\n'))
    expect(await report('mixed.csv')).toBe(2)
    expect(terminal.warned).toEqual([
      'All runs in "mixed.csv" must have the same settings but for those in its first columns and the seed, but lines 2 and 3 differ in --learning-rate; give the table of one sweep.',
    ])
  })

  it.each([
    ['none.csv', /^"none\.csv" could not be read: /],
    [
      'cell.csv learning-rate.csv',
      'report takes one table of sweep, but 2 were given; name one that ends in .csv.',
    ],
    [
      'cell.csv --below 0',
      '--below must be a number above 0, but "0" was given; write the loss that a good run is below.',
    ],
    [
      'cell.csv --measure skill',
      'The measure must be one of last-loss, best-loss, validation-loss, but "skill" was given; choose one of these.',
    ],
    ['cell.csv --figure a.png', /^The figure's name must end in \.svg/],
    ['cell.csv --figure none/a.svg', /must go into a folder/],
    ['cell.svg --figure cell.svg', /another file than those that are read, but "cell\.svg" is one of them/],
  ])('refuses %s', async (args, sentence) => {
    expect(await report(args)).toBe(2)
    if (typeof sentence === 'string') expect(terminal.warned).toEqual([sentence])
    else expect(terminal.warned).toEqual([expect.stringMatching(sentence)])
    expect(terminal.said).toEqual([])
  })

  it('draws two varied settings at most, and tells of more', async () => {
    const [header, ...lines] = readFileSync(join(folder, 'cell.csv'), 'utf8').trimEnd().split('\n')
    const more = [`layers,carry,${header}`, ...lines.map((line) => `1,true,${line}`)]
    writeFileSync(join(folder, 'more.csv'), more.join('\n'))
    expect(await report('more.csv')).toBe(0)
    expect(await report('more.csv --figure more.svg')).toBe(2)
    expect(terminal.warned).toEqual([
      'A figure shows two varied settings at most, but "more.csv" has layers, carry and cell; leave --figure out, or a column.',
    ])
    expect(readdirSync(folder)).not.toContain('more.svg')
  })
})
