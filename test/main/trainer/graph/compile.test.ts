import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Compiled, compile } from '../../../../main/trainer/graph/compile'
import type { TensorTree } from '../../../../main/trainer/graph/recording/tensor-tree'
import { type Scalar, type Tensor, type Tensor1D, tf } from '../../../../main/trainer/tensorflow'
import { contentOf, expectSameNumbers } from './compare'
import { graphCount } from './graph-count'

const vector = (...values: number[]) => tf.tensor1d(values)

/** Compiles on zeros, runs on `args`, and expects what `fn` gives eagerly, to the last bit. */
function expectLikeEager(fn: (...args: Tensor[]) => Tensor[], ...args: Tensor[]) {
  const compiled = compile<Tensor[], Tensor[]>(
    fn,
    args.map((tensor) => tf.zerosLike(tensor)),
  )
  expectSameNumbers(compiled.run(...args), fn(...args))
  compiled.dispose()
}

let before: ReturnType<typeof graphCount>
beforeEach(() => {
  before = graphCount()
  tf.engine().startScope()
})
afterEach(() => {
  tf.engine().endScope()
  // Whatever a test does, everything is given back: tensors on both sides, and sessions.
  expect(graphCount()).toEqual(before)
})

describe('a compiled function', () => {
  it('gives what the function gives', () => {
    const norm = (x: Tensor, y: Tensor) => [tf.sqrt(tf.add(tf.square(x), tf.square(y)))]
    expectLikeEager(norm, vector(3, 5), vector(4, 12))
  })

  it('gives the same with several threads, whose ways meet again and again', () => {
    const meeting = (x: Tensor) => {
      let [left, right] = [x, tf.neg(x)]
      for (let i = 0; i < 20; i += 1) {
        const meet = tf.add(tf.matMul(left, right), i)
        left = tf.tanh(tf.matMul(meet, left))
        right = tf.sin(tf.matMul(right, meet))
      }
      return [left, right]
    }
    const x = tf.tensor2d(
      Array.from({ length: 64 * 64 }, (_, i) => Math.sin(i) / 8),
      [64, 64],
    )
    const compiled = compile<[Tensor], Tensor[]>(meeting, [tf.zerosLike(x)], 'several')
    const expected = meeting(x)
    for (let run = 0; run < 20; run += 1) expectSameNumbers(compiled.run(x), expected)
    compiled.dispose()
  })

  it('takes and gives tensors in lists and records', () => {
    type Pair = { readonly left: Tensor; readonly right: readonly [Tensor, Tensor] }
    const compiled = compile<[Pair, Tensor], { readonly sums: readonly Tensor[]; readonly deep: Pair }>(
      ({ left, right }, last) => ({
        sums: [tf.add(left, last), tf.sub(right[0], right[1])],
        deep: { left: tf.neg(last), right: [tf.neg(left), tf.square(left)] },
      }),
      [{ left: vector(0), right: [vector(0), vector(0)] }, vector(0)],
    )
    const { sums, deep } = compiled.run({ left: vector(1), right: [vector(2), vector(3)] }, vector(4))
    expect([...sums, deep.left, ...deep.right].map((tensor) => tensor.dataSync()[0])).toEqual([
      5, -1, -4, -1, 1,
    ])
    compiled.dispose()
  })

  it('tells arguments by their names, not by their order', () => {
    const compiled = compile<[{ a: Tensor; b: Tensor }], Tensor>(
      ({ a, b }) => tf.sub(a, b),
      [{ a: vector(0), b: vector(0) }],
    )
    expect(compiled.run({ b: vector(1), a: vector(5) }).dataSync()[0]).toBe(4)
    compiled.dispose()
  })

  it('tells arguments apart that were one tensor in the example', () => {
    const one = vector(1)
    const compiled = compile<[Tensor, Tensor], Tensor>((a, b) => tf.sub(a, b), [one, one])
    expect(compiled.run(vector(5), vector(2)).dataSync()[0]).toBe(3)
    compiled.dispose()
  })

  it('passes arguments through, gives a result twice, and gives constants', () => {
    expectLikeEager((x) => [x, x], vector(7))
    expectLikeEager((x) => {
      const y = tf.neg(x)
      return [y, y, tf.clone(y)]
    }, vector(7))
    expectLikeEager((x) => [tf.scalar(3), tf.zeros([2]), tf.tensor1d([1, 2], 'int32'), x], vector(7))
    expectLikeEager(() => [tf.add(1, 2)])
  })

  it('gives results that outlive the arguments they come from', () => {
    const compiled = compile<[Tensor], Tensor>((x) => x, [vector(0)])
    const given = vector(7)
    const result = compiled.run(given)
    given.dispose()
    expect(result.dataSync()[0]).toBe(7)
    compiled.dispose()
  })

  it('takes whole numbers, booleans, scalars and tensors of no size', () => {
    expectLikeEager((i) => [tf.add(i, tf.scalar(2, 'int32'))], tf.tensor1d([1, -3], 'int32'))
    expectLikeEager((b) => [tf.logicalNot(b), tf.cast(b, 'float32')], tf.tensor1d([1, 0], 'bool'))
    expectLikeEager((x) => [tf.mul(x, 3)], tf.scalar(5))
    expectLikeEager((x) => [tf.concat([x, x]), tf.sum(x)], tf.zeros([0, 3]))
  })

  it('keeps constants to the last bit', () => {
    const values = [0.1, -0, Number.NaN, Number.POSITIVE_INFINITY, 1e-45, 3.4e38]
    expectLikeEager((x) => [tf.add(x, tf.tensor1d(values)), tf.tensor1d(values)], tf.zeros([6]))
    const sign = compile<[Tensor], Tensor>((x) => tf.mul(x, tf.scalar(-0)), [vector(1)])
    expect(Object.is(sign.run(vector(1)).dataSync()[0], -0)).toBe(true)
    sign.dispose()
  })

  it('keeps constants as they were when they were used', () => {
    expectLikeEager((x) => {
      const numbers = new Float32Array([1])
      const sum = tf.add(x, tf.tensor1d(numbers))
      numbers[0] = 5
      return [sum]
    }, vector(7))
  })

  it('may read constants that it made itself', () => {
    expectLikeEager((x) => [tf.mul(x, tf.tensor1d([2, 3]).dataSync()[1] as number)], vector(7))
  })

  it('can take gradients', () => {
    const curved = (x: Tensor) => tf.sum(tf.mul(tf.tanh(x), tf.exp(tf.neg(x)))) as Scalar
    expectLikeEager((x) => [tf.grad(curved)(x)], vector(0.3, -0.4))
    expectLikeEager((x) => [tf.grad((y) => tf.grad(curved)(y))(x)], vector(0.3, -0.4))
    expectLikeEager(
      (x, w) => {
        const { value, grads } = tf.valueAndGrads((a, b) =>
          tf.mean(tf.softplus(tf.matMul(a as never, b as never))),
        )([x, w])
        return [value, ...grads]
      },
      tf.tensor2d([1, 2, 3, 4], [2, 2]),
      tf.tensor2d([0.5, -1, 0.25, 2], [2, 2]),
    )
  })

  it.each<[string, (x: Tensor) => Tensor]>([
    ['logSoftmax', (x) => tf.logSoftmax(x)],
    ['relu', (x) => tf.relu(x)],
    ['leakyRelu', (x) => tf.leakyRelu(x)],
    ['selu', (x) => tf.selu(x)],
    ['sigmoid', (x) => tf.sigmoid(x)],
    ['clipByValue', (x) => tf.clipByValue(x, -0.5, 0.5)],
    ['layer norm', (x) => tf.div(tf.sub(x, tf.mean(x)), tf.sqrt(tf.add(tf.moments(x).variance, 1e-5)))],
    [
      'transposes and slices',
      (x) => tf.matMul(tf.transpose(x as never), tf.slice(x as never, [0, 1], [2, 2])),
    ],
    ['stack and unstack', (x) => tf.stack(tf.unstack(x).reverse())],
    ['split and concat', (x) => tf.concat(tf.split(x, 3, 1).reverse(), 1)],
    ['max', (x) => tf.max(x, 1)],
    ['norm', (x) => tf.norm(x)],
    [
      'pad and tile',
      (x) =>
        tf.tile(
          tf.pad(x, [
            [0, 1],
            [0, 0],
          ]),
          [2, 1],
        ),
    ],
    ['gather', (x) => tf.gather(x, tf.tensor1d([1, 0, 1], 'int32'))],
    ['cumsum', (x) => tf.cumsum(x, 1)],
    ['expandDims', (x) => tf.squeeze(tf.expandDims(x, 1), [1])],
  ])('can take the gradient of %s', (_, fn) => {
    const x = tf.tensor2d([0.3, -0.7, 1.2, -0.1, 0.9, 0.4], [2, 3])
    expectLikeEager((given) => [fn(given), tf.grad((y) => tf.sum(tf.square(fn(y))))(given)], x)
  })

  it('does not reorder what rounds', () => {
    expectLikeEager((x) => [tf.sub(tf.add(x, 1e8), 1e8)], vector(0.3, 3, 5))
    expectLikeEager(
      (x) => [tf.mul(tf.mul(x, 1e30), 1e30), tf.div(tf.mul(x, 1e-30), 1e-30)],
      vector(1e-20, 1e-12),
    )
    expectLikeEager(
      (x, y) => [tf.add(tf.mul(x, 3), tf.mul(y, 3)), tf.div(x, tf.sqrt(y))],
      vector(0.1, 0.7),
      vector(0.2, 0.3),
    )
    expectLikeEager(
      (x) => [tf.div(x, 3), tf.pow(x, 2), tf.pow(x, 3), tf.pow(x, 0.5), tf.log(tf.add(x, 1))],
      vector(0.1, 1e-7, 0.7),
    )
    expectLikeEager(
      (x, y) => [tf.add(tf.add(x, y), tf.add(y, tf.add(x, y)))],
      vector(0.1, 1e7),
      vector(0.2, 1e-3),
    )
  })

  it('carries a state through many runs', () => {
    type State = { readonly mean: Tensor1D; readonly count: Scalar }
    const next = ({ mean, count }: State, x: Tensor): State => {
      const more = tf.add<Scalar>(count, 1)
      return { count: more, mean: tf.add<Tensor1D>(mean, tf.div(tf.sub(x, mean), more)) }
    }
    const compiled = compile(next, [{ mean: tf.tensor1d([0]), count: tf.scalar(0) }, vector(0)])
    const runs = (fn: typeof next) => {
      let state: State = { mean: tf.tensor1d([0]), count: tf.scalar(0) }
      const held = graphCount()
      for (let i = 0; i < 500; i += 1) {
        const x = vector(Math.sin(i))
        const later = fn(state, x)
        tf.dispose([x, state])
        state = later
      }
      tf.dispose(contentOf(state.mean))
      expect(graphCount().tensors).toBe(held.tensors)
      return contentOf(state.mean)
    }
    expect(runs(compiled.run)).toEqual(runs((state, x) => tf.tidy(() => next(state, x))))
    compiled.dispose()
  })

  it('gives its results to the tidy around the call', () => {
    const compiled = compile<[Tensor], Tensor[]>((x) => [tf.neg(x), x], [vector(0)])
    const x = vector(1)
    compiled.run(x).map((tensor) => tensor.dispose())
    const held = graphCount()
    tf.tidy(() => {
      compiled.run(x)
    })
    expect(graphCount()).toEqual(held)
    compiled.dispose()
  })

  it('can be disposed of twice, and then not be run', () => {
    const compiled = compile<[Tensor], Tensor>((x) => tf.neg(x), [vector(0)])
    compiled.dispose()
    compiled.dispose()
    expect(() => compiled.run(vector(0))).toThrow('disposed of; compile it again')
  })
})

