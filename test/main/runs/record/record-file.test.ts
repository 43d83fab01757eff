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
  for (let place: number | null = 0; place !== null; ) {
    const piece: Awaited<ReturnType<RecordFile['read']>> = await record.read(place, upTo)
    if (piece.batch) history.append(piece.batch)
    place = piece.next
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
    const { batch: read } = await record.read(0, 6)
    const later = batchOf('a', 5, 2, 0, 5, 3)
    for (const name of ['starts', 'steps', 'inputs', 'targets', 'predictions'] as const)
      expect([...(read?.[name] ?? [])], name).toEqual([...batch[name], ...later[name]])
    expect(read?.outputs).toBe(3)
    // Up to an update in the middle.
    const cut = (await record.read(0, 3)).batch
    expect([cut?.inputs.length, cut?.targets.length, cut?.starts.length]).toEqual([15, 45, 3])
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
    expect(pieces).toBeGreaterThan(3)
  })
})
