import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { headerOf, lineOf } from '../../../../main/cli/sweep/table/run-row'
import { openRunsWriter, type RunsWriter } from '../../../../main/cli/sweep/table/runs-writer'
import { planOf, rowAt } from './made-up-runs'

const PLAN = '--vary hidden=2,4 --seeds 2'
const planned = planOf(PLAN)
const HEADER = headerOf(planned.varied)
const line = (index: number) => lineOf(rowAt(planned, index))

let path: string

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-sweep-'))
  path = join(folder, 'a.csv')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const content = () => readFileSync(path, 'utf8')
const write = (...lines: readonly string[]) => writeFileSync(path, lines.map((each) => `${each}\n`).join(''))

async function open(force = false, plan = planned): Promise<RunsWriter> {
  const writer = await openRunsWriter(path, plan, force)
  if (!writer.ok) throw new Error(inEnglish(writer.error.text))
  return writer.value
}

async function refusal(plan = planned): Promise<string | null> {
  const writer = await openRunsWriter(path, plan, false)
  return writer.ok ? null : inEnglish(writer.error.text)
}

describe('the table that a sweep writes', () => {
  it('has each run as soon as it is made, and all in the order of the plan at the end', async () => {
    const writer = await open()
    expect(content()).toBe(`${HEADER}\n`)
    for (const index of [2, 0, 3]) {
      await writer.add(index, rowAt(planned, index))
      expect(content().endsWith(`\n${line(index)}\n`)).toBe(true)
    }
    await writer.finish()
    expect(content()).toBe(`${[HEADER, line(2), line(0), line(3)].join('\n')}\n`)
    await writer.add(1, rowAt(planned, 1))
    await writer.finish()
    expect(content()).toBe(`${[HEADER, ...[0, 1, 2, 3].map(line)].join('\n')}\n`)
  })

  it('is gone on with: lines that are whole stay to the byte, those of failed runs and a torn one go', async () => {
    // As another hand has written it: it is the same number.
    const own = line(3).replace(',0.4,', ',0.40000,')
    const failed = lineOf(rowAt(planned, 1, { end: 'failed', updates: 0, lastLoss: null, bestLoss: null }))
    write(HEADER, own, failed)
    writeFileSync(path, content() + line(0).slice(0, 30))
    const writer = await open()
    expect([...writer.kept.keys()]).toEqual([3])
    expect(content()).toBe(`${HEADER}\n${own}\n`)
    for (const index of [0, 1, 2]) await writer.add(index, rowAt(planned, index))
    await writer.finish()
    expect(content()).toBe(`${[HEADER, line(0), line(1), line(2), own].join('\n')}\n`)
  })

  it('is gone on with when an editor has saved it with other line ends', async () => {
    writeFileSync(path, `\ufeff${HEADER}\r\n${line(2)}\n${line(0)}\r\n`)
    const writer = await open()
    expect([...writer.kept.keys()]).toEqual([2, 0])
    expect(content()).toBe(`${[HEADER, line(2), line(0)].join('\n')}\n`)
  })

  it.each<[string, () => Promise<unknown>]>([
    ['another sweep adds to it', async () => (await open()).add(2, rowAt(planned, 2))],
    ['something is taken out of it', async () => write(HEADER)],
    ['it is removed', async () => rmSync(path)],
  ])('is left as it is when %s meanwhile', async (_, change) => {
    const writer = await open()
    await writer.add(1, rowAt(planned, 1))
    await change()
    const before = existsSync(path) ? content() : null
    for (const failed of [await writer.add(0, rowAt(planned, 0)), await writer.finish()])
      expect(failed.ok ? null : inEnglish(failed.error.text)).toBe(
        '"a.csv" must be written by this sweep alone, but another program has changed it; end that one, and give the same command again to go on.',
      )
    expect(existsSync(path) ? content() : null).toBe(before)
  })

  it('is gone on with by a plan of more seeds, whose other runs it has not', async () => {
    write(HEADER, ...[0, 1, 2, 3].map(line))
    const more = planOf('--vary hidden=2,4 --seeds 3')
    expect([...(await open(false, more)).kept.keys()]).toEqual([0, 1, 3, 4])
  })

  it('of another plan, or no such table, is refused and stays as it is', async () => {
    const unlike = ['--vary hidden=2,4 --seeds 1', '--vary hidden=2,8 --seeds 2', `${PLAN} --points 5`].map(
      planOf,
    )
    write(HEADER, ...[0, 1, 2, 3].map(line))
    const before = content()
    for (const other of unlike)
      expect(await refusal(other)).toMatch(
        /^"a\.csv" must hold runs of this sweep to be gone on with, but line [2345] is of none of them; give --force to begin it anew, or choose another name\.$/,
      )
    expect(await refusal(planOf('--seeds 2'))).toMatch(/but line 1 is of none of them; give --force/)
    expect(content()).toBe(before)
    writeFileSync(path, 'time,value\n1,2\n')
    expect(await refusal()).toMatch(
      /^The first line of "a\.csv" must name .* but is "time,value"; give --force to begin it anew, or choose another name\.$/,
    )
    write(HEADER, line(0).replace(',0.1,', ',x,'), line(1))
    expect(await refusal()).toMatch(
      /^Line 2 of "a\.csv" must have a float32 number .*, but has "x"; give --force to begin it anew/,
    )
    await open(true)
    expect(content()).toBe(`${HEADER}\n`)
  })

  it('is new where there is nothing in the file', async () => {
    writeFileSync(path, '')
    expect((await open()).kept.size).toBe(0)
    expect(content()).toBe(`${HEADER}\n`)
  })
})
