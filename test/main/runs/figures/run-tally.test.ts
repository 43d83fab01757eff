import type { RunRivals } from '@contract/run/run-scores'
import { describe, expect, it } from 'vitest'
import { tellEarlier } from '../../../../main/runs/figures/earlier-updates'
import { createRunTally } from '../../../../main/runs/figures/run-tally'
import { batchOf } from '../any-batch'

const NONE = Number.NaN
const told = (losses: number[], validationLosses: number[] = losses.map(() => NONE)) => ({
  losses: Float32Array.from(losses),
  validationLosses: Float32Array.from(validationLosses),
})
const range = { from: 0, to: 0 }
const rivals = (validation: number | null): RunRivals => ({
  runId: 'a',
  rows: { train: range, validation: range, test: range } as unknown as RunRivals['rows'],
  outputs: [],
  lines: [
    { name: 'mean', mse: { train: 0.5, validation: validation && 4 * validation, test: null } },
    { name: 'persistence', mse: { train: 0.125, validation, test: null } },
    // Right but for rounding: there is nothing to beat.
    { name: 'linear', mse: { train: 0, validation: validation && 0, test: null } },
  ],
})

describe('a run is counted along', () => {
  it('with its least loss, and the last validation loss', () => {
    const tally = createRunTally(null, () => 0)
    expect(tally.figures(null)).toEqual({ bestLoss: null, validationLoss: null, skill: null, seconds: 0 })
    tally.took(told([0.5, 0.25, NONE], [0.75, NONE, NONE]))
    tally.took(told([0.375]))
    expect(tally.figures(null)).toMatchObject({ bestLoss: 0.25, validationLoss: 0.75 })
  })

  it('by the best rival that can be beaten: on the validation part, or by its last 20 losses', () => {
    const tally = createRunTally(null, () => 0)
    // 19 of 0.0625 and one of 0.03125: 1 − 0.0609375 / 0.125.
    tally.took(told([9, ...Array.from({ length: 19 }, () => 0.0625), 0.03125]))
    expect(tally.figures(rivals(null)).skill).toBeCloseTo(0.5125, 12)
    expect(tally.figures(rivals(0.25)).skill).toBeNull()
    tally.took(told([0.0625], [0.5]))
    expect(tally.figures(rivals(0.25)).skill).toBe(-1)
  })

  it('for as long as it trains, and not while it rests', () => {
    let time = 1000
    const tally = createRunTally(null, () => time)
    const wait = (milliseconds: number) => {
      time += milliseconds
      tally.took(told([1]))
    }
    wait(5000)
    tally.trains(true)
    wait(1500)
    tally.trains(true)
    wait(500)
    tally.trains(false)
    wait(60_000)
    time += 60_000
    tally.trains(true)
    wait(250)
    expect(tally.figures(null).seconds).toBe(2.25)
  })

  it('on from what was kept of it', () => {
    const kept = { bestLoss: 0.125, validationLoss: 0.5, skill: 0.75, seconds: 10 }
    const tally = createRunTally(kept, () => 0)
    expect(tally.figures(null)).toEqual(kept)
    tally.took(told([0.25], [0.25]))
    expect(tally.figures(null)).toEqual({ ...kept, validationLoss: 0.25 })
  })
})

describe('updates from before a run was opened', () => {
  const record = [batchOf('a', 1, 3), batchOf('a', 4, 2)]
  const read = async (_: string, first: number) =>
    record.find(({ firstUpdate }) => firstUpdate >= first) ?? null

  it('are told out of its record, piece after piece, and those that were heard meanwhile stay the last', async () => {
    const tally = createRunTally(null, () => 0)
    tally.took(told([3], [0.5]))
    await tellEarlier(tally, read, { id: 'a', after: 0, last: 5 })
    // A batch of the record has the numbers of its updates as losses.
    expect(tally.figures(null)).toMatchObject({ bestLoss: 1, validationLoss: 0.5 })
  })

  it('leave open what was best where some of them are missing', async () => {
    const tally = createRunTally(null, () => 0)
    tally.took(told([3]))
    await tellEarlier(tally, read, { id: 'a', after: 0, last: 6 })
    expect(tally.figures(null).bestLoss).toBeNull()
    const late = createRunTally(null, () => 0)
    await tellEarlier(late, async () => batchOf('a', 2, 4), { id: 'a', after: 0, last: 5 })
    late.took(told([3]))
    expect(late.figures(null).bestLoss).toBeNull()
  })
})
