import { judgedPart } from '@contract/run/pausing/judged'
import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import { recentLoss, standingOf } from '../../../../renderer/store/selectors/standing'
import { fakeBatch } from '../../helpers/fake-batch'
import { fakeRivals, fakeScores } from '../../helpers/fake-scores'

const ALL = { mean: 1, persistence: 0.5, 'seasonal-naive': 2, linear: 0.25 }

describe('how a network stands', () => {
  it('is told by the best rival, and which of the others are worse than it', () => {
    const standing = standingOf(fakeRivals('r', ALL), fakeScores('r', 0.75), null)
    expect(standing).toEqual({
      part: 'validation',
      best: { name: 'linear', mse: 0.25 },
      exact: [],
      beaten: ['seasonal-naive', 'mean'],
      unbeaten: ['persistence', 'linear'],
      loss: 0.75,
      skill: -2,
    })
  })

  it('is 1 − the network’s error / the rival’s', () => {
    expect(standingOf(fakeRivals('r', ALL), fakeScores('r', 0.1), null).skill).toBeCloseTo(0.6, 12)
    expect(standingOf(fakeRivals('r', ALL), fakeScores('r', 0.25), null).skill).toBe(0)
  })

  it('leaves out a rival that is right but for rounding, which nobody can beat', () => {
    const exact = standingOf(fakeRivals('r', { mean: 0.5, linear: 1e-15 }, { validated: false }), null, 0.125)
    expect(exact).toMatchObject({
      ...{ part: 'train', best: { name: 'mean', mse: 0.5 }, exact: ['linear'] },
      ...{ beaten: ['mean'], unbeaten: [], skill: 0.75 },
    })
    // An error of 10⁻⁵ of the spread is no rounding.
    expect(standingOf(fakeRivals('r', { mean: 1, linear: 1e-10 }), null, 1).exact).toEqual([])
    // A target that never changes is known to its mean.
    expect(standingOf(fakeRivals('r', { mean: 0 }), null, 1)).toMatchObject({ best: null, exact: ['mean'] })
  })

  it('is unknown without rivals or before the network is judged', () => {
    expect(standingOf(fakeRivals('r', {}), fakeScores('r', 1), null)).toMatchObject({
      best: null,
      skill: null,
    })
    expect(standingOf(fakeRivals('r', ALL), null, null)).toMatchObject({
      loss: null,
      skill: null,
      beaten: [],
    })
  })

  it('is judged on the training part where there is no validation part', () => {
    expect(judgedPart(fakeRivals('r', ALL))).toBe('validation')
    expect(judgedPart(fakeRivals('r', ALL, { validated: false }))).toBe('train')
  })
})

describe('the recent loss', () => {
  it('is the mean over the last 20 updates', () => {
    const history = createHistory()
    expect(recentLoss(history)).toBeNull()
    const losses = Float32Array.from({ length: 30 }, (_, i) => i)
    history.append({ ...fakeBatch(1, 30), losses })
    // Of 10 to 29.
    expect(recentLoss(history)).toBe(19.5)
  })
})
