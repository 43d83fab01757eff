import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UpdateBatch } from '@contract/run/run'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRecordFile, type RecordFile } from '../../../../main/runs/record/record-file'
import { createHistory } from '../../../../renderer/store/curves/history'
import { batchOf } from '../any-batch'

let folder: string
let path: string
let opened: RecordFile[]
function open(): RecordFile {
  const record = openRecordFile(path, 'a')
  opened.push(record)
  return record
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-record-'))
  path = join(folder, 'updates.record')
  opened = []
})

afterEach(async () => {
  for (const record of opened) await record.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The curves as a page has them that reads all pieces. */
async function curvesOf(record: RecordFile, upTo = Number.POSITIVE_INFINITY) {
  const history = createHistory()
  let pieces = 0
  for (let first = 0; ; ) {
    const piece = await record.read(first, upTo)
    if (!piece) break
    history.append(piece)
    first = history.lastUpdate + 1
    pieces += 1
  }
  const losses = [...history.losses.values.data.subarray(0, history.updates)]
  return { losses, history, pieces }
}

const lossesOf = (batches: readonly UpdateBatch[]) => batches.flatMap(({ losses }) => [...losses])

describe('the record of a run', () => {
  it('gives back every number that was added, over a restart', async () => {
    const batches = [batchOf('a', 1, 5), batchOf('a', 6, 1), batchOf('a', 7, 20)]
    const first = open()
    await first.append(batches.slice(0, 2))
    await first.append(batches.slice(2))
    await first.close()
    const { losses, history } = await curvesOf(open())
    expect(losses).toEqual(lossesOf(batches))
    for (const update of [1, 6, 26]) {
      const { starts, steps, inputs, targets, predictions } = batchOf('a', update, 1)
      const [start, step] = [starts[0] ?? 0, steps[0] ?? 0]
      const times = Float64Array.from({ length: 3 }, (_, i) => (start + i * step) * Math.PI)
      expect(history.window(update)).toEqual({ times, inputs, targets, predictions })
    }
  })

  it('gives back every bit of a run of several outputs, also where targets are missing', async () => {
    const batch = batchOf('a', 1, 4, 0, 5, 3)
    batch.targets[7] = Number.NaN
    batch.starts[2] = 2 ** 52 + 1
    const record = open()
    await record.append([batch, batchOf('a', 5, 2, 0, 5, 3)])
    const read = await record.read(0, 6)
    const later = batchOf('a', 5, 2, 0, 5, 3)
    for (const name of ['starts', 'steps', 'inputs', 'targets', 'predictions'] as const)
      expect([...(read?.[name] ?? [])], name).toEqual([...batch[name], ...later[name]])
    expect(read?.outputs).toBe(3)
    // Up to an update in the middle.
    const cut = await record.read(0, 3)
    expect([cut?.inputs.length, cut?.targets.length, cut?.starts.length]).toEqual([15, 45, 3])
    const middle = await record.read(2, 3)
    expect([middle?.firstUpdate, ...(middle?.predictions ?? [])]).toEqual([
      2,
      ...batch.predictions.subarray(15, 45),
    ])
  })

  it('has what was made again in the place of what it was made instead of', async () => {
    const record = open()
    await record.append([batchOf('a', 1, 10), batchOf('a', 5, 3, 1)])
    await record.append([batchOf('a', 8, 1, 1)])
    const { losses } = await curvesOf(record)
    expect(losses).toEqual(lossesOf([batchOf('a', 1, 4), batchOf('a', 5, 4, 1)]))
    // What stands after the run's own place was lost with the app, and is told to nobody.
    expect((await curvesOf(record, 6)).losses).toEqual(lossesOf([batchOf('a', 1, 4), batchOf('a', 5, 2, 1)]))
  })

  it('does not count a last frame that was torn, wherever it was', async () => {
    const record = open()
    await record.append([batchOf('a', 1, 2)])
    const whole = statSync(path).size
    await record.append([batchOf('a', 3, 2)])
    await record.close()
    const bytes = readFileSync(path)
    for (let length = whole; length < bytes.byteLength; length += 1) {
      writeFileSync(path, bytes.subarray(0, length))
      const torn = open()
      expect((await curvesOf(torn)).losses).toEqual(lossesOf([batchOf('a', 1, 2)]))
      await torn.append([batchOf('a', 3, 1)])
      expect((await curvesOf(torn)).losses).toEqual(lossesOf([batchOf('a', 1, 3)]))
      await torn.close()
    }
  })

  it('ends before bytes that were changed, and goes on from there', async () => {
    const record = open()
    await record.append([batchOf('a', 1, 2)])
    const whole = statSync(path).size
    await record.append([batchOf('a', 3, 2)])
    await record.close()
    const bytes = readFileSync(path)
    for (let at = whole; at < bytes.byteLength; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x40
      writeFileSync(path, changed)
      const damaged = open()
      expect((await curvesOf(damaged)).losses).toEqual(lossesOf([batchOf('a', 1, 2)]))
      await damaged.close()
    }
  })

  it('is empty where there is none, or something else', async () => {
    expect((await curvesOf(open())).losses).toEqual([])
    writeFileSync(path, 'no record at all, but a text that somebody put there')
    const record = open()
    expect((await curvesOf(record)).losses).toEqual([])
    await record.append([batchOf('a', 1, 1)])
    expect((await curvesOf(record)).losses).toEqual(lossesOf([batchOf('a', 1, 1)]))
    // A header that promises more than any file holds is none.
    truncateSync(path, 0)
    appendFileSync(path, Buffer.from([0x55, 0x4e, 0x52, 0x31, ...new Array(16).fill(0x04)]))
    const huge = open()
    expect((await curvesOf(huge)).losses).toEqual([])
  })

  it('hands a long run over in pieces, also a frame that is larger than one', async () => {
    const record = open()
    for (let i = 0; i < 8; i += 1) await record.append([batchOf('a', 1 + 500 * i, 500, 0, 150)])
    await record.append([batchOf('a', 4001, 3000, 0, 150)])
    const { losses, pieces } = await curvesOf(record)
    expect(losses).toEqual(lossesOf([batchOf('a', 1, 7000)]))
    expect(pieces).toBe(3)
  })

  it('reads any range as a reader of everything does, whatever was made again or torn', async () => {
    const appended = fc.array(
      fc.record({ back: fc.integer({ min: -1, max: 12 }), updates: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 12 },
    )
    const ranges = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 5,
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(appended, ranges, fc.integer({ min: 0, max: 400 }), async (parts, asked, torn) => {
        rmSync(path, { force: true })
        const record = open()
        /** Which making of each update counts, by a reader that has them all. */
        let slow = new Map<number, number>()
        let next = 1
        let [size, before] = [0, slow]
        for (const [making, { back, updates }] of parts.entries()) {
          // One is left out where it goes forward.
          const first = Math.max(1, next - back)
          before = new Map(slow)
          if (first > next) slow = new Map()
          for (const update of [...slow.keys()]) if (update >= first) slow.delete(update)
          size = making === 0 ? 0 : statSync(path).size
          await record.append([batchOf('a', first, updates, making, 2)])
          for (let i = 0; i < updates; i += 1) slow.set(first + i, making)
          next = first + updates
          await agrees(record, slow, asked.slice(0, 2))
        }
        await agrees(record, slow, asked)
        await record.close()
        const again = open()
        await agrees(again, slow, asked)
        await again.close()
        // The last one is torn: what it was made instead of counts again.
        truncateSync(path, Math.min(size + torn, statSync(path).size - 1))
        const short = open()
        await agrees(short, before, asked)
        await short.close()
      }),
      { numRuns: 40 },
    )
  })

  async function agrees(
    record: RecordFile,
    slow: ReadonlyMap<number, number>,
    asked: readonly (readonly [number, number])[],
  ) {
    for (const [first, last] of asked) {
      const found: (readonly [number, number, number])[] = []
      for (let from = first; ; ) {
        const piece = await record.read(from, last)
        if (!piece) break
        for (const [i, loss] of piece.losses.entries())
          found.push([piece.firstUpdate + i, loss, piece.predictions[2 * i + 1] ?? Number.NaN])
        from = piece.firstUpdate + piece.losses.length
      }
      const wanted = [...slow].filter(([update]) => update >= first && update <= last)
      expect(found).toEqual(
        wanted.map(([update, making]) => {
          const { losses, predictions } = batchOf('a', update, 1, making, 2)
          return [update, losses[0], predictions[1]]
        }),
      )
    }
  }
})
