import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compile } from '../../../../main/trainer/graph/compile'
import { nativeBackend, withNativeStandIns } from '../../../../main/trainer/graph/native/native-binding'
import type { TensorTree } from '../../../../main/trainer/graph/recording/tensor-tree'
import { type Scalar, type Tensor, type Tensor1D, tf } from '../../../../main/trainer/tensorflow'
import { graphCount } from './graph-count'

type Binding = { readonly binding: object; readonly write: unknown; readonly readSync: unknown }
type Refused = readonly [what: string, fn: (x: Tensor) => unknown, message: string]

const backend = () => tf.backend() as unknown as Binding
const outside = { uploaded: tf.scalar(3), waiting: tf.scalar(4), variable: tf.variable(tf.scalar(5)) }
tf.neg(outside.uploaded).dispose()

const swallowed = (action: () => unknown) => {
  try {
    action()
  } catch {
    // What is tested: that catching a refusal does not help.
  }
}

const REFUSED: readonly Refused[] = [
  [
    'a value read back',
    (x) => tf.mul(x, tf.square(x).dataSync()[0] as number),
    'reads the result of Square back',
  ],
  [
    'an argument read back',
    (x) => tf.mul(x, (x.arraySync() as number[])[0] as number),
    'reads a tensor back',
  ],
  [
    'a value read back in a gradient',
    (x) => tf.grad((y) => tf.mul(tf.tanh(y), tf.tanh(y).dataSync()[0] as number))(x),
    'reads the result of Tanh back',
  ],
  [
    'a value read back, and the refusal caught',
    (x) => {
      swallowed(() => x.dataSync())
      return tf.neg(x)
    },
    'reads a tensor back',
  ],
  [
    'a value read back in time, with nobody waiting for it',
    (x) => {
      void tf.neg(x).data()
      return tf.neg(x)
    },
    'reads the result of Neg back',
  ],
  [
    'a value read back from outside',
    (x) => tf.mul(x, outside.waiting.dataSync()[0] as number),
    'reads a tensor',
  ],
  [
    'indices that are an argument',
    (x) => tf.gather(tf.tensor1d([1, 2]), tf.cast(x, 'int32')),
    'result of Cast',
  ],
  ['a tensor from outside', (x) => tf.mul(x, outside.uploaded), 'The op Mul uses a tensor from outside'],
  [
    'a tensor from outside that is not native yet',
    (x) => tf.sub(x, outside.waiting),
    'The op Sub uses a tensor',
  ],
  [
    'a copy of a tensor from outside',
    (x) => tf.add(x, tf.clone(outside.waiting)),
    'The op Add uses a tensor',
  ],
  ['a tensor from outside as result', () => outside.uploaded, 'The result uses a tensor from outside'],
  ['a variable', (x) => tf.mul(x, outside.variable), 'The op Mul uses a tensor from outside'],
  [
    'an assignment',
    (x) => {
      outside.variable.assign(x as Scalar)
      return x
    },
    'makes or assigns a tf.Variable',
  ],
  ['a new variable', (x) => tf.neg(tf.variable(tf.neg(x))), 'makes or assigns a tf.Variable'],
  [
    'an optimiser of tfjs',
    (x) => tf.train.sgd(0.1).minimize(() => tf.sum(tf.mul(x, outside.variable)), true) as Tensor,
    'The op Mul uses a tensor from outside',
  ],
  [
    'native random numbers',
    (x) => tf.multinomial(tf.stack([x, x]) as Tensor1D, 2, 1),
    'The op Multinomial is not known',
  ],
  ['random numbers', (x) => tf.add(x, tf.randomUniform([1])), 'it did not do the same'],
  ['a drop-out without seed', (x) => tf.dropout(tf.tile(x, [64]), 0.5), 'it did not do the same'],
  ['an op with a shape that depends on values', (x) => tf.unique(x).values, 'The op UniqueV2 is not known'],
  ['an op that was not tried', (x) => tf.linspace(0, 1, 3).add(x), 'The op LinSpace is not known'],
  ['complex numbers', (x) => tf.real(tf.complex(x, x)), 'The op Complex is not known'],
  ['a string', () => tf.scalar('word'), 'The result'],
  ['no result', () => [], 'it gives no tensor back'],
  ['a number as result', () => 3, 'result is 3; only tensors'],
  ['nothing as result', () => undefined, 'result is undefined; only tensors'],
  ['nothing inside of the result', (x) => ({ x, y: null }), 'result.y is null; only tensors'],
  ['an object with a class as result', () => [new Date(0)], 'result[0] is a Date; only tensors'],
  ['an asynchronous function', async (x) => tf.neg(x), 'An asynchronous function cannot be compiled'],
  ['a promise', (x) => Promise.reject(new Error('late')).then(() => x), 'An asynchronous function'],
  ['what throws', () => tf.matMul(tf.ones([2, 3]), tf.ones([2, 3])), 'Matrix size-incompatible'],
  [
    'what throws in a gradient',
    (x) =>
      tf.grad((y) => {
        const z = tf.exp(tf.tanh(y))
        throw new Error(`after ${z.shape}`)
      })(x),
    'after 1',
  ],
  ['another compilation', (x) => compile<[Tensor], Tensor>((y) => tf.neg(y), [x]).run(x), 'neither inside'],
]

