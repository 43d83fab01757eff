import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folded } from '../../../../main/trainer/graph/folded'
import { graphOf, inputNames, outputNames } from '../../../../main/trainer/graph/graph'
import { record } from '../../../../main/trainer/graph/recording/record'
import { tf } from '../../../../main/trainer/tensorflow'

beforeEach(() => tf.engine().startScope())
afterEach(() => tf.engine().endScope())

describe('the graph around a recording', () => {
  it('is so small that Grappler leaves it alone, whatever goes in and out', () => {
    const many = Array.from({ length: 12 }, (_, i) => tf.scalar(i))
    const { node, library } = graphOf(folded(record((inputs) => inputs.map((x) => tf.neg(x)), many)), 'one')
    // `kDefaultMinGraphNodes` of tensorflow/core/grappler/optimizers/meta_optimizer.cc
    expect(node.length).toBeLessThan(4)
    expect(library.function[0]?.nodeDef).toHaveLength(12)
    expect(inputNames(3)).toBe('fed:0,fed:1,fed:2')
    expect(outputNames(2)).toBe('call:0,call:1')
  })
})
