import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import { createHistoryProbe } from '../../../../renderer/store/curves/history-probe'
import { fakeBatch, timesOf } from '../../helpers/fake-batch'

const short = {
  config: withSettings(LESSON, { learningRate: 0.1, points: 3, hiddenUnits: 4 }),
}

describe('history', () => {
  it('keeps batches one after the other', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 2))
    history.append(fakeBatch(3, 1))
    expect([history.updates, history.firstUpdate, history.lastUpdate, history.points]).toEqual([3, 1, 3, 30])
    expect([...history.window(3).times]).toEqual(timesOf(fakeBatch(3, 1)))
  })

  it('knows the window of every update also when windows have different lengths', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 2, short))
    history.append(fakeBatch(3, 1))
    expect(history.range(2)).toEqual({ from: 3, to: 6 })
    expect(history.range(3)).toEqual({ from: 6, to: 16 })
    expect([0, 2, 3, 5, 6, 15].map(history.updateAt)).toEqual([1, 1, 2, 2, 3, 3])
  })

  it('goes back to where a revived trainer begins again', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 5))
    const again = fakeBatch(4, 1, short)
    history.append(again)
    expect([history.updates, history.lastUpdate, history.points]).toEqual([4, 4, 33])
    expect([...history.window(4).predictions]).toEqual([...again.predictions])
    expect(history.window(5).times).toHaveLength(0)
  })

  it('begins anew when what comes again begins before all it has', () => {
    const history = createHistory()
    history.append(fakeBatch(5, 2))
    history.append(fakeBatch(3, 1))
    expect([history.firstUpdate, history.lastUpdate, history.points]).toEqual([3, 3, 10])
  })

  it('begins with any update when it is empty: a page may be opened late', () => {
    const history = createHistory()
    history.append(fakeBatch(38, 2))
    expect([history.firstUpdate, history.lastUpdate]).toEqual([38, 39])
    expect([...history.window(39).times]).toEqual(timesOf(fakeBatch(39, 1)))
  })

  it('begins anew after a gap, since curves have no holes', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 2))
    history.append(fakeBatch(4, 2))
    expect([history.firstUpdate, history.updates]).toEqual([4, 2])
    expect(history.window(4).predictions).toEqual(fakeBatch(4, 1).predictions)
    expect(history.window(1).predictions).toHaveLength(0)
    expect(history.updates).toBe(2)
  })

  it('loses nothing while it grows', () => {
    const history = createHistory()
    const losses: number[] = []
    for (let update = 1; update <= 3000; update += 7) {
      const batch = fakeBatch(update, 7, short)
      losses.push(...batch.losses)
      history.append(batch)
    }
    expect(Array.from(createHistoryProbe(history).losses())).toEqual(losses)
    expect([...history.window(1).targets]).toEqual([...fakeBatch(1, 1, short).targets])
  })

  it('changes its revision with every change', () => {
    const history = createHistory()
    const seen = [history.revision]
    history.append(fakeBatch(1, 1))
    seen.push(history.revision)
    history.clear()
    seen.push(history.revision)
    expect(new Set(seen).size).toBe(3)
  })

  it('is empty after it was cleared, and takes another run', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 3))
    history.clear()
    expect([history.updates, history.lastUpdate, history.points]).toEqual([0, 0, 0])
    history.append(fakeBatch(1, 1, short))
    expect(history.points).toBe(3)
  })

  it('finds the extremes of what took the place of other values', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 200))
    history.predictions.extrema.within(0, history.points)
    const spike = fakeBatch(11, 200)
    spike.predictions[700] = 99
    history.append(spike)
    expect(history.predictions.extrema.within(0, history.points).greatest).toBe(100 + 700)
  })
})

describe('the probe', () => {
  it('gives copies: nobody can change the curves through it', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 1))
    const probe = createHistoryProbe(history)
    probe.losses().fill(7)
    for (const copy of Object.values(probe.window(1))) copy.fill(7)
    const { losses, inputs, targets, predictions } = fakeBatch(1, 1)
    const times = Float64Array.from(timesOf(fakeBatch(1, 1)))
    expect(probe.losses()).toEqual(losses)
    expect(probe.window(1)).toEqual({ times, inputs, targets, predictions })
    expect(Object.isFrozen(probe)).toBe(true)
  })

  it('counts the updates, and knows nothing of others', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 4))
    const probe = createHistoryProbe(history)
    expect(probe.updates()).toBe(4)
    expect(probe.window(5).times).toHaveLength(0)
    expect(probe.window(0).times).toHaveLength(0)
  })
})
