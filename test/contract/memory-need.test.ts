import { memoryConcern, memoryNeed } from '@contract/run/memory-need'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { describeNetwork } from '../../main/trainer/network/shape/describe-network'
import { networkOf } from '../../main/trainer/network/shape/network-of'
import { saying } from '../helpers/saying'

const needOf = (change: Partial<Settings>) => {
  const config = withSettings(LESSON, change)
  return memoryNeed(describeNetwork(networkOf(config)).parameterCount, config)
}

describe('the memory that a network needs', () => {
  // Peaks of resident memory, measured by GNU time over seven updates of `npm run train`.
  it.each<[measured: number, Partial<Settings>]>([
    [0.433e9, {}],
    [0.701e9, { cell: 'lstm', hiddenUnits: 512 }],
    [0.509e9, { cell: 'lstm', hiddenUnits: 128, layers: 2, points: 100 }],
    [1.296e9, { cell: 'lstm', hiddenUnits: 128, layers: 4, points: 200, batch: 64 }],
    [2.306e9, { cell: 'lstm', hiddenUnits: 256, layers: 4, points: 200, batch: 64 }],
    [2.603e9, { hiddenUnits: 512, layers: 4, points: 200, batch: 64 }],
    [0.492e9, { cell: 'gru', hiddenUnits: 128, layers: 2, points: 100 }],
    [0.944e9, { cell: 'gru', hiddenUnits: 256, layers: 2, points: 200, batch: 32 }],
    [1.284e9, { cell: 'gru', hiddenUnits: 128, layers: 4, points: 200, batch: 64 }],
    [2.233e9, { cell: 'gru', hiddenUnits: 256, layers: 4, points: 200, batch: 64 }],
    [1.852e9, { cell: 'lstm', hiddenUnits: 512, layers: 4 }],
    [1.052e9, { cell: 'lstm', hiddenUnits: 512, points: 100, batch: 64 }],
  ])('is near the %d bytes that were measured at %o', (measured, change) => {
    expect(needOf(change) / measured).toBeGreaterThan(0.95)
    expect(needOf(change) / measured).toBeLessThan(1.25)
  })

  it('is rather said too high than too low of the largest network', () => {
    const largest = needOf({ cell: 'lstm', hiddenUnits: 512, layers: 4, points: 200, batch: 64 })
    expect(largest / 3.489e9).toBeGreaterThan(1)
    expect(largest / 3.489e9).toBeLessThan(1.4)
  })

  it('is told only when there is less', () => {
    const largest = needOf({ cell: 'lstm', hiddenUnits: 512, layers: 4, points: 200, batch: 64 })
    expect(memoryConcern(largest, 23e9)).toBeNull()
    expect(memoryConcern(largest, 3e9)).toEqual(
      saying(expect.stringMatching(/needs about 4\.\d GB of memory to train, but 3\.0 GB are free/)),
    )
    expect(memoryConcern(needOf({}), 0.1e9)).toBeNull()
  })
})
