import { describe, expect, it } from 'vitest'
import { createUnbatcher } from '../../../../main/cli/base/update-record'
import { createTableCollector } from '../../../../main/cli/train/table'

/** Two updates, of one time step and of two; the numbers of each field tell it from the others. */
const BATCH = {
  runId: 'a',
  firstUpdate: 7,
  losses: Float32Array.of(0.5, 0.25),
  gradientNorms: Float32Array.of(1, 2),
  lengths: Uint32Array.of(1, 2),
  times: Float32Array.of(10, 11, 12),
  inputs: Float32Array.of(20, 21, 22),
  targets: Float32Array.of(30, 31, 32),
  predictions: Float32Array.of(40, 41, 42),
  updatesPerSecond: 100,
}

describe('the table of a run', () => {
  it('is the updates of all its batches, one after the other', () => {
    const unbatch = createUnbatcher()
    const collector = createTableCollector()
    for (const batch of [BATCH, { ...BATCH, firstUpdate: 9, lengths: Uint32Array.of(2, 1) }])
      for (const record of unbatch(batch)) collector.add(record)
    expect(collector.table()).toEqual({
      firstUpdate: 7,
      losses: Float32Array.of(0.5, 0.25, 0.5, 0.25),
      gradientNorms: Float32Array.of(1, 2, 1, 2),
      lengths: Uint32Array.of(1, 2, 2, 1),
      times: Float32Array.of(10, 11, 12, 10, 11, 12),
      inputs: Float32Array.of(20, 21, 22, 20, 21, 22),
      targets: Float32Array.of(30, 31, 32, 30, 31, 32),
      predictions: Float32Array.of(40, 41, 42, 40, 41, 42),
    })
  })

  it('is empty before the first update', () => {
    expect(createTableCollector().table()).toMatchObject({
      losses: new Float32Array(0),
      times: new Float32Array(0),
    })
  })
})
