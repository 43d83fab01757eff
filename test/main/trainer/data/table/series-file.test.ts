import { createHash } from 'node:crypto'
import type { Series } from '@contract/data/series'
import { describe, expect, it } from 'vitest'
import { decodeSeries, encodeSeries, sha256Of } from '../../../../../main/trainer/data/table/series-file'
import { sentenceOf } from '../../../../helpers/saying'

const columns = [
  { name: '温度 "x"', values: Float64Array.of(1, Number.NaN, -0) },
  { name: '2', values: Float64Array.of(5e-324, 1.7976931348623157e308, 0.1) },
]
const values = Float64Array.of(1, 2, 4)
const SERIES: readonly Series[] = [
  { times: { kind: 'rows' }, columns },
  { times: { kind: 'numbers', name: 't', values }, columns },
  { times: { kind: 'dates', name: 'day', unit: 'day', values }, columns: columns.slice(0, 1) },
]

/** The file with other bytes, and its hash made anew. */
function rehashed(bytes: Buffer, change: (whole: Buffer) => Buffer): Buffer {
  const whole = change(Buffer.from(bytes.subarray(0, -32)))
  return Buffer.concat([whole, createHash('sha256').update(whole).digest()])
}

describe('a series in a file', () => {
  it.each(SERIES)('is the very same when it is read: $times.kind', (series) => {
    const file = Buffer.concat(encodeSeries(series))
    expect(decodeSeries(new Uint8Array(file))).toEqual({ ok: true, value: series })
    expect(file.subarray(-32).toString('hex')).toBe(sha256Of(series))
    // Wherever in memory its bytes lie.
    expect(decodeSeries(new Uint8Array(Buffer.concat([Buffer.from('x'), file])).subarray(1))).toEqual({
      ok: true,
      value: series,
    })
  })

  it('is refused where it is cut at any byte, or is of another version', () => {
    const file = Buffer.concat(encodeSeries(SERIES[1] as Series))
    for (let length = 0; length < file.length; length += 1)
      expect(decodeSeries(new Uint8Array(file.subarray(0, length))).ok).toBe(false)
    const sentence = (bytes: Buffer) => {
      const read = decodeSeries(new Uint8Array(bytes))
      return read.ok ? '' : sentenceOf(read.error)
    }
    expect(sentence(file.subarray(0, 50))).toBe(
      'The kept series should be as it was written, but is damaged; open its table again.',
    )
    file.write('2', 7)
    expect(sentence(file)).toBe(
      'The kept series should be of this version of Unroll, but is of a newer one; open it with that, or open its table again.',
    )
  })

  it('is refused where its header tells of others than follow, though the hash is right', () => {
    const file = Buffer.concat(encodeSeries(SERIES[0] as Series))
    const told = (from: string, to: string) =>
      decodeSeries(
        new Uint8Array(
          rehashed(file, (whole) => Buffer.from(whole.toString('latin1').replace(from, to), 'latin1')),
        ),
      ).ok
    expect(told('"rows":3', '"rows":3')).toBe(true)
    for (const [from, to] of [
      ['"rows":3', '"rows":2'],
      ['"rows":3', '"rows":-'],
      ['"kind":"rows"', '"kind":"days"'],
      ['"kind":"rows"', '"kind":null  '],
      ['"columns":[', '"columns":{'],
      ['{"rows"', '7"rows"'],
    ] as const)
      expect([to, told(from, to)]).toEqual([to, false])
  })
})
