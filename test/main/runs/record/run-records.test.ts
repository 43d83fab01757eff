import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UpdateBatch } from '@contract/run/run'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRunRecords, type RunRecords } from '../../../../main/runs/record/run-records'
import { batchOf } from '../any-batch'

let folder: string
let troubles: unknown[]
let due: (() => void)[]
let records: RunRecords
const fileOf = (id: string) => join(folder, id, 'updates.record')

/** Opens the records again, as the next start does. */
function open(): RunRecords {
  return createRunRecords({
    fileOf,
    onTrouble: (error) => troubles.push(error),
    later: (action) => due.push(action),
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-records-'))
  troubles = []
  due = []
  records = open()
})

afterEach(async () => {
  for (const id of ['a', 'b']) await records.close(id).catch(() => {})
  rmSync(folder, { recursive: true, force: true })
})

/** All losses of a run that its pieces give. */
async function lossesOf(from: RunRecords, id: string, upTo = Number.POSITIVE_INFINITY) {
  const losses: number[] = []
  for (let first = 0; ; ) {
    const piece = await from.read(id, first, upTo)
    if (!piece) return losses
    losses.push(...piece.losses)
    first = piece.firstUpdate + piece.losses.length
  }
}
const expected = (...batches: UpdateBatch[]) => batches.flatMap(({ losses }) => [...losses])

describe('the records of runs', () => {
  it('write together what was added since the last time, each run into its own', async () => {
    records.add(batchOf('a', 1, 2))
    records.add(batchOf('a', 3, 1))
    records.add(batchOf('b', 1, 4))
    expect(due).toHaveLength(2)
    expect(existsSync(fileOf('a'))).toBe(false)
    for (const action of due) action()
    await records.close('a')
    await records.close('b')
    expect(await lossesOf(open(), 'a')).toEqual(expected(batchOf('a', 1, 3)))
    expect(await lossesOf(open(), 'b')).toEqual(expected(batchOf('b', 1, 4)))
  })

  it('have everything on disk when they were flushed, without waiting for the time', async () => {
    records.add(batchOf('a', 1, 5))
    await records.flush('a')
    const next = open()
    expect(await lossesOf(next, 'a')).toEqual(expected(batchOf('a', 1, 5)))
    await next.close('a')
  })

  it('give what was added just now, and nothing that the run has not come to', async () => {
    records.add(batchOf('a', 1, 5))
    records.add(batchOf('a', 6, 5))
    expect(await lossesOf(records, 'a', 7)).toEqual(expected(batchOf('a', 1, 7)))
  })

  it('keep what a disk does not take, give it all the same, and write it when the disk does again', async () => {
    // A folder where the file should be: opening it fails, as writing to a full disk does.
    mkdirSync(fileOf('a'), { recursive: true })
    records.add(batchOf('a', 1, 3))
    await records.flush('a')
    records.add(batchOf('a', 4, 2))
    for (const action of due.splice(0)) action()
    await records.flush('a')
    expect(await lossesOf(records, 'a')).toEqual(expected(batchOf('a', 1, 5)))
    expect(troubles.length).toBeGreaterThan(0)
    expect(troubles).not.toContain(null)
    expect((await records.read('a', 3, 4))?.losses).toEqual(batchOf('a', 3, 2).losses)
    // A trainer that was revived makes updates again that the disk never took, or has.
    expect(await records.read('a', 6, 9)).toBeNull()
    rmSync(fileOf('a'), { recursive: true })
    for (const action of due.splice(0)) action()
    await records.flush('a')
    expect(troubles.at(-1)).toBeNull()
    expect(await lossesOf(records, 'a')).toEqual(expected(batchOf('a', 1, 5)))
    await records.close('a')
    const next = open()
    expect(await lossesOf(next, 'a')).toEqual(expected(batchOf('a', 1, 5)))
    await next.close('a')
  })

  it('have what waits for the disk in the place of what it was made instead of', async () => {
    records.add(batchOf('a', 1, 10))
    await records.flush('a')
    await records.rest('a')
    const kept = join(folder, 'kept')
    renameSync(fileOf('a'), kept)
    mkdirSync(fileOf('a'))
    records.add(batchOf('a', 6, 3, 1))
    for (const action of due.splice(0)) action()
    await records.flush('a')
    rmSync(fileOf('a'), { recursive: true })
    renameSync(kept, fileOf('a'))
    const made = [batchOf('a', 1, 5), batchOf('a', 6, 3, 1)]
    expect(await lossesOf(records, 'a')).toEqual(expected(...made))
    for (const action of due.splice(0)) action()
    await records.close('a')
    expect(await lossesOf(open(), 'a')).toEqual(expected(...made))
  })

  it('begin a branch with the updates up to where it branches off, and go on from there', async () => {
    records.add(batchOf('a', 1, 60))
    const copied = records.copy('a', 'b', 36)
    records.add(batchOf('b', 37, 4))
    await copied
    await records.close('b')
    const shared = expected(batchOf('a', 1, 60)).slice(0, 36)
    expect(await lossesOf(open(), 'b')).toEqual([...shared, ...expected(batchOf('b', 37, 4))])
    expect(await lossesOf(open(), 'a')).toEqual(expected(batchOf('a', 1, 60)))
  })

  it('leave a branch that is opened again as it is', async () => {
    records.add(batchOf('a', 1, 10))
    await records.copy('a', 'b', 5)
    records.add(batchOf('b', 6, 3))
    await records.close('b')
    await records.copy('a', 'b', 5)
    expect(await lossesOf(open(), 'b')).toHaveLength(8)
  })
})
