import { crc32 } from 'node:zlib'
import type { ExperimentRun, ShownWindow } from '@contract/experiment/experiment'
import * as v from 'valibot'

/** `UNE1`, little-endian: another layout of frames gets another one. */
const MAGIC = 0x31454e55
/** What every frame begins with. */
export const FRAME_MARK = new Uint8Array(new Uint32Array([MAGIC]).buffer)
/** Magic, checksum of the next three and the facts, bytes of facts, bytes of numbers, checksum of the numbers: each 4 bytes. */
const HEADER_BYTES = 20
/** Far more than any frame has: a header that says more is none. */
const MOST_FACTS = 4_000_000
const MOST_NUMBERS = 1_000_000_000

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const loss = v.nullable(v.number())

/** All of a run but its long rows of numbers, of which the lengths stand here. */
const FACTS = v.object({
  index: count,
  end: v.picklist(['goal', 'patience', 'diverged', 'skipped', 'failed']),
  updates: count,
  stride: v.pipe(count, v.minValue(1)),
  losses: count,
  validationLosses: count,
  lastLoss: loss,
  bestLoss: loss,
  best: v.nullable(v.object({ update: count, loss: v.number() })),
  validationLoss: loss,
  rivalLoss: loss,
  seconds: v.number(),
  shown: v.array(
    v.object({
      update: count,
      at: v.number(),
      start: v.number(),
      step: v.number(),
      targets: count,
      predictions: count,
    }),
  ),
})

/** What is known of a run without reading its numbers. */
export type FrameFacts = Pick<ExperimentRun, 'index' | 'end'> & {
  /** Of the whole frame. */
  readonly bytes: number
}

type Facts = v.InferOutput<typeof FACTS>

/** Writes a run as a frame that shows by itself whether it is whole: facts as JSON, then the rows of numbers as they are. */
export function encodeRun(run: ExperimentRun): Uint8Array {
  const rows = rowsOf(run)
  const facts = new TextEncoder().encode(JSON.stringify(factsOf(run)))
  const numbers = rows.reduce((sum, row) => sum + row.byteLength, 0)
  const bytes = new Uint8Array(HEADER_BYTES + facts.byteLength + numbers)
  bytes.set(facts, HEADER_BYTES)
  let offset = HEADER_BYTES + facts.byteLength
  for (const { buffer, byteOffset, byteLength } of rows) {
    // Bytes as they are: every machine that the app runs on is little-endian.
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += byteLength
  }
  const header = new DataView(bytes.buffer)
  const body = crc32(bytes.subarray(HEADER_BYTES + facts.byteLength))
  for (const [place, value] of [MAGIC, 0, facts.byteLength, numbers, body].entries())
    header.setUint32(place * 4, value, true)
  header.setUint32(4, crc32(bytes.subarray(8, HEADER_BYTES + facts.byteLength)), true)
  return bytes
}

function factsOf(run: ExperimentRun): Facts {
  const { losses, validationLosses, shown, ...rest } = run
  return {
    ...rest,
    best: run.best && { ...run.best },
    losses: losses.length,
    validationLosses: validationLosses.length,
    shown: shown.map(({ targets, predictions, ...window }) => {
      return { ...window, targets: targets.length, predictions: predictions.length }
    }),
  }
}

function rowsOf({ losses, validationLosses, shown }: ExperimentRun): readonly Float32Array[] {
  return [losses, validationLosses, ...shown.flatMap(({ targets, predictions }) => [targets, predictions])]
}

type Header = {
  readonly sum: number
  readonly facts: number
  readonly numbers: number
  readonly body: number
}

/** Null where there is none. */
function headerOf(bytes: Uint8Array): Header | null {
  if (bytes.byteLength < HEADER_BYTES) return null
  const header = new DataView(bytes.buffer, bytes.byteOffset)
  const [magic, sum, facts, numbers, body] = [0, 4, 8, 12, 16].map((at) => header.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (magic !== MAGIC || facts > MOST_FACTS || numbers > MOST_NUMBERS) return null
  return { sum, facts, numbers, body }
}

/** Bytes up to where the numbers of the frame begin that these bytes begin with; null where they begin with none. */
export function headBytes(bytes: Uint8Array): number | null {
  const header = headerOf(bytes)
  return header && HEADER_BYTES + header.facts
}

/**
 * What is known of the frame that some bytes begin with, of which its numbers need not be there: whether they are whole, only
 * `decodeRun` says. Null where they begin with none. Never throws.
 *
 * @param bytes as many as `headBytes` says, or more
 */
export function frameFacts(bytes: Uint8Array): FrameFacts | null {
  const header = headerOf(bytes)
  const facts = header && factsIn(bytes, header)
  return facts && { index: facts.index, end: facts.end, bytes: HEADER_BYTES + header.facts + header.numbers }
}

function factsIn(bytes: Uint8Array, { facts, sum }: Header): Facts | null {
  const end = HEADER_BYTES + facts
  if (bytes.byteLength < end || crc32(bytes.subarray(8, end)) !== sum) return null
  try {
    const parsed = v.safeParse(FACTS, JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_BYTES, end))))
    return parsed.success ? parsed.output : null
  } catch {
    // No JSON: of another version, as the checksum says that it is what was written.
    return null
  }
}

/** The run of the frame that the bytes begin with; null where they begin with no whole one. Never throws. */
export function decodeRun(bytes: Uint8Array): ExperimentRun | null {
  const header = headerOf(bytes)
  const facts = header && factsIn(bytes, header)
  if (!facts) return null
  const begin = HEADER_BYTES + header.facts
  const body = bytes.subarray(begin, begin + header.numbers)
  if (body.byteLength !== header.numbers || crc32(body) !== header.body) return null
  let offset = 0
  const row = (length: number) => {
    // A copy: the bytes may begin at no multiple of four.
    const values = new Float32Array(new Uint8Array(body.subarray(offset, offset + length * 4)).buffer)
    offset += length * 4
    return values
  }
  const lengths = [
    facts.losses,
    facts.validationLosses,
    ...facts.shown.flatMap((one) => [one.targets, one.predictions]),
  ]
  if (lengths.reduce((sum, length) => sum + length * 4, 0) !== header.numbers) return null
  const losses = row(facts.losses)
  const validationLosses = row(facts.validationLosses)
  const shown = facts.shown.map((window): ShownWindow => {
    const targets = row(window.targets)
    return { ...window, targets, predictions: row(window.predictions) }
  })
  return { ...facts, losses, validationLosses, shown }
}
