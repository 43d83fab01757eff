import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import { createValidationLosses } from '../../../../renderer/store/curves/validation'
import { fakeBatch } from '../../helpers/fake-batch'

const { NaN: NONE } = Number

function known({ updates, losses }: ReturnType<typeof createHistory>['validation']) {
  return Array.from({ length: updates.length }, (_, i) => [updates.data[i], losses.values.data[i]])
}

describe('validation losses', () => {
  it('are kept with the updates that they are of, and nothing in between', () => {
    const losses = createValidationLosses()
    losses.append(1, Float32Array.of(NONE, 0.5, NONE))
    losses.append(4, Float32Array.of(0.25, NONE, 0.75))
    expect(known(losses)).toEqual([
      [2, 0.5],
      [4, 0.25],
      [6, 0.75],
    ])
    expect([losses.losses.extrema.within(0, 3).least, losses.losses.extrema.within(0, 3).greatest]).toEqual([
      1, 2,
    ])
  })

  it('are the last known at an update', () => {
    const losses = createValidationLosses()
    losses.append(1, Float32Array.of(NONE, 0.5, NONE, 0.25))
    expect([1, 2, 3, 4, 9].map((update) => losses.at(update)?.update ?? null)).toEqual([null, 2, 2, 4, 4])
    expect(losses.at(3)?.loss).toBe(0.5)
  })

  it('go with updates that are made again', () => {
    const history = createHistory()
    const batch = (first: number, losses: number[]) => ({
      ...fakeBatch(first, losses.length),
      validationLosses: Float32Array.from(losses),
    })
    history.append(batch(1, [1, NONE, 3, 4]))
    // A revived trainer makes update 3 on again.
    history.append(batch(3, [NONE, 8]))
    expect(known(history.validation)).toEqual([
      [1, 1],
      [4, 8],
    ])
    history.begin(history.facts)
    expect(history.validation.updates.length).toBe(0)
  })
})
