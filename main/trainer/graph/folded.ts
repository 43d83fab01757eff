import { type Chunk, equalChunks } from './chunks'
import { withoutDeadNodes } from './dead-nodes'
import {
  type RecordedNode,
  type Recording,
  type Source,
  sourceKey,
  type ValueType,
} from './recording/recording'

/*
 * TensorFlow prepares every node of a graph before its first run. Where a recording does the same again and again, that is
 * written down as a function once, and called. A call costs some microseconds, so it has to be of many nodes.
 */

/** A recording whose nodes may be calls of functions. */
export type Folded = {
  readonly main: Recording
  /** By the name that is their calls' op. */
  readonly functions: ReadonlyMap<string, Recording>
}

/**
 * The same calculation, with repeated parts that are equal as calls of one function. A call waits on one of TensorFlow's threads
 * between ops for what it calls, which needs another one: where there is one alone, as in a worker, both would wait for ever, and nothing
 * is called.
 *
 * @param threads between ops, as TensorFlow is told at its start; where it is told nothing it may take one
 */
export function folded(
  recording: Recording,
  threads = Number(process.env.TF_NUM_INTEROP_THREADS ?? 1),
): Folded {
  const groups = threads > 1 ? equalChunks(recording.nodes) : []
  return groups.length > 0 ? withCalls(recording, groups) : { main: recording, functions: new Map() }
}

/** @param groups chunks that do the same, of each one function is made */
function withCalls(recording: Recording, groups: readonly (readonly Chunk[])[]): Folded {
  const { inputs, constants, nodes, outputs } = recording
  const chunks = groups
    .flatMap((group, index) => group.map((chunk) => ({ ...chunk, group: index })))
    .sort((a, b) => a.from - b.from)
  const chunkOf: (number | undefined)[] = []
  for (const [place, { from, to }] of chunks.entries())
    for (let index = from; index < to; index += 1) chunkOf[index] = place

  /** Of each group what is taken out of its chunks, by where it is in them, with its place among the results. */
  const results = groups.map(() => new Map<string, { readonly source: Source; readonly place: number }>())
  const noteTaken = (source: Source, by: number | undefined) => {
    const of = source.kind === 'node' ? chunkOf[source.index] : undefined
    const chunk = of === undefined || of === by ? undefined : chunks[of]
    if (!chunk || source.kind !== 'node') return
    const inside = { ...source, index: source.index - chunk.from }
    const taken = results[chunk.group]
    if (!taken?.has(sourceKey(inside))) taken?.set(sourceKey(inside), { source: inside, place: taken.size })
  }
  for (const [index, node] of nodes.entries())
    for (const source of node.inputs) noteTaken(source, chunkOf[index])
  for (const { source } of outputs) noteTaken(source, undefined)

  const kept: RecordedNode[] = []
  const placeOf: number[] = []
  const moved = (source: Source): Source => {
    if (source.kind !== 'node') return source
    const index = placeOf[source.index] as number
    const chunk = chunks[chunkOf[source.index] ?? -1]
    if (!chunk) return { ...source, index }
    const inside = { ...source, index: source.index - chunk.from }
    return { kind: 'node', index, output: results[chunk.group]?.get(sourceKey(inside))?.place as number }
  }
  const typeOf = (source: Source): ValueType => {
    if (source.kind === 'node') return nodes[source.index]?.outputs[source.output] as ValueType
    return (source.kind === 'input' ? inputs : constants)[source.index] as ValueType
  }
  for (const [index, node] of nodes.entries()) {
    const chunk = chunks[chunkOf[index] ?? -1]
    placeOf[index] = chunk && index > chunk.from ? kept.length - 1 : kept.length
    if (!chunk) kept.push({ ...node, inputs: node.inputs.map(moved) })
    else if (index === chunk.from) {
      const made = [...(results[chunk.group]?.values() ?? [])].map(({ source }) => source)
      kept.push({
        op: nameOf(chunk.group),
        attributes: {},
        part: null,
        inputs: chunk.inputs.map(moved),
        outputs: made.map((source) =>
          typeOf(source.kind === 'node' ? { ...source, index: source.index + chunk.from } : source),
        ),
      })
    }
  }
  const functions = groups.map((group, index) => {
    const { from, to, inputs: taken } = group[0] as Chunk
    const numbers = new Map(taken.map((source, number) => [sourceKey(source), number]))
    const inside = (source: Source): Source => {
      if (source.kind === 'constant') return source
      if (source.kind === 'node' && source.index >= from) return { ...source, index: source.index - from }
      return { kind: 'input', index: numbers.get(sourceKey(source)) as number }
    }
    const body: Recording = {
      inputs: taken.map(typeOf),
      constants,
      nodes: nodes.slice(from, to).map((node) => ({ ...node, inputs: node.inputs.map(inside) })),
      outputs: [...(results[index]?.values() ?? [])].map(({ source }) => ({
        ...typeOf(source.kind === 'node' ? { ...source, index: source.index + from } : source),
        source,
      })),
    }
    return [nameOf(index), withoutDeadNodes(body)] as const
  })
  const main = {
    inputs,
    constants,
    nodes: kept,
    outputs: outputs.map((output) => ({ ...output, source: moved(output.source) })),
  }
  return { main: withoutDeadNodes(main), functions: new Map(functions) }
}

function nameOf(group: number): string {
  return `repeated${group}`
}
