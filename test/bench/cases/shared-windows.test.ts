import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeCase } from './case-run'
import { CASES, type Case } from './cases'
import { writeWindows } from './shared-windows'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unroll-bench-'))
})
afterEach(() => rm(folder, { recursive: true }))

function named(name: string): Case {
  return CASES.find((one) => one.name === name) as Case
}

async function written(one: Case, part: 'inputs' | 'targets'): Promise<Float32Array> {
  await writeWindows(one, folder)
  return new Float32Array(new Uint8Array(await readFile(join(folder, `${part}.f32`))).buffer)
}

describe('the windows that are written for other programs', () => {
  it('are sine and cosine over half a period each, a part of a period ahead in every sequence', async () => {
    const one = { ...named('64/50/16'), batch: 4, timeSteps: 5 }
    const [inputs, targets] = [await written(one, 'inputs'), await written(one, 'targets')]
    expect(inputs.length).toBe(60 * 4 * 5)
    // Update 2, sequence 1, time step 3: from 2π to 3π in four parts, a quarter of a period ahead.
    const at = 2 * 20 + 1 * 5 + 3
    const time = 2 * Math.PI + 0.75 * Math.PI + Math.PI / 2
    expect(inputs[at]).toBeCloseTo(Math.sin(time), 5)
    expect(targets[at]).toBeCloseTo(Math.cos(time), 5)
  })

  it('are cut out of a table with three columns, the target a row later than its input', async () => {
    const one = named('own-data')
    const [inputs, targets] = [await written(one, 'inputs'), await written(one, 'targets')]
    expect([inputs.length, targets.length]).toEqual([60 * 32 * 24 * 3, 60 * 32 * 24])
    // x is an input and the target: what is said at a time step is seen at the next one.
    const window = (7 * 32 + 5) * 24
    for (let t = 0; t < 23; t += 1) expect(targets[window + t]).toBe(inputs[(window + t + 1) * 3])
  })

  it('begin at rows that are drawn, anew for every sequence of every update', async () => {
    const inputs = await written(named('own-data'), 'inputs')
    const sequences = Array.from({ length: 60 * 32 }, (_, at) => inputs.slice(at * 72, at * 72 + 3).join())
    // 1,920 draws out of some 3,475 rows meet about 1,475 different ones: N · (1 - (1 - 1/N)^1920).
    expect(new Set(sequences).size).toBeGreaterThan(1400)
    expect(new Set(sequences).size).toBeLessThan(1550)
  })
})

it('says in words what a case is', () => {
  expect(CASES.map(describeCase)).toEqual([
    'simple RNN, 32 hidden units, 10 time steps, batch 1',
    'simple RNN, 64 hidden units, 50 time steps, batch 16',
    'simple RNN, 256 hidden units, 50 time steps, batch 32',
    'GRU, 64 hidden units, 50 time steps, batch 16',
    'LSTM, 64 hidden units, 50 time steps, batch 16',
    'LSTM, 2 layers, 32 hidden units, 24 time steps, batch 32, 3 inputs',
  ])
})
