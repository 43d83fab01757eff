import { GATES } from '@contract/inside/states'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { row } from '../../../../../main/trainer/inside/net/rows'
import { type Meddle, passInPieces, runPass } from '../../../../../main/trainer/inside/pass/pass'
import { forward } from '../../../../../main/trainer/network/network'
import type { NetworkSpec } from '../../../../../main/trainer/network/shape/network-spec'
import { numbersOf, tf } from '../../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../../helpers/reference'
import { CELLS, noise, noiseNet, noiseStates, packedNoise, smallSpec } from '../small-net'

const STEPS = 7

/** All cells, one to four layers, one and several inputs and outputs, both families. */
const NETWORKS: readonly NetworkSpec[] = CELLS.flatMap((cell) =>
  [1, 2, 3, 4].flatMap((layers) =>
    (['pytorch', 'tensorflow'] as const).map((family) =>
      smallSpec({ cell, layers, family, inputs: layers, outputs: 5 - layers, hiddenUnits: 4 + layers }),
    ),
  ),
)

describe('the forward pass inside', () => {
  beforeAll(() => tf.engine().startScope())
  afterAll(() => tf.engine().endScope())

  it.each(NETWORKS)('is that of the trainer: $cell, $layers × $hiddenUnits, $family', (network) => {
    const inputs = noise(2, STEPS * network.inputs)
    const states = noiseStates(3, network)
    const { layers, predictions } = runPass(noiseNet(1, network), inputs, states)
    const kinds = network.cell === 'lstm' ? (['h', 'c'] as const) : (['h'] as const)
    const tensors = kinds.map((kind) => states.map((state) => tf.tensor2d([[...(state[kind] ?? [])]])))
    const expected = forward(
      { network, readout: 'batched' },
      tf.tensor1d(packedNoise(1, network)),
      tf.tensor2d([...inputs], [STEPS, network.inputs]),
      tensors,
    )
    expect(greatestDifference(predictions, numbersOf(expected.predictions))).toBeLessThan(2e-6)
    for (const [at, kind] of kinds.entries())
      for (const [layer, pass] of layers.entries()) {
        const all = pass.states[kind] ?? new Float64Array()
        const last = expected.states[at]?.[layer]
        expect(all).toHaveLength((STEPS + 1) * network.hiddenUnits)
        expect(row(all, 0, network.hiddenUnits)).toEqual(states[layer]?.[kind])
        expect(
          greatestDifference(row(all, STEPS, network.hiddenUnits), last ? numbersOf(last) : []),
        ).toBeLessThan(1e-6)
      }
  })
})

describe('what is kept of a forward pass', () => {
  it('is what is worked out by hand for one GRU unit', () => {
    const network = smallSpec({ cell: 'gru', layers: 1, hiddenUnits: 1, inputs: 1, outputs: 1 })
    const net = {
      ...noiseNet(1, network),
      layers: [
        {
          kernel: Float64Array.of(1, 2, 3),
          recurrentKernel: Float64Array.of(0.5, -0.5, 0.25),
          bias: Float64Array.of(0.1, 0.2, 0.3),
          recurrentBias: Float64Array.of(-0.1, -0.3, 0.6),
          features: 1,
        },
      ],
      readOut: { kernel: Float64Array.of(2), bias: Float64Array.of(-1) },
    }
    const pass = runPass(net, Float64Array.of(0.5), [{ h: Float64Array.of(0.8) }])
    const [layer] = pass.layers
    const r = 1 / (1 + Math.exp(-(0.5 + 0.1 + 0.4 - 0.1)))
    const z = 1 / (1 + Math.exp(-(1 + 0.2 - 0.4 - 0.3)))
    const n = Math.tanh(1.5 + 0.3 + r * (0.2 + 0.6))
    const h = (1 - z) * n + z * 0.8
    expect(Object.fromEntries(layer?.gates ?? [])).toEqual({
      reset: Float64Array.of(r),
      update: Float64Array.of(z),
      candidate: Float64Array.of(n),
    })
    expect(layer?.recurrentCandidates?.[0]).toBeCloseTo(0.8, 15)
    expect(layer?.sums[2]).toBeCloseTo(Math.atanh(n), 14)
    expect(layer?.states.h[1]).toBeCloseTo(h, 15)
    expect(pass.predictions[0]).toBeCloseTo(2 * h - 1, 15)
  })

  it.each(CELLS)('is the same when it is cut into two windows: %s', (cell) => {
    const network = smallSpec({ cell, layers: 3 })
    const net = noiseNet(1, network)
    const inputs = noise(2, 6 * network.inputs)
    const whole = runPass(net, inputs, noiseStates(3, network))
    const first = runPass(net, inputs.slice(0, 2 * network.inputs), noiseStates(3, network))
    const between = first.layers.map(({ states: { h, c } }) => ({
      h: row(h, 2, network.hiddenUnits),
      ...(c && { c: row(c, 2, network.hiddenUnits) }),
    }))
    const rest = runPass(net, inputs.slice(2 * network.inputs), between)
    expect([...first.predictions, ...rest.predictions]).toEqual([...whole.predictions])
    for (const [at, layer] of whole.layers.entries())
      for (const [name, values] of layer.gates)
        expect([
          ...(first.layers[at]?.gates.get(name) ?? []),
          ...(rest.layers[at]?.gates.get(name) ?? []),
        ]).toEqual([...values])
  })

  it('leaves the states and inputs that it was given as they are', () => {
    const network = smallSpec({ cell: 'lstm' })
    const [inputs, states] = [noise(2, 6), noiseStates(3, network)]
    runPass(noiseNet(1, network), inputs, states, (_, __, ___, values) => values.fill(0))
    expect([inputs, states]).toEqual([noise(2, 6), noiseStates(3, network)])
  })

  it('says which inputs and states do not fit', () => {
    const network = smallSpec({ cell: 'lstm' })
    const net = noiseNet(1, network)
    expect(() => runPass(net, noise(2, 3), noiseStates(3, network))).toThrow('no whole time steps of 2')
    expect(() => runPass(net, noise(2, 4), noiseStates(3, smallSpec()))).toThrow(
      'a state [5] for each layer, 2 in all',
    )
    expect(() => runPass(net, noise(2, 4), noiseStates(3, { ...network, layers: 1 }))).toThrow('2 in all')
  })
})

