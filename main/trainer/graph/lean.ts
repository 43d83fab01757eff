import { NODES_IN_A_PIECE } from '../pieces'
import { exactText } from './recording/exact-text'
import {
  type RecordedConstant,
  type RecordedNode,
  type Recording,
  type Source,
  sourceKey,
  type ValueType,
} from './recording/recording'

/*
 * tfjs computes many things twice that eager execution cannot know to be the same: every call brings its axes and
 * shapes as new constants, and casts and reshapes that change nothing; and one function takes apart what another has
 * just put together. In a graph they can go, and none of it changes a number.
 */

/** The same recording with equal constants and equal calls only once, and without calls whose results are there; in pieces. */
export function* withoutRepetition({
  inputs,
  constants,
  nodes,
  outputs,
}: Recording): Generator<undefined, Recording, void> {
  const kept: Kept = { inputs, constants: [], nodes: [] }
  const seen = new Map<string, number>()
  const constantAt = constants.map((constant) => {
    const { shape, dtype, bytes } = constant
    const key = `constant ${dtype} ${shape} ${Buffer.from(bytes).toString('latin1')}`
    return { kind: 'constant', index: firstOf(key, kept.constants, constant, seen) } as const
  })
  const attributesAt = numbered()
  const outputsOf: (readonly Source[])[] = []
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
  for (const [place, node] of nodes.entries()) {
    if (place % NODES_IN_A_PIECE === NODES_IN_A_PIECE - 1) yield
    const from = node.inputs.map(replaced)
    const [first] = from
    const there = first && (unchanged(node, first, kept) ?? partsOf(node, first, kept))
    if (there) {
      outputsOf.push(there)
      continue
    }
    const key = `${node.op} ${attributesAt(node.attributes)} ${from.map(sourceKey).join()}`
    const index = firstOf(key, kept.nodes, { ...node, inputs: from }, seen)
    outputsOf.push(node.outputs.map((_, output) => ({ kind: 'node', index, output })))
  }
  return {
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

type Kept = {
  readonly inputs: readonly ValueType[]
  readonly constants: RecordedConstant[]
  readonly nodes: RecordedNode[]
}

function typeOf(source: Source, { inputs, constants, nodes }: Kept): ValueType | undefined {
  switch (source.kind) {
    case 'input':
      return inputs[source.index]
    case 'constant':
      return constants[source.index]
    case 'node':
      return nodes[source.index]?.outputs[source.output]
  }
}

/** The input itself, of a cast or reshape that does nothing. */
function unchanged({ op, outputs }: RecordedNode, input: Source, kept: Kept): readonly Source[] | undefined {
  if (op !== 'Cast' && op !== 'Reshape') return undefined
  return hasType(outputs[0], typeOf(input, kept)) ? [input] : undefined
}

/**
 * What was joined, of a split into the very same parts. Along which axis need not be asked: shapes of parts and of the
 * whole leave only one.
 */
function partsOf({ op, outputs }: RecordedNode, whole: Source, kept: Kept): readonly Source[] | undefined {
  const join = op === 'SplitV' && whole.kind === 'node' ? kept.nodes[whole.index] : undefined
  if (join?.op !== 'ConcatV2') return undefined
  // The last input is the axis.
  const parts = join.inputs.slice(0, -1)
  const isSame =
    parts.length === outputs.length && parts.every((part, i) => hasType(outputs[i], typeOf(part, kept)))
  return isSame ? parts : undefined
}

function hasType(one: ValueType | undefined, other: ValueType | undefined): boolean {
  return one?.dtype === other?.dtype && one?.shape.join() === other?.shape.join()
}

/** Gives equal attributes the same number. Most of them are the very same record, of which that need not be looked for twice. */
function numbered(): (attributes: RecordedNode['attributes']) => number {
  const [byRecord, byText] = [new Map<object, number>(), new Map<string, number>()]
  return (attributes) => {
    const known = byRecord.get(attributes)
    if (known !== undefined) return known
    const text = JSON.stringify(attributes, exactly)
    const number = byText.get(text) ?? byText.size
    byText.set(text, number)
    byRecord.set(attributes, number)
    return number
  }
}

/** Writes numbers so that different ones look different: JSON has neither -0 nor infinities. */
function exactly(_: string, value: unknown): unknown {
  return typeof value === 'number' ? exactText(value) : value
}
