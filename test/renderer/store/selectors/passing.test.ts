import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import { hasPassedAny, passedRivals } from '../../../../renderer/store/selectors/passing'
import { noise } from '../../../helpers/noise'
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
    expect([...passedRivals(historyOf(falling), rivals)]).toEqual([
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
    expect([...passedRivals(history, rivals)]).toEqual([
      ['mean', 6],
      ['persistence', null],
    ])
  })

  it('goes on from what it has seen, and looks anew at other rivals and updates that are made again', () => {
    const rivals = fakeRivals('r', { mean: 0.5 }, { validated: false })
    const history = historyOf(new Array<number>(1000).fill(1))
    expect(passedRivals(history, rivals).get('mean')).toBeNull()
    history.append({ ...fakeBatch(1001, 5), losses: new Float32Array(5).fill(-100) })
    expect(passedRivals(history, rivals).get('mean')).toBe(1001)
    expect(passedRivals(history, fakeRivals('r', { mean: 2 }, { validated: false })).get('mean')).toBe(20)
    expect(passedRivals(history, rivals).get('mean')).toBe(1001)
    history.append({ ...fakeBatch(1, 1005), losses: new Float32Array(1005).fill(3) })
    expect(passedRivals(history, rivals).get('mean')).toBeNull()
  })

  it('has happened, even where all was lost again, until updates are made again', () => {
    const rivals = fakeRivals('r', { mean: 0.5 }, { validated: false })
    const history = historyOf(new Array<number>(20).fill(1))
    expect(hasPassedAny(history, rivals)).toBe(false)
    history.append({ ...fakeBatch(21, 20), losses: new Float32Array(20) })
    expect(hasPassedAny(history, rivals)).toBe(true)
    history.append({ ...fakeBatch(41, 20), losses: new Float32Array(20).fill(1) })
    expect(passedRivals(history, rivals).get('mean')).toBeNull()
    expect(hasPassedAny(history, rivals)).toBe(true)
    history.append({ ...fakeBatch(1, 60), losses: new Float32Array(60).fill(1) })
    expect(hasPassedAny(history, rivals)).toBe(false)
  })

  it('is the same whether a run is looked at with every update or at its end', () => {
    const losses = [...noise(3000, 7)].map((jump, i) => 100 - i / 30 + 8 * jump)
    const rivals = fakeRivals('r', { mean: 80, persistence: 30, linear: 8 }, { validated: false })
    const told = createHistory()
    for (const [index, loss] of losses.entries()) {
      told.append({ ...fakeBatch(index + 1, 1), losses: Float32Array.of(loss) })
      passedRivals(told, rivals)
    }
    const atTheEnd = passedRivals(historyOf(losses), rivals)
    expect([...passedRivals(told, rivals)]).toEqual([...atTheEnd])
    // By hand: the first update from which on the mean of 20 stays below.
    const mean = (end: number) =>
      losses.slice(end - 20, end).reduce((sum, loss) => sum + Math.fround(loss), 0) / 20
    for (const [name, line] of [
      ['mean', 80],
      ['persistence', 30],
      ['linear', 8],
    ] as const) {
      let first = losses.length
      while (first > 20 && mean(first - 1) < line) first -= 1
      expect(atTheEnd.get(name)).toBe(mean(losses.length) < line ? first : null)
    }
  })
})
