import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunConfig } from '@contract/settings/run-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeFrame } from '../../../../main/record/record-frame'
import { createJudgedBench, good, refusal, smallRun } from '../judged-bench'
import { answered, type Bench, trained } from '../moment-bench'
import { manifestIn, membersIn } from './members-of'
import { opened, saved } from './saved-project'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-series-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Numbers that stand nowhere else. */
const VALUES = Float64Array.from({ length: 120 }, (_, t) => 1234.5 + 100 * Math.sin(t / 5) + t / 7)

/** The settings of a run that learns what a person has drawn. */
async function drawnRun(bench: Bench): Promise<RunConfig> {
  const { origin } = good(await bench.trainer.drawnSeries(VALUES))
  const config = smallRun('nile', { updates: 40, window: 8, batch: 2 })
  const source = { kind: 'series', origin, inputs: ['y'], targets: ['y'] } as const
  return { ...config, data: { ...config.data, source } }
}

async function drawn() {
  const bench = createJudgedBench()
  return trained(await drawnRun(bench), [], bench)
}

/** Whether the first of the numbers stand in some bytes, as float32 or float64. */
function hasValues(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes)
  return [...VALUES.subarray(0, 20)].some((value) => {
    const [single, double] = [Buffer.alloc(4), Buffer.alloc(8)]
    single.writeFloatLE(value)
    double.writeDoubleLE(value)
    return all.includes(single) || all.includes(double)
  })
}

describe('a project of a table', () => {
  it('has the table in it, and is opened where nobody knows it', async () => {
    const bench = await drawn()
    const { path, record } = await saved(bench, folder)
    const members = membersIn(path)
    expect(hasValues(members.get('data.series') ?? new Uint8Array())).toBe(true)
    const { source } = bench.state()?.config.data ?? {}
    const sha256 = source?.kind === 'series' && source.origin.kind === 'table' ? source.origin.sha256 : ''
    expect(manifestIn(members).series).toMatchObject({
      ...{ sha256, rows: 120, parts: { train: { from: 0, to: 60 }, validation: { from: 60, to: 90 } } },
      scalers: { inputs: [{ offset: expect.any(Number), scale: expect.any(Number) }] },
    })
    const other = createJudgedBench()
    const { answer, record: copy, runId } = await opened(other, path, folder)
    expect(good(answer)).toMatchObject({ updatesDone: 40, series: 'included' })
    expect(readFileSync(copy)).toEqual(readFileSync(record))
    // It is there from now on: what is made of it anew finds it.
    good(await other.trainer.resetRun())
    other.runUntilIdle()
    good(await answered(other, other.trainer.proveProject(path, 'all')))
    expect(runId).not.toBe('')
  })

  it('has nothing but its hash where it is private, and is whole again where the table is known', async () => {
    const bench = await drawn()
    const { path, record } = await saved(bench, folder, { series: 'hash' })
    const members = membersIn(path)
    expect(members.has('data.series')).toBe(false)
    for (const [name, bytes] of members) expect([name, hasValues(bytes)]).toEqual([name, false])
    expect(Object.keys(manifestIn(members).series as object)).toEqual(['sha256'])
    const batch = decodeFrame(members.get('updates.record') ?? new Uint8Array(), '')
    expect(batch && [...batch.inputs, ...batch.targets].every(Number.isNaN)).toBe(true)
    expect(batch?.losses[0]).toBe(bench.losses()[0])

    const other = createJudgedBench()
    const first = await opened(other, path, folder)
    expect(refusal(first.answer)).toMatch(
      /^"[^"]+" cannot be opened as a project: it holds the hash of its series and not the numbers\. .*; open that table first\.$/,
    )
    expect(existsSync(first.record)).toBe(false)
    good(await other.trainer.drawnSeries(VALUES))
    const second = await opened(other, path, folder)
    expect(good(second.answer)).toMatchObject({ updatesDone: 40, series: 'hash' })
    expect(readFileSync(second.record)).toEqual(readFileSync(record))
    const proof = good(await answered(other, other.trainer.proveProject(path, 'all')))
    expect(proof).toMatchObject({ updates: 40, identical: 40, verdict: { kind: 'identical' } })
  })
})
