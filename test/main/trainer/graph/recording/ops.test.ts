import { describe, expect, it } from 'vitest'
import { compile } from '../../../../../main/trainer/graph/compile'
import { PURE_OPS } from '../../../../../main/trainer/graph/recording/ops'
import { record } from '../../../../../main/trainer/graph/recording/record'
import { type Tensor, tf } from '../../../../../main/trainer/tensorflow'
import { expectSameNumbers } from '../compare'
import { type Numbers, numbers, OP_EXAMPLES } from '../op-examples'

describe('the ops that can be compiled', () => {
  it('are those that were tried', () => {
    expect(Object.keys(OP_EXAMPLES).sort()).toEqual([...PURE_OPS].sort())
  })

  it.each(Object.entries(OP_EXAMPLES))('%s gives what it gives eagerly', (op, example) => {
    const [first, later] = [numbers(1), numbers(2)]
    const recording = record((inputs) => {
      const keys = Object.keys(first)
      return [example(Object.fromEntries(keys.map((key, i) => [key, inputs[i]])) as Numbers)].flat()
    }, Object.values(first))
    expect(recording.nodes.map((node) => node.op)).toContain(op)

    const compiled = compile<[Numbers], Tensor | Tensor[]>(example, [first])
    for (const given of [first, later]) {
      const [eager, replayed] = [[example(given)].flat(), [compiled.run(given)].flat()]
      expectSameNumbers(replayed, eager)
      tf.dispose([eager, replayed])
    }
    compiled.dispose()
    tf.dispose([first, later])
  })
})
