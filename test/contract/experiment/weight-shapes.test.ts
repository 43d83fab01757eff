import { weightShapes } from '@contract/experiment/weight-shapes'
import { CHOICES } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import type { CellName } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { describeNetwork } from '../../../main/trainer/network/shape/describe-network'
import { networkOf } from '../../../main/trainer/network/shape/network-of'

describe('the shapes of the weights of some settings', () => {
  it.each(Object.keys(CHOICES.cell.values) as CellName[])('are those that the trainer makes: %s', (cell) => {
    for (const layers of [1, 3])
      for (const family of ['pytorch', 'tensorflow'] as const) {
        const config = withSettings(LESSON, { cell, layers, family, hiddenUnits: 7 })
        const { parameters } = describeNetwork(networkOf(config))
        expect(weightShapes(config)).toEqual(parameters.map(({ shape }) => shape))
      }
  })
})
