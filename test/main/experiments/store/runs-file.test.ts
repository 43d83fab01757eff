import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExperimentRun } from '@contract/experiment/experiment'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeRun, encodeRun, frameFacts } from '../../../../main/experiments/store/run-frame'
import { openRunsFile, type RunsFile } from '../../../../main/experiments/store/runs-file'
import { anyRun } from '../any-run'

let path: string
let opened: RunsFile[]

function open(): RunsFile {
  const file = openRunsFile(path, 1000)
  opened.push(file)
  return file
}

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'unroll-runs-')), 'made.runs')
  opened = []
})

afterEach(async () => {
  for (const file of opened) await file.settle()
  rmSync(join(path, '..'), { recursive: true, force: true })
})

async function allOf(file: RunsFile): Promise<readonly ExperimentRun[]> {
  const runs: ExperimentRun[] = []
  for (;;) {
    const some = await file.read(runs.length)
    if (some.length === 0) return runs
    runs.push(...some)
  }
}

/** Whole numbers for the bits of a row: equal only where every bit is, of NaN and -0 too. */
const bitsOf = (row: Float32Array) => [...new Uint32Array(row.slice().buffer)]
const bitsOfRun = (run: ExperimentRun) => ({
  ...run,
  losses: bitsOf(run.losses),
  validationLosses: bitsOf(run.validationLosses),
  shown: run.shown.map((one) => ({
    ...one,
    targets: bitsOf(one.targets),
    predictions: bitsOf(one.predictions),
  })),
})

describe('a run in its frame', () => {
  it('comes out with every bit that it had', () => {
    fc.assert(
      fc.property(
        fc.float32Array(),
        fc.float32Array(),
        fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        (losses, validationLosses, lastLoss) => {
          // What is no number has many bits, and Node has one of them for all.
          const run = anyRun(3, { losses, validationLosses, lastLoss: lastLoss === 0 ? 0 : lastLoss })
          const found = decodeRun(encodeRun(run))
          expect(found && bitsOfRun(found)).toEqual(bitsOfRun(run))
        },
      ),
    )
  })

  it('is none when any byte of it is another or missing, and never throws', () => {
    const bytes = encodeRun(anyRun(1))
    fc.assert(
      fc.property(fc.nat(bytes.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = bytes.slice()
        damaged[at] = (damaged[at] ?? 0) ^ by
        expect(decodeRun(damaged)).toBeNull()
        expect(decodeRun(bytes.subarray(0, at))).toBeNull()
      }),
    )
  })

  it('never throws on other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeRun(bytes)).toBeNull()
        expect(frameFacts(bytes)).toBeNull()
      }),
    )
  })
})

