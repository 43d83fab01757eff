import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJudgedBench, good, refusal, smallRun } from '../../judged-bench'
import { answered, type Bench } from '../../moment-bench'
import { membersIn } from '../members-of'
import { branchMember, placesIn, savedFamily } from '../saved-family'

/** Numbers that stand nowhere else. */
const VALUES = Float64Array.from({ length: 120 }, (_, t) => 1234.5 + 100 * Math.sin(t / 5) + t / 7)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-private-family-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function familyOf(series: 'included' | 'hash') {
  const bench = createJudgedBench()
  const { origin } = good(await bench.trainer.drawnSeries(VALUES))
  const config = smallRun('nile', { updates: 8, window: 8, batch: 2 })
  const source = { kind: 'series', origin, inputs: ['y'], targets: ['y'] } as const
  return savedFamily({ ...config, data: { ...config.data, source } }, folder, { series, bench })
}

/** Whether one of the numbers stands in some bytes, as float32 or float64. */
function hasValues(bytes: Uint8Array): boolean {
  return [...VALUES.subarray(0, 20)].some((value) => {
    const [single, double] = [Buffer.alloc(4), Buffer.alloc(8)]
    single.writeFloatLE(value)
    double.writeDoubleLE(value)
    return Buffer.from(bytes).includes(single) || Buffer.from(bytes).includes(double)
  })
}

async function openedIn(bench: Bench, path: string) {
  const { places } = placesIn(mkdtempSync(join(folder, 'p-')))
  const record = join(mkdtempSync(join(folder, 'r-')), 'record')
  const origin = { path, runId: 'opened', record, family: { places, known: [] } }
  return { answer: await answered(bench, bench.trainer.openProject(origin)), places }
}

describe('the family of a run that learns a table', () => {
  it('has the table once, and opens where it was never seen', async () => {
    const { path, family } = await familyOf('included')
    const members = membersIn(path)
    expect(members.has('data.series')).toBe(true)
    for (const index of [1, 2])
      expect(membersIn(members.get(branchMember(index)) ?? new Uint8Array()).has('data.series')).toBe(false)
    const { answer, places } = await openedIn(createJudgedBench(), path)
    expect(good(answer)?.branches.placed).toHaveLength(2)
    for (const [i, { files }] of family.entries())
      expect(readFileSync(places[i]?.record ?? '')).toEqual(readFileSync(files.record))
  })

  it('has none of its numbers where it is private, and is whole again where the table is known', async () => {
    const { bench, path, family } = await familyOf('hash')
    expect(hasValues(readFileSync(path))).toBe(false)
    expect(refusal((await openedIn(createJudgedBench(), path)).answer)).toContain('open that table first')
    const other = createJudgedBench()
    good(await other.trainer.drawnSeries(VALUES))
    const { answer, places } = await openedIn(other, path)
    expect(good(answer)).toMatchObject({ series: 'hash', branches: { placed: [{}, {}] } })
    for (const [i, { files }] of family.entries())
      expect(readFileSync(places[i]?.record ?? '')).toEqual(readFileSync(files.record))
    const proof = good(await answered(other, other.trainer.proveProject(path, 'all')))
    expect(proof?.branches.map(({ verdict }) => verdict.kind)).toEqual(['identical', 'identical'])
    // Where it was saved, each of them is known as what it is.
    const known = family.map(({ runId, name, files }) => ({
      runId,
      name,
      files,
      updatesDone: 8,
      hasParent: true,
    }))
    const origin = { path, runId: 'again', record: join(folder, 'again'), family: { places, known } }
    const again = good(await answered(bench, bench.trainer.openProject(origin)))
    expect(again?.branches.known).toEqual(family.map(({ runId }) => runId))
  })
})
