import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nativeOp, nativeOps, numbersOf, type Tensor, tf } from '../../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../../helpers/reference'
import { randomNumbers } from '../../training/small-training'
import { plainGradient, plainWindow, type WindowInputs } from './lstm-window'
import { rowsOfLast, rowsOfNumbers, WINDOW_SIZES, type WindowSizes } from './window-sizes'

beforeEach(() => tf.engine().startScope())
afterEach(() => tf.engine().endScope())

function someInputs({ timeSteps, batch, hidden }: WindowSizes): WindowInputs {
  return {
    projections: randomNumbers(1, timeSteps * batch * 4 * hidden).map((x) => 3 * x),
    bias: randomNumbers(2, 4 * hidden),
    kernel: randomNumbers(3, 4 * hidden * hidden).map((x) => x / Math.sqrt(hidden)),
    state: randomNumbers(4, batch * hidden),
    cell: randomNumbers(5, batch * hidden).map((x) => 2 * x),
  }
}

function run({ timeSteps, batch, hidden }: WindowSizes, inputs: WindowInputs) {
  const [states, cells, gates] = nativeOps(
    'UnrollLstm',
    [
      tf.tensor2d(inputs.projections, [timeSteps * batch, 4 * hidden]),
      tf.tensor1d(inputs.bias),
      tf.tensor2d(inputs.kernel, [4 * hidden, hidden]),
      tf.tensor2d(inputs.state, [batch, hidden]),
      tf.tensor2d(inputs.cell, [batch, hidden]),
    ],
    {},
    3,
  ) as [Tensor, Tensor, Tensor]
  return { states, cells, gates }
}

function gradientOf(
  { hidden }: WindowSizes,
  { kernel }: WindowInputs,
  { cells, gates }: ReturnType<typeof run>,
  by: Float32Array,
) {
  return nativeOp('UnrollLstmGrad', [
    tf.tensor2d(kernel, [4 * hidden, hidden]),
    gates,
    cells,
    tf.tensor2d(by, [by.length / hidden, hidden]),
  ])
}

describe.each(WINDOW_SIZES)('a window of an LSTM, %o', (sizes) => {
  const { timeSteps, batch, hidden } = sizes
  const inputs = someInputs(sizes)
  const by = randomNumbers(6, timeSteps * batch * hidden)

  it('is that of plain loops in double precision', () => {
    const made = run(sizes, inputs)
    const expected = plainWindow(sizes, inputs)
    expect([made.states.shape, made.cells.shape, made.gates.shape]).toEqual([
      [(timeSteps + 1) * batch, hidden],
      [(timeSteps + 1) * batch, hidden],
      [timeSteps * batch, 5 * hidden],
    ])
    for (const name of ['states', 'cells', 'gates'] as const)
      expect(greatestDifference(numbersOf(made[name]), expected[name]), name).toBeLessThan(2e-6)
  })

  it('has the gradient of plain loops in double precision', () => {
    const made = run(sizes, inputs)
    const given = { cells: numbersOf(made.cells), gates: numbersOf(made.gates) }
    const gradient = gradientOf(sizes, inputs, made, by)
    expect(gradient.shape).toEqual([timeSteps * batch, 4 * hidden])
    expect(greatestDifference(numbersOf(gradient), plainGradient(sizes, inputs, given, by))).toBeLessThan(
      1e-5,
    )
  })

  it('has for each sequence the bits that it has alone, and for each time step those of its own', () => {
    const whole = run(sizes, inputs)
    const gradient = numbersOf(gradientOf(sizes, inputs, whole, by))
    const states = numbersOf(whole.states)
    const rowsOf = (values: Float32Array, width: number) => rowsOfLast(values, batch, width)
    const alone = { ...sizes, batch: 1 }
    const own: WindowInputs = {
      ...inputs,
      projections: rowsOf(inputs.projections, 4 * hidden),
      state: rowsOf(inputs.state, hidden),
      cell: rowsOf(inputs.cell, hidden),
    }
    const single = run(alone, own)
    expect(numbersOf(single.states)).toEqual(rowsOf(states, hidden))
    expect(numbersOf(gradientOf(alone, own, single, rowsOf(by, hidden)))).toEqual(
      rowsOf(gradient, 4 * hidden),
    )

    const steps = [...own.state]
    let { state, cell } = own
    for (let t = 0; t < timeSteps; t += 1) {
      const projections = own.projections.slice(t * 4 * hidden, (t + 1) * 4 * hidden)
      const step = run({ timeSteps: 1, batch: 1, hidden }, { ...own, projections, state, cell })
      state = numbersOf(step.states).slice(hidden)
      cell = numbersOf(step.cells).slice(hidden)
      steps.push(...state)
    }
    expect(Float32Array.from(steps)).toEqual(numbersOf(single.states))
  })
})

