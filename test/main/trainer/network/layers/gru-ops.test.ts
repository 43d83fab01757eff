import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nativeOps, numbersOf, type Tensor, tf } from '../../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../../helpers/reference'
import { randomNumbers } from '../../training/small-training'
import { plainGradient, plainWindow, type WindowInputs } from './gru-window'
import { rowsOfLast, rowsOfNumbers, WINDOW_SIZES, type WindowSizes } from './window-sizes'

beforeEach(() => tf.engine().startScope())
afterEach(() => tf.engine().endScope())

function someInputs({ timeSteps, batch, hidden }: WindowSizes): WindowInputs {
  return {
    projections: randomNumbers(1, timeSteps * batch * 3 * hidden).map((x) => 3 * x),
    bias: randomNumbers(2, 3 * hidden),
    kernel: randomNumbers(3, 3 * hidden * hidden).map((x) => x / Math.sqrt(hidden)),
    recurrentBias: randomNumbers(4, 3 * hidden),
    state: randomNumbers(5, batch * hidden),
  }
}

function run({ timeSteps, batch, hidden }: WindowSizes, inputs: WindowInputs) {
  const [states, gates] = nativeOps(
    'UnrollGru',
    [
      tf.tensor2d(inputs.projections, [timeSteps * batch, 3 * hidden]),
      tf.tensor1d(inputs.bias),
      tf.tensor2d(inputs.kernel, [3 * hidden, hidden]),
      tf.tensor1d(inputs.recurrentBias),
      tf.tensor2d(inputs.state, [batch, hidden]),
    ],
    {},
    2,
  ) as [Tensor, Tensor]
  return { states, gates }
}

function gradientOf(
  { hidden }: WindowSizes,
  { kernel }: WindowInputs,
  { states, gates }: ReturnType<typeof run>,
  by: Float32Array,
) {
  const [projected, recurrent] = nativeOps(
    'UnrollGruGrad',
    [tf.tensor2d(kernel, [3 * hidden, hidden]), gates, states, tf.tensor2d(by, [by.length / hidden, hidden])],
    {},
    2,
  ) as [Tensor, Tensor]
  return { projected, recurrent }
}

describe.each(WINDOW_SIZES)('a window of a GRU, %o', (sizes) => {
  const { timeSteps, batch, hidden } = sizes
  const inputs = someInputs(sizes)
  const by = randomNumbers(6, timeSteps * batch * hidden)

  it('is that of plain loops in double precision', () => {
    const made = run(sizes, inputs)
    const expected = plainWindow(sizes, inputs)
    expect([made.states.shape, made.gates.shape]).toEqual([
      [(timeSteps + 1) * batch, hidden],
      [timeSteps * batch, 4 * hidden],
    ])
    for (const name of ['states', 'gates'] as const)
      expect(greatestDifference(numbersOf(made[name]), expected[name]), name).toBeLessThan(2e-6)
  })

  it('has the gradient of plain loops in double precision', () => {
    const made = run(sizes, inputs)
    const given = { states: numbersOf(made.states), gates: numbersOf(made.gates) }
    const gradient = gradientOf(sizes, inputs, made, by)
    const expected = plainGradient(sizes, inputs, given, by)
    for (const name of ['projected', 'recurrent'] as const) {
      expect(gradient[name].shape).toEqual([timeSteps * batch, 3 * hidden])
      expect(greatestDifference(numbersOf(gradient[name]), expected[name]), name).toBeLessThan(1e-5)
    }
  })

  it('has for each sequence the bits that it has alone, and for each time step those of its own', () => {
    const whole = run(sizes, inputs)
    const gradient = gradientOf(sizes, inputs, whole, by)
    const rowsOf = (values: Float32Array, width: number) => rowsOfLast(values, batch, width)
    const alone = { ...sizes, batch: 1 }
    const own: WindowInputs = {
      ...inputs,
      projections: rowsOf(inputs.projections, 3 * hidden),
      state: rowsOf(inputs.state, hidden),
    }
    const single = run(alone, own)
    const ofSingle = gradientOf(alone, own, single, rowsOf(by, hidden))
    expect(numbersOf(single.states)).toEqual(rowsOf(numbersOf(whole.states), hidden))
    for (const name of ['projected', 'recurrent'] as const)
      expect(numbersOf(ofSingle[name]), name).toEqual(rowsOf(numbersOf(gradient[name]), 3 * hidden))

    const steps = [...own.state]
    let { state } = own
    for (let t = 0; t < timeSteps; t += 1) {
      const projections = own.projections.slice(t * 3 * hidden, (t + 1) * 3 * hidden)
      const step = run({ timeSteps: 1, batch: 1, hidden }, { ...own, projections, state })
      state = numbersOf(step.states).slice(hidden)
      steps.push(...state)
    }
    expect(Float32Array.from(steps)).toEqual(numbersOf(single.states))
  })
})

