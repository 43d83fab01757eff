import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok } from '@contract/result'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as reading from '../../../../main/disk/read-file'
import { exportTable } from '../../../../main/trainer/exchange/export-table'
import { saying } from '../../../helpers/saying'
import { tableOf } from '../table/any-table'

/** What the disk gives back instead of what was written. */
const disk = vi.hoisted(() => ({ gives: null as Uint8Array | null }))

vi.mock('../../../../main/disk/read-file', async (original) => {
  const real = await original<typeof reading>()
  return {
    readFileCapped: (path: string, max: number) =>
      disk.gives ? ok(disk.gives) : real.readFileCapped(path, max),
  }
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-table-'))
  disk.gives = null
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the export of a table', () => {
  it('writes it whole and tells of it', async () => {
    const path = join(folder, 'run.csv')
    const report = await exportTable(path, tableOf(5000))
    const { byteLength } = readFileSync(path)
    expect(report).toEqual({
      ok: true,
      value: {
        files: [{ name: 'run.csv', bytes: byteLength }],
        ...{ greatestDifference: null, parameterCount: 0, updatesDone: 5000 },
      },
    })
    expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(15_002)
    expect(readdirSync(folder)).toEqual(['run.csv'])
  })

  it('says so when the disk gives back other numbers', async () => {
    disk.gives = new TextEncoder().encode('update,t,input,target,prediction,loss\r\n')
    expect(await exportTable(join(folder, 'run.csv'), tableOf(1))).toEqual({
      ok: false,
      error: {
        code: 'file-not-written',
        text: saying(
          '"run.csv" was not saved, as what was written does not read back: the lines after line 1 are missing; save it again.',
        ),
      },
    })
  })

  it('leaves the older file when the disk gives back other numbers', async () => {
    const path = join(folder, 'run.csv')
    writeFileSync(path, 'old')
    disk.gives = new TextEncoder().encode('update,t,input,target,prediction,loss\r\n')
    expect(await exportTable(path, tableOf(1))).toMatchObject({ ok: false })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['run.csv'])
  })

  /** How many turns of the event loop pass while a table is exported, which may be called off in one of them. */
  async function exportInTurns(path: string, cancelIn = Number.POSITIVE_INFINITY) {
    const controller = new AbortController()
    let turns = 0
    let isOver = false
    const exporting = exportTable(path, tableOf(20_000), controller.signal).finally(() => {
      isOver = true
    })
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      turns += 1
      if (turns === cancelIn) controller.abort()
    }
    return { turns, result: await exporting }
  }

  it('lets others have their turn, while it writes and while it compares', async () => {
    // 60,000 rows: at 2,048 a slice 30 to write, and about 10 to compare.
    const { turns, result } = await exportInTurns(join(folder, 'run.csv'))
    expect(result).toMatchObject({ ok: true })
    expect(turns).toBeGreaterThan(40)
  })

  it('can be called off at any time, and leaves the older file or none', async () => {
    const path = join(folder, 'run.csv')
    const { turns } = await exportInTurns(path)
    const whole = readFileSync(path, 'utf8')
    rmSync(path)
    // Of more than 40 turns, as the test before this one has it; how many more there are is the disk's business.
    for (const cancelIn of [1, 10, 20, 30, 40]) {
      expect((await exportInTurns(path, cancelIn)).result).toEqual(ok(null))
      expect(readdirSync(folder)).toEqual([])
    }
    for (const share of [0.7, 0.9]) {
      // Near the end the whole table may be in its place already: that one, or none.
      const { result } = await exportInTurns(path, Math.floor(turns * share))
      if (result.ok && result.value === null) expect(readdirSync(folder)).toEqual([])
      else expect(readFileSync(path, 'utf8')).toBe(whole)
      rmSync(path, { force: true })
    }
    writeFileSync(path, 'old')
    expect((await exportInTurns(path, 5)).result).toEqual(ok(null))
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['run.csv'])
  })

  it('refuses a table without an update, and leaves an older file', async () => {
    const path = join(folder, 'run.csv')
    writeFileSync(path, 'old')
    expect(await exportTable(path, tableOf(0))).toMatchObject({ ok: false, error: { code: 'no-run' } })
    expect(readFileSync(path, 'utf8')).toBe('old')
  })

  it('says so when it cannot be written', async () => {
    expect(await exportTable(join(folder, 'no/run.csv'), tableOf(1))).toMatchObject({
      ok: false,
      error: {
        code: 'file-not-written',
        text: saying(expect.stringMatching(/^"run\.csv" could not be saved: /)),
      },
    })
  })
})