describe('who meddles with a forward pass', () => {
  it.each(CELLS)('is asked about every gate, then c, then h, layer by layer: %s', (cell) => {
    const network = smallSpec({ cell })
    const asked: string[] = []
    runPass(noiseNet(1, network), noise(2, 4), noiseStates(3, network), (layer, timeStep, what, values) => {
      expect(values).toHaveLength(network.hiddenUnits)
      asked.push(`${timeStep}.${layer} ${what}`)
    })
    const names = [...GATES[cell], ...(cell === 'lstm' ? ['c'] : []), 'h']
    expect(asked).toEqual(
      [0, 1].flatMap((time) => [0, 1].flatMap((layer) => names.map((name) => `${time}.${layer} ${name}`))),
    )
  })

  it('changes a unit as weights would that make it so', () => {
    const network = smallSpec({ cell: 'rnn-tanh' })
    const net = noiseNet(1, network)
    const states = noiseStates(3, network).map(({ h }) => ({ h: h.map((x, i) => (i === 2 ? 0 : x)) }))
    // Unit 2 of the lower layer: without weights and biases it is tanh 0.
    const silent = (matrix: Float64Array, columns: number) => {
      const copy = matrix.slice()
      row(copy, 2, columns).fill(0)
      return copy
    }
    const [lower, upper] = net.layers
    if (!lower?.recurrentBias || !upper) throw new Error('there are two layers')
    const without = {
      ...net,
      layers: [
        {
          ...lower,
          kernel: silent(lower.kernel, 2),
          recurrentKernel: silent(lower.recurrentKernel, 5),
          bias: silent(lower.bias, 1),
          recurrentBias: silent(lower.recurrentBias, 1),
        },
        upper,
      ],
    }
    const meddle: Meddle = (layer, _, what, values) => {
      if (layer === 0 && what === 'h') values[2] = 0
    }
    const inputs = noise(2, 2 * STEPS)
    const expected = runPass(without, inputs, states)
    const pass = runPass(net, inputs, states, meddle)
    expect(pass.predictions).toEqual(expected.predictions)
    expect(pass.layers.map((layer) => layer.states)).toEqual(expected.layers.map((layer) => layer.states))
    expect(greatestDifference(pass.predictions, runPass(net, inputs, states).predictions)).toBeGreaterThan(
      1e-3,
    )
  })

  it('holds a GRU by its update gate, and an LSTM by its gates', () => {
    const held = { update: 1, input: 0, forget: 1, output: 1 } as Partial<Record<string, number>>
    for (const cell of ['gru', 'lstm'] as const) {
      const network = smallSpec({ cell, layers: 1 })
      const states = noiseStates(3, network)
      const meddle: Meddle = (_, __, what, values) => {
        const value = held[what]
        if (value !== undefined) values.fill(value)
      }
      const [layer] = runPass(noiseNet(1, network), noise(2, 2 * STEPS), states, meddle).layers
      const start = states[0]?.c ?? states[0]?.h ?? new Float64Array()
      const kept = layer?.states.c ?? layer?.states.h ?? new Float64Array()
      expect(row(kept, STEPS, 5)).toEqual(start)
      if (cell === 'lstm') expect(row(layer?.states.h ?? start, STEPS, 5)).toEqual(start.map(Math.tanh))
    }
  })

  it('changes nothing of what was before', () => {
    const network = smallSpec({ cell: 'lstm' })
    const [net, inputs, states] = [noiseNet(1, network), noise(2, 2 * STEPS), noiseStates(3, network)]
    const plain = runPass(net, inputs, states)
    const changed = runPass(net, inputs, states, (layer, timeStep, what, values) => {
      if (layer === 1 && timeStep === 3 && what === 'c') values[0] = 9
    })
    expect(changed.predictions.slice(0, 3 * 3)).toEqual(plain.predictions.slice(0, 3 * 3))
    for (let time = 3; time < STEPS; time += 1)
      expect(changed.predictions[3 * time]).not.toBe(plain.predictions[3 * time])
    expect(changed.layers[0]).toEqual(plain.layers[0])
  })
})

describe('a forward pass in pieces', () => {
  it('is the same as in one go, and lets others have their turn', () => {
    const network = smallSpec({ cell: 'lstm', hiddenUnits: 520, layers: 1 })
    const [net, inputs, states] = [noiseNet(1, network), noise(2, 16), noiseStates(3, network)]
    const pieces = passInPieces(net, inputs, states)
    let turns = 0
    let next = pieces.next()
    for (; !next.done; next = pieces.next()) turns += 1
    // 8 time steps of 4 · 520 · 522 multiplications.
    expect(turns).toBe(2)
    expect(next.value).toEqual(runPass(net, inputs, states))
  })
})