describe('the runs of an experiment', () => {
  it('are there again after a restart, each once, in the order of being made', async () => {
    const runs = [5, 0, 3].map((index) => anyRun(index))
    const first = open()
    expect([first.count(), await first.read(0)]).toEqual([0, []])
    await first.append(runs.slice(0, 2))
    await first.append(runs.slice(2))
    for (const file of [first, open()]) {
      expect((await allOf(file)).map(bitsOfRun)).toEqual(runs.map(bitsOfRun))
      expect([...file.ends()]).toEqual([5, 0, 3].map((index) => [index, 'goal']))
      expect([file.count(), file.bytes()]).toEqual([3, statSync(path).size])
    }
  })

  it('has the newer of two, in the place of the older one', async () => {
    const file = open()
    await file.append([anyRun(0, { end: 'failed' }), anyRun(1)])
    await file.append([anyRun(0)])
    for (const one of [file, open()]) {
      expect((await allOf(one)).map(({ index, end }) => [index, end])).toEqual([
        [0, 'goal'],
        [1, 'goal'],
      ])
    }
  })

  it('count no torn or damaged last one, and go on after the last whole one', async () => {
    const file = open()
    await file.append([anyRun(0), anyRun(1)])
    const whole = readFileSync(path)
    const first = encodeRun(anyRun(0)).byteLength
    fc.assert(
      fc.property(fc.integer({ min: first, max: whole.byteLength - 1 }), fc.boolean(), (at, isTorn) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        writeFileSync(path, isTorn ? whole.subarray(0, at) : bytes)
        expect(openRunsFile(path, 1000).count()).toBe(1)
      }),
    )
    // What is torn is longer than what comes in its place.
    writeFileSync(path, encodeRun(anyRun(0)))
    appendFileSync(path, encodeRun(anyRun(1, { losses: new Float32Array(1000) })).subarray(0, -1))
    const again = open()
    await again.append([anyRun(7)])
    expect((await allOf(open())).map(({ index }) => index)).toEqual([0, 7])
    expect(statSync(path).size).toBe(again.bytes())
  })

  it('are all but one that is damaged, which is made again', async () => {
    const file = open()
    await file.append([anyRun(0), anyRun(1), anyRun(2)])
    const bytes = readFileSync(path)
    const [at, length] = [0, 1].map((index) => encodeRun(anyRun(index)).byteLength) as [number, number]
    // In the numbers of the second: nobody knows before they are read.
    bytes[at + length - 1] = (bytes[at + length - 1] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const numbers = open()
    expect(numbers.count()).toBe(3)
    expect((await allOf(numbers)).map(({ index }) => index)).toEqual([0, 2])
    expect([...numbers.ends().keys()]).toEqual([0, 2])
    // In its facts, which say where the next one begins.
    bytes[at + 30] = (bytes[at + 30] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect([...open().ends().keys()]).toEqual([0, 2])
    appendFileSync(path, 'whatever')
    const again = open()
    await again.append([anyRun(1)])
    for (const one of [again, open()]) expect((await allOf(one)).map(({ index }) => index)).toEqual([0, 2, 1])
  })

  it('are as they were written whatever becomes of bytes elsewhere, and of the plan', async () => {
    const losses = new Float32Array(4096).fill(0.5)
    const runs = [0, 1, 2, 3, 4].map((index) => anyRun(index, { losses: losses.slice(index * 700) }))
    const frames = runs.map(encodeRun)
    const anyFrame = fc.integer({ min: 0, max: 4 })
    const damage = fc.tuple(anyFrame, fc.nat(), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFrame, { minLength: 1, maxLength: 8 }),
        fc.array(damage, { maxLength: 3 }),
        fc.nat({ max: 30 }),
        async (order, damages, cut) => {
          const damaged = new Set<number>(cut > 0 ? [order.length - 1] : [])
          const written = order.map((index) => Buffer.from(frames[index] ?? []))
          for (const [which, at, by] of damages) {
            const frame = written[which]
            if (!frame) continue
            frame[at % frame.byteLength] = (frame[at % frame.byteLength] ?? 0) ^ by
            damaged.add(which)
          }
          // The same byte may have been put right again.
          const isGood = (at: number) =>
            !damaged.has(at) || (cut === 0 && written[at]?.equals(frames[order[at] ?? 0] ?? new Uint8Array()))
          writeFileSync(path, Buffer.concat(written).subarray(0, cut === 0 ? undefined : -cut))
          const file = openRunsFile(path, 4)
          const found = await allOf(file)
          for (const run of found) expect(bitsOfRun(run)).toEqual(bitsOfRun(runs[run.index] as ExperimentRun))
          const last = new Map(order.map((index, at) => [index, at]))
          const wanted = [...last].filter(([index, at]) => index < 4 && isGood(at)).map(([index]) => index)
          expect(found.map(({ index }) => index)).toEqual(expect.arrayContaining(wanted))
          expect(found.every(({ index }) => index < 4)).toBe(true)
          expect([...file.ends().keys()]).toEqual(found.map(({ index }) => index))
        },
      ),
    )
  })

  it('are handed over some at a time', async () => {
    const file = open()
    const losses = new Float32Array(4096).fill(0.5)
    await file.append(Array.from({ length: 300 }, (_, index) => anyRun(index, { losses })))
    const some = await file.read(0)
    expect(some.length).toBeGreaterThan(100)
    expect(some.length).toBeLessThan(300)
    expect((await allOf(file)).map(({ index }) => index)).toEqual(
      Array.from({ length: 300 }, (_, index) => index),
    )
    expect(await file.read(300)).toEqual([])
  })

  it('are looked through without reading their numbers', async () => {
    const losses = new Float32Array(4096).fill(0.5)
    await open().append(Array.from({ length: 1000 }, (_, index) => anyRun(index, { losses })))
    const began = performance.now()
    expect(open().count()).toBe(1000)
    console.log(`1,000 runs of 4,096 losses are found in ${(performance.now() - began).toFixed(1)} ms`)
  })
})
