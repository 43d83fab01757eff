import type { Repeat } from '../../repeated'
import type { Tensor } from '../../tensorflow'
import { type RecordedNode, type Source, sourceKey, type ValueType } from './recording'
import { leavesOf, type TensorTree, withLeaves } from './tensor-tree'

/** A node whose part may yet be told. */
export type NodeInParts = Omit<RecordedNode, 'part'> & { part: number | null }

/** The log that parts are written down in. */
export type PartsLog = {
  readonly nodes: NodeInParts[]
  readonly sourceOf: (tensor: Tensor) => Source
  /** A tensor that stands for a value. */
  readonly tensorOf: (source: Source, type: ValueType) => Tensor
}

/** Calls that were made once, and can be written down again for other arguments. */
type Part = {
  /** The tensors that it was made for, which may be gone. */
  readonly like: readonly Tensor[]
  /** What it was given beside them. */
  readonly settings: readonly Setting[]
  /** The first of its calls, and the one behind the last. */
  readonly from: number
  readonly to: number
  /** Of each of its calls, for each input the argument that it is, if it is one; looked for when it is first made again. */
  readonly given: () => readonly (readonly (number | undefined)[])[]
  readonly result: TensorTree
  readonly results: readonly Source[]
}

type Setting = number | string

/**
 * Makes a part once for tensors of the same types, and writes down the calls of that one again for others: what is given now in place
 * of what was given then, and what they make in place of what was made. All else they take from where they did.
 */
export function openRepeats({ nodes, sourceOf, tensorOf }: PartsLog): Repeat {
  const parts = new Map<unknown, Part[]>()
  let numbered = 0

  function again({ from, to, given, result, results }: Part, args: readonly Source[]): TensorTree {
    const by = nodes.length - from
    const argumentsOf = given()
    const moved = (source: Source): Source =>
      source.kind === 'node' && source.index >= from
        ? { kind: 'node', index: source.index + by, output: source.output }
        : source
    numbered += 1
    for (let index = from; index < to; index += 1) {
      const { op, attributes, inputs, outputs } = nodes[index] as NodeInParts
      const argumentOf = argumentsOf[index - from] ?? []
      const taken = inputs.map((source, place) => {
        const argument = argumentOf[place]
        return argument === undefined ? moved(source) : (args[argument] as Source)
      })
      nodes.push({ op, attributes, inputs: taken, outputs, part: numbered })
    }
    return withLeaves(
      result,
      results.map((source) => tensorOf(moved(source), typeOf(source))),
    )
  }

  function typeOf(source: Source): ValueType {
    return (source.kind === 'node' && nodes[source.index]?.outputs[source.output]) as ValueType
  }

  return (part, args) => {
    const settings = args.filter(isSetting)
    const trees = args.filter((arg) => !isSetting(arg)) as TensorTree[]
    const tensors = leavesOf(trees, 'arguments')
    const given = tensors.map(sourceOf)
    const made = parts.get(part) ?? []
    parts.set(part, made)
    const known = made.find(({ like, settings: its }) => areAlike(like, tensors) && areSame(its, settings))
    if (known) return again(known, given) as never
    const from = nodes.length
    const result = part(...args)
    const tree = result as unknown as TensorTree
    const results = leavesOf(tree, 'result').map(sourceOf)
    numbered += 1
    const to = nodes.length
    for (let index = from; index < to; index += 1) (nodes[index] as NodeInParts).part = numbered
    const isOwn = results.every((source) => source.kind === 'node' && source.index >= from)
    // Two that are one could not be told apart in the calls.
    const places = new Map(given.map((source, place) => [sourceKey(source), place]))
    if (isOwn && places.size === given.length)
      made.push({
        ...{ like: tensors, settings, from, to, result: tree, results },
        given: once(() =>
          nodes.slice(from, to).map(({ inputs }) => inputs.map((source) => places.get(sourceKey(source)))),
        ),
      })
    return result
  }
}

function once<T>(find: () => T): () => T {
  let found: T | undefined
  return () => {
    found ??= find()
    return found
  }
}

function isSetting(arg: unknown): arg is Setting {
  return typeof arg === 'number' || typeof arg === 'string'
}

function areAlike(some: readonly Tensor[], others: readonly Tensor[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ dtype, shape }, i) => {
      const other = others[i] as Tensor
      return dtype === other.dtype && areSame(shape, other.shape)
    })
  )
}

function areSame(some: readonly Setting[], others: readonly Setting[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i])
}
