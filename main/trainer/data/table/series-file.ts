import { createHash } from 'node:crypto'
import type { Series, SeriesTimes } from '@contract/data/series'
import { MAX_ROWS } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'

/*
 * A series in a file. In this order, all numbers little-endian:
 *
 *   8 bytes   "UNROLLS1", the 1 being the version
 *   4 bytes   the length of the header, unsigned
 *   header    JSON in UTF-8, spaces behind it so that the numbers begin at a multiple of 8:
 *             {"rows":n,"times":{"kind":…,"name":…,"unit":…},"columns":["a",…]}
 *   numbers   float64, first the times where the series has some, then column after column; NaN is missing
 *   32 bytes  the SHA-256 of all before
 *
 * The hash stands for the series, whatever it was read from: equal series have equal bytes.
 */
const MAGIC = 'UNROLLS1'
const HASH_BYTES = 32
const START = 12

type Header = {
  readonly rows: number
  readonly times: { readonly kind: SeriesTimes['kind']; readonly name?: string; readonly unit?: string }
  readonly columns: readonly string[]
}

const UNITS = ['year', 'month', 'day', 'minute', 'second', 'millisecond'] as const

/**
 * The pieces of a series' file, so that a large one need not be in memory twice.
 *
 * @param sha256 its hash, where that is known: of 10 million rows it takes a while
 */
export function encodeSeries(series: Series, sha256?: string): Uint8Array[] {
  const pieces = [headOf(series), ...numbersOf(series)]
  return [...pieces, sha256 === undefined ? hashOf(pieces) : new Uint8Array(Buffer.from(sha256, 'hex'))]
}

/** The hash of a series, in hexadecimal: that at the end of its file. */
export function sha256Of(series: Series): string {
  return Buffer.from(hashOf([headOf(series), ...numbersOf(series)])).toString('hex')
}

/**
 * Reads what `encodeSeries` wrote. Fails with one sentence where a byte of it is another one, or missing. The series' numbers
 * lie in these bytes, where these begin at a multiple of 8.
 */
export function decodeSeries(bytes: Uint8Array): Result<Series> {
  const damaged = fail('file-unreadable', text('tableFile.seriesDamaged'))
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length))
  if (/^UNROLLS[2-9]$/.test(magic)) return fail('file-unreadable', text('tableFile.seriesNewer'))
  if (magic !== MAGIC || bytes.byteLength < START + HASH_BYTES) return damaged
  const whole = bytes.subarray(0, bytes.byteLength - HASH_BYTES)
  const hash = hashOf([whole])
  if (!bytes.subarray(bytes.byteLength - HASH_BYTES).every((byte, i) => byte === hash[i])) return damaged
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const header = headerIn(whole.subarray(START, START + length))
  if (!header) return damaged
  const { rows, times, columns } = header
  const count = columns.length + (times.kind === 'rows' ? 0 : 1)
  if (whole.byteLength !== START + length + rows * count * 8) return damaged
  const all = Array.from({ length: count }, (_, i) => {
    const from = START + length + i * rows * 8
    const at = whole.byteOffset + from
    // A large series is not to be in memory twice.
    if (at % 8 === 0) return new Float64Array(whole.buffer, at, rows)
    return new Float64Array(whole.slice(from, from + rows * 8).buffer)
  })
  const [first = new Float64Array(), ...rest] = all
  const values = times.kind === 'rows' ? all : rest
  return ok({
    times: timesOf(times, first),
    columns: columns.map((name, i) => ({ name, values: values[i] as Float64Array })),
  })
}

function timesOf({ kind, name = '', unit }: Header['times'], values: Float64Array): SeriesTimes {
  switch (kind) {
    case 'rows':
      return { kind }
    case 'numbers':
      return { kind, name, values }
    case 'dates':
      return { kind, name, values, unit: UNITS.find((known) => known === unit) ?? 'millisecond' }
  }
}

function headOf({ times, columns }: Series): Uint8Array {
  const rows = columns[0]?.values.length ?? 0
  const told: Header = {
    rows,
    times: {
      kind: times.kind,
      ...(times.kind === 'rows' ? {} : { name: times.name }),
      ...(times.kind === 'dates' ? { unit: times.unit } : {}),
    },
    columns: columns.map(({ name }) => name),
  }
  const json = new TextEncoder().encode(JSON.stringify(told))
  const length = Math.ceil((START + json.byteLength) / 8) * 8 - START
  const head = new Uint8Array(START + length).fill(0x20)
  head.set(new TextEncoder().encode(MAGIC))
  new DataView(head.buffer).setUint32(MAGIC.length, length, true)
  head.set(json, START)
  return head
}

function numbersOf({ times, columns }: Series): Uint8Array[] {
  const arrays = [...(times.kind === 'rows' ? [] : [times.values]), ...columns.map(({ values }) => values)]
  return arrays.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))
}

function hashOf(pieces: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}

/** The header, where it is one as this version writes it. The hash has been found right: nothing but another program's is not. */
function headerIn(bytes: Uint8Array): Header | null {
  const found = parsed(new TextDecoder().decode(bytes)) as Header | null
  const isNatural = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_ROWS
  const isKnown =
    isNatural(found?.rows) &&
    ['rows', 'numbers', 'dates'].includes(String(found?.times?.kind)) &&
    Array.isArray(found?.columns) &&
    found.columns.every((name) => typeof name === 'string')
  return isKnown ? found : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
