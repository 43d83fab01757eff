import type { Column } from '@contract/data/series'

/** A table by its file's name. We read it or refuse it, and a script is to do the same. */
export type InteropTable = { readonly name: string; readonly text: string }

const DAY = 86_400_000

/** Tables of some columns that a careless or a hostile person might forecast from. */
export function tablesOf(columns: readonly Column[], rows: number): readonly InteropTable[] {
  const names = columns.map(({ name }) => name)
  const cells = (row: number) => columns.map(({ values }) => `${values[row]}`)
  const all = Array.from({ length: rows }, (_, row) => row)
  const day = (row: number) => new Date(Date.UTC(2020, 0, 1) + row * DAY).toISOString().slice(0, 10)
  const dayFirst = (row: number) => day(row).split('-').reverse().join('.')
  /** Time jumps twice, the last time shortly before the end. */
  const leap = (row: number) => row + (row > rows - 150 ? 3 : 0) + (row > rows - 8 ? 9 : 0)
  const written = (head: readonly string[], of: (row: number) => readonly string[]) =>
    `${[head, ...all.map(of)].map((row) => row.join()).join('\n')}\n`
  const dated = (when: (row: number) => string) =>
    written(['when', ...names], (row) => [when(row), ...cells(row)])
  /** One cell is another, a few rows before the end. */
  const with_ = (other: string, ...places: readonly number[]) =>
    written(names, (row) =>
      cells(row).map((cell, i) => (i === 0 && places.includes(rows - row) ? other : cell)),
    )
  return [
    { name: 'series.csv', text: written(names, cells) },
    { name: 'even-days.csv', text: dated(day) },
    { name: 'jump.csv', text: dated((row) => day(leap(row))) },
    { name: 'jump-day-first.csv', text: dated((row) => dayFirst(leap(row))) },
    {
      name: 'jump-of-hours.csv',
      text: dated((row) => new Date(leap(row) * 3_600_000).toISOString().replace('Z', '+02:00')),
    },
    { name: 'missing.csv', text: with_('n/a', 7) },
    {
      name: 'repeated.csv',
      text: written([...names, ...names], (row) => [...cells(row), ...names.map(() => '7')]),
    },
    {
      name: 'spaces.csv',
      text: written(
        names.map((name) => ` ${name} `),
        (row) => cells(row).map((cell) => ` ${cell}`),
      ),
    },
    {
      name: 'hollow.csv',
      text: dated(day).replaceAll(/^(2020-0[27]-.*)$/gm, `$1\n${','.repeat(names.length)}`),
    },
    {
      name: 'quoted.csv',
      text: `sep=,\r${written(names, (row) => cells(row).map((cell) => `"${cell}"`)).replaceAll('\n', '\r')}`,
    },
    { name: 'time-back.csv', text: dated((row) => day(row === rows - 5 ? 3 : row)) },
    {
      name: 'jump-of-numbers.csv',
      text: written(['code', ...names], (row) => [`${leap(row)}`, ...cells(row)]),
    },
    { name: 'stand-in.csv', text: with_('-999', 7, 20) },
    { name: 'text.csv', text: with_('broken', 7) },
    { name: 'infinite.csv', text: with_('1e400', 7) },
    { name: 'underscore.csv', text: with_('1_0', 7) },
    { name: 'short-row.csv', text: written(names, cells).replace(/,[^,\n]*\n$/, '\n') },
    { name: 'stray-quote.csv', text: with_('"1"2', 7) },
    { name: 'no-names.csv', text: written(names, cells).replace(/^.*\n/, '') },
    { name: 'empty.csv', text: '\n' },
  ]
}
