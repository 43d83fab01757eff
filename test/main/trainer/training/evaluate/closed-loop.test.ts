import { describe, expect, it } from 'vitest'
import { tf } from '../../../../../main/trainer/tensorflow'
import { runLoops } from '../../../../../main/trainer/training/evaluate/closed-loop'
import { distance, networkFor, preparedFor, REFERENCE } from './evaluate-reference'

const { steps, window } = REFERENCE
/** Input a is output 1, input b is output 0. */
const FEEDS = [1, 0]

function looped(
  horizon: number,
  { plan, parameters }: ReturnType<typeof networkFor>,
  origins: readonly { row: number; warmUp: number }[],
  ahead = steps,
) {
  const loops = runLoops(
    { plan, series: preparedFor(horizon), feeds: FEEDS, steps: ahead },
    parameters,
    origins,
  )
  for (;;) {
    const next = loops.next()
    if (next.done) return next.value
  }
}

describe('a closed loop', () => {
  const cases = REFERENCE.networks.flatMap(({ cell, layers, loops }) =>
    loops.map((loop) => ({ cell, layers, ...loop })),
  )
  it.each(cases)(
    'is fed with what it said, as in PyTorch: $cell, $layers layers, horizon $horizon from row $origin',
    ({ cell, layers, horizon, origin, closed, forced }) => {
      const network = networkFor(cell, layers)
      const before = tf.memory().numTensors
      const alone = looped(horizon, network, [{ row: origin, warmUp: window }])
      expect(distance(alone.closed, closed)).toBeLessThan(1e-5)
      expect(distance(alone.forced, forced)).toBeLessThan(1e-5)
      // Beside others that begin earlier and later, it says the same.
      const others = [
        { row: 30, warmUp: 3 },
        { row: origin, warmUp: window },
        { row: 50, warmUp: 40 },
      ]
      const size = steps * 3
      const { closed: beside } = looped(horizon, network, others)
      expect(distance(beside.slice(size, 2 * size), closed)).toBeLessThan(1e-5)
      expect(tf.memory().numTensors).toBe(before)
    },
  )

  it('is shown what was up to the first row that is not known', () => {
    const { closed, forced } = looped(3, networkFor('gru', 1), [{ row: 84, warmUp: 8 }])
    expect([...closed].some(Number.isNaN)).toBe(false)
    // Rows 85-89 are known: with horizon 3 they speak of rows up to 92, which are eight ahead.
    expect(forced.findIndex(Number.isNaN)).toBe(8 * 3)
    expect([...forced.slice(8 * 3)].every(Number.isNaN)).toBe(true)
  })

  it('goes beyond the end of the series', () => {
    const { closed, forced } = looped(1, networkFor('rnn-tanh', 1), [{ row: 119, warmUp: 8 }], 70)
    expect([...closed].some(Number.isNaN)).toBe(false)
    expect(forced.findIndex(Number.isNaN)).toBe(3)
  })

  it('says what it was shown alone where it looks no further than its horizon', () => {
    const { closed, forced } = looped(3, networkFor('lstm', 1), [{ row: 40, warmUp: 8 }], 2)
    const [loop] = REFERENCE.networks[3]?.loops.filter(({ horizon }) => horizon === 3) ?? []
    expect(distance(closed, loop?.closed.slice(0, 6) ?? [])).toBeLessThan(1e-5)
    expect(distance(forced, loop?.closed.slice(0, 6) ?? [])).toBeLessThan(1e-5)
  })
})
