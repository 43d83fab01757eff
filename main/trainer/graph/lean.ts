import type { RecordedConstant, RecordedNode, Recording, Source, ValueType } from './recording'

/*
 * tfjs computes many things twice that eager execution cannot know to be the same: every call brings its axes and
 * shapes as new constants, and casts and reshapes that change nothing. In a graph they can go, and none of it
 * changes a number.
 */

/** The same recording with equal constants and equal calls only once, and without calls that change nothing. */
export function withoutRepetition({ inputs, constants, nodes, outputs }: Recording): Recording {
  const kept: { constants: RecordedConstant[]; nodes: RecordedNode[] } = { constants: [], nodes: [] }
  const seen = new Map<string, number>()
  const constantAt = constants.map((constant) => {
    const { shape, dtype, bytes } = constant
    const key = `${dtype} ${shape} ${Buffer.from(bytes).toString('latin1')}`
    return { kind: 'constant', index: firstOf(key, kept.constants, constant, seen) } as const
  })
  const outputsOf: Source[][] = []
  const replaced = (source: Source): Source => {
    switch (source.kind) {
      case 'input':
        return source
      case 'constant':
        return constantAt[source.index] as Source
      case 'node':
        return outputsOf[source.index]?.[source.output] as Source
    }
  }
  for (const node of nodes) {
    const from = node.inputs.map(replaced)
    const [first] = from
    if (first && changesNothing(node, typeOf(first, inputs, kept))) {
      outputsOf.push([first])
      continue
    }
    const key = JSON.stringify([node.op, node.attributes, from], exactly)
    const index = firstOf(key, kept.nodes, { ...node, inputs: from }, seen)
    outputsOf.push(node.outputs.map((_, output) => ({ kind: 'node', index, output })))
  }
  return {
    inputs,
    ...kept,
    outputs: outputs.map((output) => ({ ...output, source: replaced(output.source) })),
  }
}

/** The place of the item that was first seen under this key: where it is, or at the end, where it is put now. */
function firstOf<T>(key: string, items: T[], item: T, seen: Map<string, number>): number {
  const known = seen.get(key)
  if (known !== undefined) return known
  seen.set(key, items.length)
  return items.push(item) - 1
}

function typeOf(
  source: Source,
  inputs: readonly ValueType[],
  { constants, nodes }: Pick<Recording, 'constants' | 'nodes'>,
): ValueType | undefined {
  switch (source.kind) {
    case 'input':
      return inputs[source.index]
    case 'constant':
      return constants[source.index]
    case 'node':
      return nodes[source.index]?.outputs[source.output]
  }
}

function changesNothing({ op, outputs }: RecordedNode, before: ValueType | undefined): boolean {
  const [after] = outputs
  if (op !== 'Cast' && op !== 'Reshape') return false
  return after?.dtype === before?.dtype && after?.shape.join() === before?.shape.join()
}

/** Writes numbers so that different ones look different: JSON has neither -0 nor infinities. */
function exactly(_: string, value: unknown): unknown {
  if (typeof value !== 'number') return value
  return Object.is(value, -0) ? '-0' : String(value)
}