describe('σ and tanh of the window', () => {
  /** A unit for each number: i = σ(x), and g = tanh x. */
  function gatesOf(xs: readonly number[]): readonly { readonly sigmoid: number; readonly tanh: number }[] {
    const hidden = xs.length
    const gates = numbersOf(
      run(
        { timeSteps: 1, batch: 1, hidden },
        {
          projections: Float32Array.from([...xs, ...xs, ...xs, ...xs]),
          bias: new Float32Array(4 * hidden),
          kernel: new Float32Array(4 * hidden * hidden),
          state: new Float32Array(hidden),
          cell: new Float32Array(hidden),
        },
      ).gates,
    )
    return xs.map((_, unit) => ({
      sigmoid: gates[unit] as number,
      tanh: gates[2 * hidden + unit] as number,
    }))
  }

  it('are within some units in the last place of those in double precision, however small or large', () => {
    const ordinary = Array.from({ length: 2000 }, (_, i) => -25 + i / 40 + 0.0003 * Math.sin(i))
    const small = Array.from({ length: 100 }, (_, i) => 10 ** (-i / 3) * (i % 2 === 0 ? 1 : -1))
    const xs = [...new Float32Array([...ordinary, ...small])]
    for (const [at, { sigmoid, tanh }] of gatesOf(xs).entries()) {
      const x = xs[at] as number
      const [plainSigmoid, plainTanh] = [1 / (1 + Math.exp(-x)), Math.tanh(x)]
      // 2^-24 is half a unit in the last place of numbers just below 1.
      expect(Math.abs(sigmoid - plainSigmoid) / plainSigmoid, `σ(${x})`).toBeLessThan(4 * 2 ** -24)
      expect(Math.abs(tanh - plainTanh) / Math.abs(plainTanh), `tanh ${x}`).toBeLessThan(5 * 2 ** -24)
    }
  })

  it('have their ends where they belong, and make no number of what is none', () => {
    const xs = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3e38, -3e38, 100, -100, 0, Number.NaN]
    const found = gatesOf(xs)
    expect(found.map(({ sigmoid }) => sigmoid)).toEqual([1, 0, 1, 0, 1, 0, 0.5, Number.NaN])
    expect(found.map(({ tanh }) => tanh)).toEqual([1, -1, 1, -1, 1, -1, 0, Number.NaN])
  })

  it('lets what is no number go on from time step to time step, and not to other sequences', () => {
    const sizes = { timeSteps: 3, batch: 2, hidden: 5 }
    const inputs = someInputs(sizes)
    inputs.projections[7] = Number.NaN
    const made = run(sizes, inputs)
    expect(rowsOfNumbers(made.states)).toEqual([1, 1, 0, 1, 0, 1, 0, 1])
    const gradient = gradientOf(sizes, inputs, made, randomNumbers(6, 30))
    expect(rowsOfNumbers(gradient)).toEqual([0, 1, 0, 1, 0, 1])
  })
})

describe('the ops of a window', () => {
  const tensors = (...shapes: readonly number[][]) => shapes.map((shape) => tf.zeros(shape))

  it.each([
    ['no whole time steps', [5, 8], [8], [8, 2], [2, 2], [2, 2]],
    ['no time step', [0, 8], [8], [8, 2], [2, 2], [2, 2]],
    ['no sequence', [4, 8], [8], [8, 2], [0, 2], [0, 2]],
    ['no unit', [4, 0], [0], [0, 0], [2, 0], [2, 0]],
    ['another kernel', [4, 8], [8], [2, 8], [2, 2], [2, 2]],
    ['another bias', [4, 8], [2], [8, 2], [2, 2], [2, 2]],
    ['another c', [4, 8], [8], [8, 2], [2, 2], [2, 4]],
    ['a vector for h', [4, 8], [8], [8, 2], [4], [4]],
    ['other projections', [4, 4], [8], [8, 2], [2, 2], [2, 2]],
  ])('refuse %s, in a sentence', (_, ...shapes) => {
    expect(() => nativeOps('UnrollLstm', tensors(...shapes), {}, 3)).toThrow(
      /UnrollLstm wants .*\[batch, hidden\]/,
    )
  })

  it.each([
    ['no unit', [0, 0], [4, 0], [6, 0], [4, 0]],
    ['as many c as h', [8, 2], [4, 10], [4, 2], [4, 2]],
    ['another kernel', [8, 3], [4, 10], [6, 2], [4, 2]],
    ['gates without tanh c', [8, 2], [4, 8], [6, 2], [4, 2]],
    ['no gradient', [8, 2], [4, 10], [6, 2], [0, 2]],
    ['a vector for the gradient', [8, 2], [4, 10], [6, 2], [8]],
  ])('refuse %s on the way back, in a sentence', (_, ...shapes) => {
    expect(() => nativeOp('UnrollLstmGrad', tensors(...shapes))).toThrow(/UnrollLstmGrad wants .*hidden\]/)
  })
})
