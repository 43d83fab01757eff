import { describe, expect, it } from 'vitest'
import { compile } from '../../../../../main/trainer/graph/compile'
import type { TensorTree } from '../../../../../main/trainer/graph/recording/tensor-tree'
import { repeated } from '../../../../../main/trainer/repeated'
import { type Tensor, tf } from '../../../../../main/trainer/tensorflow'
import { expectSameNumbers } from '../compare'
import { graphCount } from '../graph-count'

const VECTOR = [0.1, -0.7, 1.3]

/** Compares a function with its recording, and tells how often it ran its part for that. */
function runsWhileRecorded(
  make: (counted: () => void) => (x: Tensor, y: Tensor) => readonly Tensor[],
): number {
  const before = graphCount()
  let [runs, isRecording] = [0, false]
  tf.tidy(() => {
    const fn = make(() => {
      if (isRecording) runs += 1
    })
    const [x, y, other] = [tf.tensor1d(VECTOR), tf.tensor1d([2, 0.3, -1]), tf.tensor1d([5, 7, 0.2])]
    isRecording = true
    const compiled = compile<[Tensor, Tensor], TensorTree>((a, b) => [...fn(a, b)], [x, y], 'one', 'known')
    isRecording = false
    expectSameNumbers(compiled.run(x, y) as Tensor[], fn(x, y))
    expectSameNumbers(compiled.run(other, x) as Tensor[], fn(other, x))
    compiled.dispose()
  })
  expect(graphCount()).toEqual(before)
  return runs
}

describe('a part that is repeated', () => {
  it('is run once for all that it is given, and takes what is not given from where it did', () => {
    const runs = runsWhileRecorded((counted) => (x, y) => {
      const twice = tf.mul(y, 2)
      const step = repeated((state: Tensor, row: Tensor) => {
        counted()
        const next = tf.tanh(tf.add(tf.mul(state, twice), row))
        return { next, square: tf.square(next) }
      })
      const made: Tensor[] = []
      let state = x
      for (const row of tf.unstack(tf.stack([x, y, twice, tf.neg(y)]))) {
        const { next, square } = step(state, row)
        made.push(square)
        state = next
      }
      return [state, ...made]
    })
    expect(runs).toBe(1)
  })

  it('is run for each of the shapes and types that it is given', () => {
    const runs = runsWhileRecorded((counted) => (x, y) => {
      const part = repeated((a: Tensor) => {
        counted()
        return tf.sum(tf.square(a), 0, true)
      })
      return [x, y, tf.stack([x, y]), tf.stack([y, x]), tf.cast(x, 'int32')].map((a) => part(a))
    })
    expect(runs).toBe(3)
  })

  it('is run again where it could not be told what of it changes', () => {
    const passesOn = runsWhileRecorded((counted) => (x, y) => {
      const part = repeated((a: Tensor) => {
        counted()
        return [tf.neg(a), a]
      })
      return [...part(x), ...part(y)]
    })
    expect(passesOn).toBe(2)
    const same = runsWhileRecorded((counted) => (x, y) => {
      const part = repeated((a: Tensor, b: Tensor) => {
        counted()
        return tf.sub(a, tf.mul(b, 2))
      })
      return [part(x, x), part(x, y), part(y, x)]
    })
    expect(same).toBe(2)
  })

  it('may have such parts itself', () => {
    const runs = runsWhileRecorded((counted) => (x, y) => {
      const outer = repeated((a: Tensor, b: Tensor) => {
        const inner = repeated((c: Tensor) => {
          counted()
          return tf.add(tf.mul(c, b), 1)
        })
        return inner(inner(inner(a)))
      })
      return [outer(outer(outer(x, y), tf.neg(y)), tf.square(x))]
    })
    expect(runs).toBe(1)
  })

  it('has whole numbers of its own, that go on being computed with', () => {
    runsWhileRecorded(() => (x, y) => {
      const part = repeated((a: Tensor) => tf.argMax(a))
      return [part(x), part(y), part(tf.neg(x))].map((place) =>
        tf.oneHot(tf.mul(place, tf.scalar(1, 'int32')), 3),
      )
    })
  })
})
