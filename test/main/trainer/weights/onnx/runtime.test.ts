import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { CELL_SHAPES } from '../../../../../main/trainer/network/shape/cell-shapes'
import { encodeOnnx } from '../../../../../main/trainer/weights/onnx/codec'
import { greatestDifference } from '../../../../helpers/reference'
import { drawnWeights, EVERY_NETWORK } from '../drawn-weights'
import { runWindows, TIME_STEPS, windowOf } from '../windows'

const WINDOWS = 3

/** Two batches beside each other, so that a transposed axis cannot pass. */
const BATCHES = [1, 3]

describe('onnxruntime computes the network from the file, its states handed from window to window', () => {
  it.each(EVERY_NETWORK)('$cell, $layers layers, $family', async (network) => {
    const weights = drawnWeights({ ...network, hiddenUnits: 5 })
    const session = await InferenceSession.create(encodeOnnx(weights))
    const names = ['h', 'c'].slice(0, CELL_SHAPES[network.cell].states)
    expect(session.inputNames).toEqual(['X', ...names])
    for (const batch of BATCHES) {
      const shape = [network.layers, batch, 5]
      let states = names.map(() => new Tensor(new Float32Array(network.layers * batch * 5), shape))
      for (const [index, ours] of runWindows(weights.snapshot, batch, WINDOWS).entries()) {
        const given = await session.run({
          X: new Tensor(windowOf(index, batch, network.inputs), [TIME_STEPS, batch, network.inputs]),
          ...Object.fromEntries(names.map((name, state) => [name, states[state] as Tensor])),
        })
        states = names.map((name) => given[`${name}_after`] as (typeof states)[number])
        expect(given.predictions?.dims).toEqual([TIME_STEPS, batch, network.outputs])
        expect(states.map(({ dims }) => dims)).toEqual(names.map(() => shape))
        const theirs = [given.predictions, ...states].flatMap((each) =>
          Array.from(each?.data as Float32Array),
        )
        const all = [ours.predictions, ...ours.states].flatMap((each) => Array.from(each))
        expect(greatestDifference(theirs, all)).toBeLessThan(1e-6)
      }
    }
    await session.release()
  })
})
