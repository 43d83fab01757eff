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
  const file = openRunsFile(path)
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
        expect(openRunsFile(path).count()).toBe(1)
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

  it('are not what follows damage, and one that is damaged later is made again', async () => {
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
    // In its facts: where the next one begins is not known any more.
    bytes[at + 30] = (bytes[at + 30] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect([...open().ends().keys()]).toEqual([0])
    appendFileSync(path, 'whatever')
    expect([...open().ends().keys()]).toEqual([0])
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
