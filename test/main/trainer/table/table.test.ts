import { LESSON_FACTS, type SourceFacts } from '@contract/data/source-facts'
import type { UpdateTable } from '@contract/run/update-table'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceFromTable } from '../../../../main/trainer/table/compare-table'
import { encodeTable } from '../../../../main/trainer/table/encode-table'
import { saying } from '../../../helpers/saying'
import { anyTable, tableOf } from './any-table'

const SMALL: UpdateTable = {
  firstUpdate: 7,
  losses: Float32Array.of(0.1, 2e-8),
  gradientNorms: Float32Array.of(1, 2),
  validationLosses: Float32Array.of(Number.NaN, Number.NaN),
  lengths: Uint32Array.of(2, 1),
  starts: Float64Array.of(0, 7),
  steps: Float64Array.of(1, 1),
  outputs: 1,
  facts: LESSON_FACTS,
  inputs: Float32Array.of(-0, 0.5, 1 / 3),
  targets: Float32Array.of(1, -1, 0.25),
  predictions: Float32Array.of(0.1, -0.7, 3e10),
}

const LINES = [
  'update,t,input,target,prediction,loss',
  '7,0,-0,1,0.1,0.1',
  '7,3.141592653589793,0.5,-1,-0.7,0.1',
  '8,21.991148575128552,0.33333334,0.25,30000000000,2e-8',
]

function file(table: UpdateTable): Uint8Array {
  return Buffer.concat([...encodeTable(table)])
}

function text(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''))
}

describe('a table of updates', () => {
  it('is a line of names and a line for each time step, each number as short as it can be', () => {
    expect(new TextDecoder().decode(file(SMALL))).toBe(LINES.map((line) => `${line}\r\n`).join(''))
  })

  it('has the row, the time, and target and prediction of each output of a series', () => {
    const facts: SourceFacts = {
      axis: 'time-steps',
      inputs: ['a', 'b'],
      targets: ['b', 'wind, m/s'],
      times: {
        kind: 'calendar',
        first: Date.UTC(1987, 2, 1),
        months: 1,
        of: 'dates',
        name: 'm',
        unit: 'month',
      },
    }
    const table: UpdateTable = {
      ...{ facts, outputs: 2, firstUpdate: 17 },
      losses: Float32Array.of(0.5, 0.25),
      gradientNorms: Float32Array.of(1, 1),
      validationLosses: Float32Array.of(0.1, Number.NaN),
      lengths: Uint32Array.of(2, 1),
      starts: Float64Array.of(511, 513),
      steps: Float64Array.of(1, 1),
      inputs: Float32Array.of(3, 4, 5),
      targets: Float32Array.of(5, Number.NaN, 7, 8, 9, 10),
      predictions: Float32Array.of(0.5, 0.6, 0.7, 0.8, 0.9, 1),
    }
    const lines = [
      'update,row,time,input,target b,prediction b,"target wind, m/s","prediction wind, m/s",loss,validationLoss',
      '17,512,2029-10-01T00:00:00.000Z,3,5,0.5,,0.6,0.5,0.1',
      '17,513,2029-11-01T00:00:00.000Z,4,7,0.7,8,0.8,0.5,0.1',
      '18,514,2029-12-01T00:00:00.000Z,5,9,0.9,10,1,0.25,',
    ]
    expect(new TextDecoder().decode(file(table))).toBe(lines.map((line) => `${line}\r\n`).join(''))
    expect(differenceFromTable(file(table), table)).toBeNull()
    // A number in the place of a missing one.
    expect(differenceFromTable(text(lines.with(1, lines[1]?.replace(',,', ',0,') ?? '')), table)).toEqual(
      saying(expect.stringMatching(/^line 2 should be 17,512,/)),
    )
    // A validation loss where there is none, and another one.
    for (const [line, cells] of [
      [3, `${lines[3]}0.1`],
      [2, lines[2]?.replace(/0\.1$/, '0.2') ?? ''],
    ] as const)
      expect(differenceFromTable(text(lines.with(line, cells)), table)).toEqual(
        saying(expect.stringMatching(new RegExp(`^line ${line + 1} should be `))),
      )
  })

  it('has t to the last digit, however long the run', () => {
    const late = { ...SMALL, lengths: Uint32Array.of(1, 2), starts: Float64Array.of(1_000_000, 1_000_001) }
    const rows = new TextDecoder().decode(file({ ...late, steps: Float64Array.of(1, 1 / 9) })).split('\r\n')
    // mpmath: 1000000·π, and 1000001.1111111111111·π.
    expect(rows[1]).toMatch(/^7,3141592\.653589793,/)
    expect(Number(rows[3]?.split(',')[1])).toBeCloseTo(3141596.144248295, 8)
  })

  it('reads back to the same numbers, whatever is in it', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(differenceFromTable(file(table), table)).toBeNull()
      }),
    )
  })

  it('is written and read piece by piece when it is long', () => {
    const table = tableOf(40_000)
    const pieces = [...encodeTable(table)]
    expect(pieces.length).toBeGreaterThan(10)
    expect(Math.max(...pieces.map(({ byteLength }) => byteLength))).toBeLessThan(1_000_000)
    const whole = Buffer.concat(pieces)
    expect(whole.byteLength).toBeGreaterThan(3_000_000)
    expect(differenceFromTable(whole, table)).toBeNull()
    // The very last digit.
    whole[whole.byteLength - 3] = '9'.charCodeAt(0)
    expect(differenceFromTable(whole, table)).toEqual(
      saying(expect.stringMatching(/^line 120001 should be 40000,/)),
    )
  })

  it.each([
    [
      'another name',
      ['update,time,input,target,prediction,loss', ...LINES.slice(1)],
      /^line 1 should be update,t,/,
    ],
    [
      'another number',
      LINES.with(2, '7,3.141592653589794,0.5,-1,-0.7,0.1'),
      /^line 3 should be 7,3\.14.*, but is 7,3\.141592653589794,/,
    ],
    ['another update', LINES.with(1, '6,0,-0,1,0.1,0.1'), /^line 2 should be 7,/],
    ['another zero', LINES.with(1, '7,0,0,1,0.1,0.1'), /^line 2 should be 7,/],
    ['an empty cell', LINES.with(1, '7,,-0,1,0.1,0.1'), /^line 2 should be 7,/],
    ['a cell too many', LINES.with(3, `${LINES[3]},1`), /^line 4 should be 8,/],
    ['a line too few', LINES.slice(0, 3), /^the lines after line 3 are missing$/],
    ['a line too many', [...LINES, LINES[3] as string], /^line 5 is one too many$/],
    ['an empty line', LINES.toSpliced(2, 0, ''), /^line 3 should be 7,3/],
  ])('is told from one with %s', (_, lines, difference) => {
    expect(differenceFromTable(text(LINES), SMALL)).toBeNull()
    expect(differenceFromTable(text(lines), SMALL)).toEqual(saying(expect.stringMatching(difference)))
  })
})