describe('arguments that do not fit', () => {
  let compiled: Compiled<[{ readonly x: Tensor }, readonly TensorTree[]], Tensor>
  beforeEach(() => {
    compiled = compile<[{ readonly x: Tensor }, readonly TensorTree[]], Tensor>(
      ({ x }, [y]) => tf.add(x, y as Tensor),
      [{ x: vector(0, 0) }, [vector(0, 0)]],
    )
  })
  afterEach(() => compiled.dispose())

  it.each<[string, () => Parameters<typeof compiled.run>, string]>([
    [
      'shape',
      () => [{ x: vector(1) }, [vector(1, 2)]],
      'float32 [2] as tensor 0 of its arguments, but was given float32 [1]',
    ],
    ['type', () => [{ x: vector(1, 2) }, [tf.tensor1d([1, 2], 'int32')]], 'but was given int32 [2]'],
    [
      'names',
      () => [{ z: vector(1, 2) } as never, [vector(1, 2)]],
      'arguments.0 should be a record of x, but is a record of z',
    ],
    [
      'number',
      () => [{ x: vector(1, 2) }, [vector(1, 2), vector(1, 2)]],
      'arguments.1 should be a list of 1, but is a list of 2',
    ],
    ['no tensor', () => [{ x: 3 as never }, [vector(1, 2)]], 'arguments.0.x should be a tensor, but is 3'],
  ])('are refused by their %s', (_, args, message) => {
    expect(() => compiled.run(...args())).toThrow(message)
  })

  it('are refused when disposed of, and inside of a gradient', () => {
    const gone = vector(1, 2)
    gone.dispose()
    expect(() => compiled.run({ x: gone }, [vector(1, 2)])).toThrow(
      'Tensor 0 of the arguments has been disposed of',
    )
    expect(() => tf.grad((x) => compiled.run({ x }, [x]))(vector(1, 2))).toThrow('has no gradient')
  })
})
