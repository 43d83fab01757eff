import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import { passedRivals } from '../../../../renderer/store/selectors/passing'
import { fakeBatch } from '../../helpers/fake-batch'
import { fakeRivals } from '../../helpers/fake-scores'

function historyOf(losses: readonly number[], validationLosses?: readonly number[]) {
  const history = createHistory()
  history.append({
    ...fakeBatch(1, losses.length),
    losses: Float32Array.from(losses),
    ...(validationLosses && { validationLosses: Float32Array.from(validationLosses) }),
  })
  return history
}

const falling = Array.from({ length: 100 }, (_, i) => 100 - i)

describe('where rivals are passed', () => {
  it('is where the mean of 20 losses falls below, without a validation part', () => {
    const rivals = fakeRivals('r', { mean: 80, persistence: 5, linear: 0 }, { validated: false })
    // The mean over updates u − 19 to u is 110.5 − u: below 80 from update 31 on, never below 5.
    expect([...passedRivals(historyOf(falling), rivals, false)]).toEqual([
      ['mean', 31],
      ['persistence', null],
    ])
  })

  it('is where the validation loss falls below for good, where there is any', () => {
    const { NaN: none } = Number
    const validation = [none, 9, none, 6, none, 3, none, 3, none, 4]
    const history = historyOf(falling.slice(0, 10), validation)
    // Below 5 since update 6, below 3.5 no longer.
    const rivals = fakeRivals('r', { mean: 5, persistence: 3.5 })
    expect([...passedRivals(history, rivals, false)]).toEqual([
      ['mean', 6],
      ['persistence', null],
    ])
  })

  it('may be late in training, and is not at a rest', () => {
    const rivals = fakeRivals('r', { mean: 0.5 }, { validated: false })
    const history = historyOf(new Array<number>(1000).fill(1))
    expect(passedRivals(history, rivals, true).get('mean')).toBeNull()
    history.append({ ...fakeBatch(1001, 5), losses: new Float32Array(5).fill(-100) })
    expect(passedRivals(history, rivals, true).get('mean')).toBeNull()
    expect(passedRivals(history, rivals, false).get('mean')).toBe(1001)
    // Other rivals, and updates that are made again, are looked at anew.
    expect(passedRivals(history, fakeRivals('r', { mean: 2 }, { validated: false }), true).get('mean')).toBe(
      20,
    )
    history.append({ ...fakeBatch(1, 20), losses: new Float32Array(20).fill(3) })
    expect(passedRivals(history, rivals, true).get('mean')).toBeNull()
  })
})