describe('what cannot be compiled', () => {
  let before: ReturnType<typeof graphCount>
  let parts: Binding
  beforeEach(() => {
    before = graphCount()
    const { binding, write, readSync } = backend()
    parts = { binding, write, readSync }
  })
  afterEach(() => {
    const { binding, write, readSync } = backend()
    // The very same objects: nothing stays in their place.
    expect([binding, write, readSync].map((part, i) => part === Object.values(parts)[i])).toEqual([
      true,
      true,
      true,
    ])
    expect(graphCount()).toEqual(before)
    // tfjs' own machinery still works: scopes are balanced and gradients are found.
    tf.tidy(() => {
      const slope = tf.grad((x) => tf.square(x))(tf.scalar(3))
      expect(slope.dataSync()[0]).toBe(6)
    })
    expect(graphCount()).toEqual(before)
  })

  it.each(REFUSED)('%s is refused', (_, fn, message) => {
    const x = tf.tensor1d([0.5])
    const values = x.dataSync().slice()
    expect(() => compile(fn as (x: Tensor) => TensorTree, [x])).toThrow(message)
    expect(x.dataSync()).toEqual(values)
    x.dispose()
  })

  it('leaves no tensor when a function keeps one', () => {
    const x = tf.scalar(2)
    const keeping = (y: Tensor) => tf.keep(tf.square(tf.keep(tf.neg(y))))
    const compiled = compile<[Tensor], Tensor>(keeping, [x])
    compiled.dispose()
    x.dispose()
  })

  it('does the example no harm when a function disposes of it', () => {
    const x = tf.scalar(2)
    const compiled = compile<[Tensor], Tensor>(
      (y) => {
        const z = tf.neg(y)
        y.dispose()
        return z
      },
      [x],
    )
    const result = compiled.run(x)
    expect([x.dataSync()[0], result.dataSync()[0]]).toEqual([2, -2])
    tf.dispose([x, result])
    compiled.dispose()
  })

  it('a function that runs a compiled one is refused', () => {
    const x = tf.scalar(2)
    const inner = compile<[Tensor], Tensor>((y) => tf.neg(y), [x])
    expect(() => compile<[Tensor], Tensor>((y) => inner.run(y), [x])).toThrow(
      'runs another compiled function',
    )
    inner.dispose()
    x.dispose()
  })

  it('arguments that are strings are refused', () => {
    const x = tf.scalar('word')
    expect(() => compile<[Tensor], Tensor>((y) => y, [x])).toThrow('A function of a string tensor cannot')
    x.dispose()
  })

  it('what waits for a value that is refused does not go on', async () => {
    const x = tf.scalar(2)
    const goOn = vi.fn()
    const reading = (y: Tensor) => {
      void y.data().then(goOn)
      return tf.neg(y)
    }
    expect(() => compile<[Tensor], Tensor>(reading, [x])).toThrow('reads a tensor back')
    await new Promise((resolve) => setImmediate(resolve))
    expect(goOn).not.toHaveBeenCalled()
    x.dispose()
  })

  it('a graph that does not run is refused', () => {
    const x = tf.scalar(2)
    const owner = nativeBackend()
    const { write, read, readSync, getInputTensorIds } = owner
    const runSavedModel = () => {
      throw new Error('no kernel')
    }
    const standIns = { write, read, readSync, getInputTensorIds, binding: { runSavedModel } }
    withNativeStandIns(standIns, () => {
      expect(() => compile<[Tensor], Tensor>((y) => tf.neg(y), [x])).toThrow('no kernel')
    })
    x.dispose()
  })

  it('a gradient around the compilation is refused', () => {
    const x = tf.scalar(2)
    const compiling = vi.fn((y: Tensor) => compile<[Tensor], Tensor>((z) => tf.neg(z), [y]).run(y))
    expect(() => tf.grad(compiling)(x)).toThrow('nor inside of a gradient')
    expect(compiling).toHaveBeenCalledOnce()
    x.dispose()
  })
})