describe('the gradient of a window of a GRU', () => {
  const sizes = { timeSteps: 4, batch: 2, hidden: 3 }
  const { timeSteps, batch, hidden } = sizes
  const rows = timeSteps * batch
  const inputs = someInputs(sizes)
  const by = randomNumbers(6, rows * hidden)

  /** How much Σ by ∘ h rises with each number of an input, by central differences in double precision. */
  function slopes(name: keyof WindowInputs): number[] {
    const total = (values: readonly number[]) =>
      plainWindow(sizes, { ...inputs, [name]: values })
        .states.slice(batch * hidden)
        .reduce((sum, h, place) => sum + h * (by[place] as number), 0)
    const given = Array.from(inputs[name])
    return given.map((value, at) => {
      const [more, less] = [value + 1e-5, value - 1e-5].map((moved) => total(given.with(at, moved)))
      return ((more as number) - (less as number)) / 2e-5
    })
  }

  it('says how the states rise with what goes into it', () => {
    const made = run(sizes, inputs)
    const gradient = gradientOf(sizes, inputs, made, by)
    expect(greatestDifference(numbersOf(gradient.projected), slopes('projections'))).toBeLessThan(2e-6)

    const [projected, recurrent] = [numbersOf(gradient.projected), numbersOf(gradient.recurrent)]
    const states = numbersOf(made.states)
    const sumsOf = (values: Float32Array, times: (row: number) => number) =>
      Array.from({ length: 3 * hidden }, (_, column) =>
        Array.from({ length: rows }, (__, row) => row).reduce(
          (sum, row) => sum + (values[row * 3 * hidden + column] as number) * times(row),
          0,
        ),
      )
    expect(
      greatestDifference(
        sumsOf(projected, () => 1),
        slopes('bias'),
      ),
    ).toBeLessThan(2e-6)
    expect(
      greatestDifference(
        sumsOf(recurrent, () => 1),
        slopes('recurrentBias'),
      ),
    ).toBeLessThan(2e-6)
    const byUnit = Array.from({ length: hidden }, (_, k) =>
      sumsOf(recurrent, (row) => states[row * hidden + k] as number),
    )
    const byKernel = Array.from(
      { length: 3 * hidden * hidden },
      (_, at) => byUnit[at % hidden]?.[Math.floor(at / hidden)] as number,
    )
    expect(greatestDifference(byKernel, slopes('kernel'))).toBeLessThan(2e-6)
  })

  it('is no number where a state of its sequence is none, and a number elsewhere', () => {
    const spoilt = { ...inputs, projections: inputs.projections.slice() }
    // In the second sequence's first time step.
    spoilt.projections[3 * hidden] = Number.NaN
    const made = run(sizes, spoilt)
    expect(rowsOfNumbers(made.states)).toEqual([1, 1, 1, 0, 1, 0, 1, 0, 1, 0])
    const gradient = gradientOf(sizes, spoilt, made, by)
    expect(rowsOfNumbers(gradient.projected)).toEqual([1, 0, 1, 0, 1, 0, 1, 0])
    expect(rowsOfNumbers(gradient.recurrent)).toEqual([1, 0, 1, 0, 1, 0, 1, 0])
  })
})

describe("the ops of a GRU's window", () => {
  const tensors = (...shapes: readonly number[][]) => shapes.map((shape) => tf.zeros(shape))

  it.each([
    ['no whole time steps', [5, 6], [6], [6, 2], [6], [2, 2]],
    ['no time step', [0, 6], [6], [6, 2], [6], [2, 2]],
    ['no sequence', [4, 6], [6], [6, 2], [6], [0, 2]],
    ['no unit', [4, 0], [0], [0, 0], [0], [2, 0]],
    ['other projections', [4, 8], [6], [6, 2], [6], [2, 2]],
    ['another bias', [4, 6], [8], [6, 2], [6], [2, 2]],
    ['another kernel', [4, 6], [6], [2, 6], [6], [2, 2]],
    ['another recurrent bias', [4, 6], [6], [6, 2], [2], [2, 2]],
    ['a vector for h', [4, 6], [6], [6, 2], [6], [4]],
  ])('refuse %s, in a sentence', (_, ...shapes) => {
    expect(() => nativeOps('UnrollGru', tensors(...shapes), {}, 2)).toThrow(
      /UnrollGru wants .*\[batch, hidden\]/,
    )
  })

  it.each([
    ['no unit', [0, 0], [4, 0], [6, 0], [4, 0]],
    ['as many rows as states', [6, 2], [4, 8], [4, 2], [4, 2]],
    ['another kernel', [6, 3], [4, 8], [6, 2], [4, 2]],
    ['gates without the recurrent product', [6, 2], [4, 6], [6, 2], [4, 2]],
    ['no gradient', [6, 2], [4, 8], [6, 2], [0, 2]],
    ['a vector for the gradient', [6, 2], [4, 8], [6, 2], [8]],
  ])('refuse %s on the way back, in a sentence', (_, ...shapes) => {
    expect(() => nativeOps('UnrollGruGrad', tensors(...shapes), {}, 2)).toThrow(
      /UnrollGruGrad wants .*hidden\]/,
    )
  })
})
