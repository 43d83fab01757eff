import type { Chunk } from './chunks'
import { type Recording, type Source, sourceKey, type ValueType } from './recording/recording'

/** A chunk, and the place of its group among all that do the same. */
export type GroupedChunk = Chunk & { readonly group: number }

/** A recording with the chunks that it is to be cut into. */
export type Cut = {
  readonly recording: Recording
  /** The chunk that a node is in. */
  readonly chunkAt: (node: number) => GroupedChunk | undefined
  /**
   * What somebody outside takes out of a chunk, as sources of the recording. It is as much of all chunks of a group, and in the
   * same order: one function stands for them.
   */
  readonly resultsOf: (chunk: GroupedChunk) => readonly Source[]
  /** The place of one of them. */
  readonly placeOf: (chunk: GroupedChunk, result: Source) => number
  readonly typeOf: (source: Source) => ValueType
}

/** @param groups chunks that do the same */
export function cutInto(recording: Recording, groups: readonly (readonly Chunk[])[]): Cut {
  const { inputs, constants, nodes, outputs } = recording
  const chunks = new Array<GroupedChunk | undefined>(nodes.length).fill(undefined)
  for (const [group, those] of groups.entries())
    for (const chunk of those) chunks.fill({ ...chunk, group }, chunk.from, chunk.to)

  /** Of each group what is taken out of its chunks, by where it is in them. */
  const taken = groups.map(() => new Map<string, { readonly source: Source; readonly place: number }>())
  const noteTaken = (source: Source, by: GroupedChunk | undefined) => {
    const chunk = source.kind === 'node' ? chunks[source.index] : undefined
    if (!chunk || chunk === by) return
    const inside = shifted(source, -chunk.from)
    const those = taken[chunk.group]
    if (!those?.has(sourceKey(inside))) those?.set(sourceKey(inside), { source: inside, place: those.size })
  }
  for (const [index, node] of nodes.entries())
    for (const source of node.inputs) noteTaken(source, chunks[index])
  for (const { source } of outputs) noteTaken(source, undefined)

  return {
    recording,
    chunkAt: (node) => chunks[node],
    resultsOf: ({ group, from }) =>
      [...(taken[group]?.values() ?? [])].map(({ source }) => shifted(source, from)),
    placeOf: ({ group, from }, result) =>
      taken[group]?.get(sourceKey(shifted(result, -from)))?.place as number,
    typeOf: (source) => {
      if (source.kind === 'node') return nodes[source.index]?.outputs[source.output] as ValueType
      return (source.kind === 'input' ? inputs : constants)[source.index] as ValueType
    },
  }
}

/** The same result of a node so many further on. */
export function shifted(source: Source, by: number): Source {
  return source.kind === 'node' ? { ...source, index: source.index + by } : source
}
