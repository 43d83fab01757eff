import { describe, expect, it } from 'vitest'
import { compile } from '../../../../main/trainer/graph/compile'
import { withoutDeadNodes } from '../../../../main/trainer/graph/dead-nodes'
import { folded } from '../../../../main/trainer/graph/folded'
import { withoutRepetition } from '../../../../main/trainer/graph/lean'
import { record } from '../../../../main/trainer/graph/recording/record'
import type { TensorTree } from '../../../../main/trainer/graph/recording/tensor-tree'
import { atOnce } from '../../../../main/trainer/pieces'
import { repeated } from '../../../../main/trainer/repeated'
import { type Tensor, tf } from '../../../../main/trainer/tensorflow'
import { expectSameNumbers } from './compare'

type OfTwo = (x: Tensor, y: Tensor) => Tensor[]

const EXAMPLE = () => [tf.tensor1d([0.1, -0.7]), tf.tensor1d([1.5, 0.3])] as const

/** Ops of the main function and of those that it calls, and that the numbers are the same. */
function foldedOf(fn: OfTwo) {
  return tf.tidy(() => {
    const [x, y] = EXAMPLE()
    const recording = record(([a, b]) => fn(a as Tensor, b as Tensor), [x, y])
    const { main, functions } = folded(withoutDeadNodes(atOnce(withoutRepetition(recording))))
    for (const threads of ['one', 'several'] as const) {
      const compiled = compile<[Tensor, Tensor], TensorTree>(fn, [x, y], threads)
      expectSameNumbers(compiled.run(y, x) as Tensor[], fn(y, x))
      compiled.dispose()
    }
    return {
      main: main.nodes.map(({ op }) => op),
      nodes: [...functions.values()].map(({ nodes }) => nodes.length),
      inputs: [...functions.values()].map(({ inputs }) => inputs.length),
      outputs: [...functions.values()].map(({ outputs }) => outputs.length),
    }
  })
}

/** So many calls on one tensor after another. */
function long(x: Tensor, calls: number): Tensor {
  let made = x
  for (let call = 0; call < calls; call += 1) made = call % 2 === 0 ? tf.tanh(made) : tf.add(made, 0.1)
  return made
}

describe('a folded recording', () => {
  it('is as it was where TensorFlow has one or two threads between ops: calls would wait for ever', () => {
    tf.tidy(() => {
      const part = repeated((x: Tensor) => long(x, 450))
      const [x, y] = EXAMPLE()
      const recording = record(([a, b]) => [part(a as Tensor), part(b as Tensor)], [x, y])
      expect(folded(recording, 3).functions.size).toBe(1)
      for (const threads of [1, 2]) {
        const { main, functions } = folded(recording, threads)
        expect([main, functions.size]).toEqual([recording, 0])
      }
    })
  })

  it('calls one function for parts that are equal, several at once where they are short', () => {
    const chain: OfTwo = (x, y) => {
      const part = repeated((state: Tensor, row: Tensor) => {
        const next = tf.mul(long(state, 99), row)
        return { next, sum: tf.sum(next) }
      })
      const sums: Tensor[] = []
      let state = x
      for (let i = 0; i < 9; i += 1) {
        const made = part(state, tf.square(y))
        sums.push(made.sum)
        state = made.next
      }
      return [state, ...sums]
    }
    // Two calls of four of them, and what is left.
    const { main, ...functions } = foldedOf(chain)
    expect(main.filter((op) => op === 'repeated0')).toHaveLength(2)
    expect(main).toHaveLength(1 + 2 + 101)
    expect(functions).toEqual({ nodes: [4 * 101], inputs: [2], outputs: [4 + 1] })
  })

  it('calls no function for what is short, is there once, or differs', () => {
    const few: OfTwo = (x, y) => {
      const part = repeated((a: Tensor) => long(a, 99))
      return [part(x), part(y)]
    }
    const once: OfTwo = (x) => [repeated((a: Tensor) => long(a, 900))(x)]
    const different: OfTwo = (x, y) => [
      repeated((a: Tensor) => long(a, 900))(x),
      repeated((a: Tensor) => long(tf.neg(a), 900))(y),
    ]
    for (const fn of [few, once, different]) expect(foldedOf(fn).nodes).toEqual([])
  })

  it('has a function for each kind of part, and gives out of it what any of them is asked for', () => {
    const kinds: OfTwo = (x, y) => {
      const [one, two] = [0.5, 3].map((factor) =>
        repeated((a: Tensor) => {
          const half = long(a, 300)
          return [half, tf.mul(long(half, 300), factor)] as const
        }),
      )
      if (!one || !two) throw new Error('two parts')
      const [first, second] = one(x)
      const [, third] = one(y)
      const [between, negative] = [tf.add(second, third), tf.neg(third)]
      return [first, two(between)[1], two(negative)[1]]
    }
    const { nodes, inputs, outputs } = foldedOf(kinds)
    expect([nodes, inputs, outputs]).toEqual([
      [601, 601],
      [1, 1],
      [2, 1],
    ])
  })
})
