import { type Chunk, equalChunks } from './chunks'
import { type Cut, cutInto, type GroupedChunk, shifted } from './cut'
import { withoutDeadNodes } from './dead-nodes'
import { type RecordedNode, type Recording, type Source, sourceKey } from './recording/recording'

/*
 * TensorFlow prepares every node of a graph before its first run. Where a recording does the same again and again, that is
 * written down as a function once, and called. A call costs some microseconds, so it has to be of many nodes.
 */

/** As one is made here, and one elsewhere. */
const RUNS_AT_A_TIME = 2

/** A recording whose nodes may be calls of functions. */
export type Folded = {
  readonly main: Recording
  /** By the name that is their calls' op. */
  readonly functions: ReadonlyMap<string, Recording>
}

/**
 * The same calculation, with repeated parts that are equal as calls of one function. A call waits on one of TensorFlow's threads
 * between ops for what it calls, which needs another one. Two recordings may run at a time, one here and one elsewhere
 * (`native/begun.ts`): with two threads each could hold one and wait for the other's for ever. Where there are fewer than three, as in
 * a worker, nothing is called.
 *
 * @param threads between ops, as TensorFlow is told at its start; where it is told nothing it may take one
 */
export function folded(
  recording: Recording,
  threads = Number(process.env.TF_NUM_INTEROP_THREADS ?? 1),
): Folded {
  const groups = threads > RUNS_AT_A_TIME ? equalChunks(recording.nodes) : []
  return groups.length > 0 ? withCalls(recording, groups) : { main: recording, functions: new Map() }
}

/** @param groups chunks that do the same, of each one function is made */
function withCalls(recording: Recording, groups: readonly (readonly Chunk[])[]): Folded {
  const cut = cutInto(recording, groups)
  const functions = groups.map(
    ([chunk], group) => [nameOf(group), functionOf(cut, { ...(chunk as Chunk), group })] as const,
  )
  return { main: mainOf(cut), functions: new Map(functions) }
}

/** What is left of a recording with a call in place of each chunk. */
function mainOf(cut: Cut): Recording {
  const { nodes, outputs } = cut.recording
  const kept: RecordedNode[] = []
  /** Where each node is now: those of a chunk where its call is. */
  const placeOf: number[] = []
  const moved = (source: Source): Source => {
    if (source.kind !== 'node') return source
    const chunk = cut.chunkAt(source.index)
    const output = chunk ? cut.placeOf(chunk, source) : source.output
    return { kind: 'node', index: placeOf[source.index] as number, output }
  }
  for (const [index, node] of nodes.entries()) {
    const chunk = cut.chunkAt(index)
    if (!chunk) kept.push({ ...node, inputs: node.inputs.map(moved) })
    else if (index === chunk.from) kept.push(callOf(cut, chunk, moved))
    placeOf.push(kept.length - 1)
  }
  return withoutDeadNodes({
    ...cut.recording,
    nodes: kept,
    outputs: outputs.map((output) => ({ ...output, source: moved(output.source) })),
  })
}

function callOf(cut: Cut, chunk: GroupedChunk, moved: (source: Source) => Source): RecordedNode {
  return {
    op: nameOf(chunk.group),
    attributes: {},
    part: null,
    inputs: chunk.inputs.map(moved),
    outputs: cut.resultsOf(chunk).map(cut.typeOf),
  }
}

/** What a chunk does, as a function of what it takes from outside of it. */
function functionOf(cut: Cut, chunk: GroupedChunk): Recording {
  const { constants, nodes } = cut.recording
  const numbers = new Map(chunk.inputs.map((source, number) => [sourceKey(source), number]))
  const inside = (source: Source): Source => {
    if (source.kind === 'constant') return source
    if (source.kind === 'node' && source.index >= chunk.from) return shifted(source, -chunk.from)
    return { kind: 'input', index: numbers.get(sourceKey(source)) as number }
  }
  return withoutDeadNodes({
    inputs: chunk.inputs.map(cut.typeOf),
    constants,
    nodes: nodes.slice(chunk.from, chunk.to).map((node) => ({ ...node, inputs: node.inputs.map(inside) })),
    outputs: cut.resultsOf(chunk).map((source) => ({ ...cut.typeOf(source), source: inside(source) })),
  })
}

function nameOf(group: number): string {
  return `repeated${group}`
}
