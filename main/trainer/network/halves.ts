import { type Tensor1D, type Tensor2D, tf } from '../tensorflow'
import { batchOf, forward, type NetworkPass, type NetworkPlan, type NetworkStates } from './network'
import { CELL_SHAPES } from './shape/cell-shapes'
import type { NetworkSpec } from './shape/network-spec'

/*
 * Sequences of a batch know nothing of each other until their gradients are added up. So a large network computes two
 * halves of the batch apart, and a recording lets two threads take one each. A second thread inside of the products
 * would have to be waited for at every time step, which costs more than it brings (docs/performance.md, "Threads").
 */

/** Multiplications in the recurrent product of a time step from which a thread of its own pays for half of them. */
const LARGE_TIME_STEP = 250_000

/**
 * Whether the batch is computed in halves. It follows from the shapes and not from the machine, as sums in another order
 * have other last bits.
 *
 * @param batch sequences side by side
 */
export function isInHalves({ cell, hiddenUnits }: NetworkSpec, batch: number): boolean {
  const multiplications = batch * hiddenUnits * hiddenUnits * CELL_SHAPES[cell].gates
  return batch > 1 && multiplications >= LARGE_TIME_STEP
}

/** The same as `forward`, with the batch in halves if it is large enough for that. */
export function forwardInHalves(
  plan: NetworkPlan,
  packed: Tensor1D,
  inputs: Tensor2D,
  states: NetworkStates,
): NetworkPass {
  const batch = batchOf(states)
  if (!isInHalves(plan.network, batch)) return forward(plan, packed, inputs, states)
  const sizes: Halves<number> = [Math.ceil(batch / 2), Math.floor(batch / 2)]
  const rows = apart(inputs, sizes)
  const statesApart = states.map((ofLayers) => ofLayers.map((state) => tf.split(state, sizes)))
  const passOf = (half: 0 | 1) =>
    forward(
      plan,
      packed,
      rows[half],
      statesApart.map((ofLayers) => ofLayers.map((state) => state[half] as Tensor2D)),
    )
  const [first, second] = [passOf(0), passOf(1)]
  return {
    predictions: together([first.predictions, second.predictions], sizes),
    states: first.states.map((ofLayers, state) =>
      ofLayers.map((h, layer) => tf.concat([h, second.states[state]?.[layer] as Tensor2D])),
    ),
    backward: (gradient) => {
      const [ofFirst, ofSecond] = apart(gradient, sizes)
      return tf.add(first.backward(ofFirst), second.backward(ofSecond))
    },
  }
}

type Halves<T> = [first: T, second: T]

/** Rows [time step · batch, feature] to those of either half of the batch. */
function apart(rows: Tensor2D, sizes: Halves<number>): Halves<Tensor2D> {
  const batch = sizes[0] + sizes[1]
  const [all, features] = rows.shape
  const blocks = tf.split(tf.reshape(rows, [all / batch, batch, features]), sizes, 1)
  return blocks.map((block) => tf.reshape(block, [-1, features])) as Halves<Tensor2D>
}

/** The backward pass: of either half its rows, to [time step · batch, feature]. */
function together(halves: Halves<Tensor2D>, sizes: Halves<number>): Tensor2D {
  const features = halves[0].shape[1]
  const blocks = halves.map((rows, i) => tf.reshape(rows, [-1, sizes[i] as number, features]))
  return tf.reshape(tf.concat(blocks, 1), [-1, features])
}
