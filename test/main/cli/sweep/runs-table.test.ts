import { inEnglish } from '@contract/language/say'
import { configOfSetupCode } from '@contract/setup/setup-code'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headerOf, jsonOf, lineOf, type RunRow } from '../../../../main/cli/sweep/table/run-row'
import { readRuns } from '../../../../main/cli/sweep/table/runs-table'
import { planOf, rowAt } from './made-up-runs'

const planned = planOf('--vary learning-rate=0.01,0.02 --vary carry=true,false --seeds 2')
const rows = Array.from({ length: planned.count }, (_, index) => rowAt(planned, index))
const HEADER = headerOf(planned.varied)
const tableOf = (lines: readonly string[]) => [HEADER, ...lines].map((line) => `${line}\n`).join('')

function read(content: string) {
  const table = readRuns(content, 'a.csv')
  return table.ok ? table.value.runs.map(({ row }) => row) : inEnglish(table.error.text)
}

describe('the table of a sweep', () => {
  it('has a line for each run, with the shortest numbers that read back, and the code of the run', () => {
    expect(HEADER).toBe(
      'learning_rate,carry,seed,end,updates,last_loss,best_loss,validation_loss,best_update,skill,seconds,setup',
    )
    expect(lineOf(rows[2] as RunRow)).toBe(`0.01,false,1,goal,60,0.3,0.01,,,,0.1235,${rows[2]?.setup}`)
    const scored = rowAt(planned, 7, {
      end: 'patience',
      best: { update: 41, loss: Math.fround(0.25) },
      validationLoss: 0.375,
      rivalLoss: 0.5,
    })
    expect(lineOf(scored)).toBe(`0.02,false,2,patience,60,0.8,0.01,0.375,41,0.25,0.1235,${scored.setup}`)
    const { config } = planned.at(7)
    expect(configOfSetupCode(scored.setup)).toEqual({ ok: true, value: config })
  })

  it('reads back as it was, every number to the bit', () => {
    const loss = fc.option(fc.float({ noNaN: true, noDefaultInfinity: true, min: 0 }), { nil: null })
    fc.assert(
      fc.property(
        loss,
        loss,
        fc.constantFrom('goal', 'diverged', 'skipped'),
        (lastLoss, validationLoss, end) => {
          const row = rowAt(planned, 3, { lastLoss, validationLoss, rivalLoss: 0.7, end })
          expect(read(tableOf([lineOf(row)]))).toEqual([row])
        },
      ),
    )
    expect(read(tableOf(rows.map(lineOf)))).toEqual(rows)
  })

  it('may have been through a spreadsheet or pandas', () => {
    const lines = tableOf(rows.slice(0, 2).map(lineOf)).replaceAll('\n', '\r\n')
    expect(read(`\ufeff${lines}`)).toEqual(rows.slice(0, 2))
    const [row] = rows
    const columns = `,note,${HEADER.split(',').toReversed().join(',')}`
    const cells = `0,"good, so far",${lineOf(row as RunRow)
      .split(',')
      .toReversed()
      .join(',')}`
    const turned = readRuns(`${columns}\n${cells.replace('true', 'True')}\n`, 'a.csv')
    expect(turned.ok && turned.value.varied).toEqual(['carryState', 'learningRate'])
    expect(turned.ok && turned.value.runs[0]?.row).toEqual({ ...row, values: row?.values.toReversed() })
  })

  it('leaves out a last line that is cut off anywhere, and no other', () => {
    const [first, second] = rows.slice(0, 2).map(lineOf) as [string, string]
    for (let length = 0; length < second.length; length += 1)
      expect(read(tableOf([first]) + second.slice(0, length))).toEqual(rows.slice(0, 1))
    expect(read(tableOf([first]) + second)).toEqual(rows.slice(0, 2))
    expect(read(tableOf([second.slice(0, -1), first]))).toMatch(
      /^Line 2 of "a\.csv" must have a whole setup code/,
    )
  })

  it.each<[string, (line: string) => string, RegExp | string]>([
    [
      'too few cells',
      () => '0.01,true',
      'Line 3 of "a.csv" must have as many cells as the first line, 12, but has "2"; mend it, or let sweep make the table anew.',
    ],
    [
      'a loss that is no number',
      (line) => line.replace(',0.2,', ',abc,'),
      'Line 3 of "a.csv" must have a float32 number from 0 or nothing in the column last_loss, but has "abc"; mend it, or let sweep make the table anew.',
    ],
    [
      'an infinite loss',
      (line) => line.replace(',0.2,', ',Infinity,'),
      /a float32 number from 0 or nothing in the column last_loss, but has "Infinity"/,
    ],
    [
      'updates that are no whole number',
      (line) => line.replace(',60,', ',60.5,'),
      /a whole number from 0 in the column updates, but has "60\.5"/,
    ],
    [
      'no updates',
      (line) => line.replace(',60,', ',,'),
      /a whole number from 0 in the column updates, but has ""/,
    ],
    [
      'a loss beyond float32, which would be one of a run that diverged',
      (line) => line.replace(',0.2,', ',1e39,'),
      /a float32 number from 0 or nothing in the column last_loss, but has "1e39"/,
    ],
    [
      'a loss below zero',
      (line) => line.replace(',0.2,', ',-0.2,'),
      /a float32 number from 0 or nothing in the column last_loss, but has "-0\.2"/,
    ],
    [
      'fewer updates than none',
      (line) => line.replace(',60,', ',-60,'),
      /a whole number from 0 in the column updates, but has "-60"/,
    ],
    [
      'another end',
      (line) => line.replace('goal', 'over'),
      /must have goal, patience, diverged, skipped or failed in the column end, but has "over"/,
    ],
    [
      'another seed than its code',
      (line) => line.replace('true,2,', 'true,3,'),
      /must have 2 in the column seed, as its setup code says, but has "3"/,
    ],
    [
      'another value than its code',
      (line) => line.replace('0.01,true', '0.1,true'),
      /must have 0\.01 in the column learning_rate, as its setup code says, but has "0\.1"/,
    ],
  ])('refuses %s, with its line', (_, change, sentence) => {
    const [first, second] = rows.slice(0, 2).map(lineOf) as [string, string]
    const found = read(tableOf([first, change(second)]))
    if (typeof sentence === 'string') expect(found).toBe(sentence)
    else expect(found).toMatch(sentence)
  })

  it('is read line by line, whatever ends a line and wherever a quotation mark stands', () => {
    const lines = [HEADER, ...rows.slice(0, 3).map(lineOf)]
    for (const ends of ['\n|\n|\n|\n', '\r\n|\n|\n|\n', '\n|\r\n|\n|\r\n', '\r|\r|\r|\r', '\r\n|\r|\n|'])
      expect(read(lines.map((line, at) => line + (ends.split('|')[at] ?? '\n')).join(''))).toEqual(
        rows.slice(0, 3),
      )
    // What such a mark hides must not be taken for a last line that is cut off.
    const [header = '', first = '', ...others] = lines
    const opened = [header, `"${first}`, ...others]
    for (const end of ['\n', ''])
      expect(read(opened.join('\n') + end)).toMatch(/^Line 2 of "a\.csv" must have as many cells/)
  })

  it('refuses a run twice, and what is no such table', () => {
    const [first, second] = rows.slice(0, 2).map(lineOf) as [string, string]
    expect(read(tableOf([first, second, first]))).toBe(
      'Every run must be in "a.csv" once, but line 4 is the run of line 2; leave one of them out.',
    )
    expect(read('time,value\n1,2\n')).toMatch(
      /^The first line of "a\.csv" must name the columns of a sweep, seed, end, .* and setup, but is "time,value"; /,
    )
    expect(read('')).toMatch(/^The first line of "a\.csv" must name the columns/)
  })

  it('has the same runs as JSON', () => {
    expect(JSON.parse(jsonOf(rows[1] as RunRow, planned.varied))).toEqual({
      ...{ learningRate: 0.01, carryState: true, seed: 2, end: 'goal', updates: 60 },
      ...{ lastLoss: Math.fround(0.2), bestLoss: Math.fround(0.01), validationLoss: null },
      ...{ bestUpdate: null, skill: null, seconds: 0.1235, setup: rows[1]?.setup },
    })
  })
})
