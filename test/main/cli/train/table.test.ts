import { LESSON_FACTS } from '@contract/data/source-facts'
import { describe, expect, it } from 'vitest'
import { createUnbatcher } from '../../../../main/cli/base/update-record'
import { createTableCollector } from '../../../../main/cli/train/table'

/** Two updates, of one time step and of two; the numbers of each field tell it from the others. */
const BATCH = {
  runId: 'a',
  firstUpdate: 7,
  losses: Float32Array.of(0.5, 0.25),
  gradientNorms: Float32Array.of(1, 2),
  validationLosses: Float32Array.of(1, Number.NaN),
  lengths: Uint32Array.of(1, 2),
  starts: Float64Array.of(10, 11),
  steps: Float64Array.of(0.5, 0.25),
  outputs: 1,
  inputs: Float32Array.of(20, 21, 22),
  targets: Float32Array.of(30, 31, 32),
  predictions: Float32Array.of(40, 41, 42),
  updatesPerSecond: 100,
}

describe('the table of a run', () => {
  it('is the updates of all its batches, one after the other', () => {
    const unbatch = createUnbatcher()
    const collector = createTableCollector(LESSON_FACTS)
    for (const batch of [BATCH, { ...BATCH, firstUpdate: 9, lengths: Uint32Array.of(2, 1) }])
      for (const record of unbatch(batch)) collector.add(record)
    expect(collector.table()).toEqual({
      firstUpdate: 7,
      losses: Float32Array.of(0.5, 0.25, 0.5, 0.25),
      gradientNorms: Float32Array.of(1, 2, 1, 2),
      validationLosses: Float32Array.of(1, Number.NaN, 1, Number.NaN),
      lengths: Uint32Array.of(1, 2, 2, 1),
      starts: Float64Array.of(10, 11, 10, 11),
      steps: Float64Array.of(0.5, 0.25, 0.5, 0.25),
      outputs: 1,
      facts: LESSON_FACTS,
      inputs: Float32Array.of(20, 21, 22, 20, 21, 22),
      targets: Float32Array.of(30, 31, 32, 30, 31, 32),
      predictions: Float32Array.of(40, 41, 42, 40, 41, 42),
    })
  })

  it('is empty before the first update', () => {
    expect(createTableCollector(LESSON_FACTS).table()).toMatchObject({
      losses: new Float32Array(0),
      starts: new Float64Array(0),
    })
  })
})
