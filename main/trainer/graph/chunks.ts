import { type RecordedNode, type Source, sourceKey } from './recording/recording'

/** Nodes from which a call costs less than a hundredth of what it does. */
const WORTH_CALLING = 400

/**
 * Repeated parts that are the same calculation, in groups: several parts together where one is not worth a call.
 *
 * @param nodes of a recording
 * @returns groups of at least two
 */
export function equalChunks(nodes: readonly RecordedNode[]): readonly (readonly Chunk[])[] {
  return [...groupsOf(nodes, chunksOf(nodes)).values()].filter(({ length }) => length > 1)
}

/** Nodes that follow upon each other: from the first to before the last. */
type Range = { readonly from: number; readonly to: number }

/** Parts that follow right upon each other, some together, so that they are worth a call. */
function chunksOf(nodes: readonly RecordedNode[]): readonly Range[] {
  const runs: Range[][] = []
  let last: number | null = null
  for (const [index, { part }] of nodes.entries()) {
    if (part === null) {
      last = null
      continue
    }
    if (part === last) {
      const run = runs.at(-1) as Range[]
      run.push({ from: (run.pop() as Range).from, to: index + 1 })
    } else {
      if (last === null) runs.push([])
      runs.at(-1)?.push({ from: index, to: index + 1 })
    }
    last = part
  }
  return runs.flatMap(together)
}

function together(run: readonly Range[]): readonly Range[] {
  const nodes = (run.at(-1)?.to ?? 0) - (run[0]?.from ?? 0)
  const calls = Math.min(run.length, Math.floor(nodes / WORTH_CALLING))
  if (calls < 2) return []
  const perCall = Math.floor(run.length / calls)
  return Array.from({ length: calls }, (_, call) => ({
    from: (run[call * perCall] as Range).from,
    to: (run[(call + 1) * perCall - 1] as Range).to,
  }))
}

/** Such nodes, and what it takes from outside of it, in the order in which it does. */
export type Chunk = Range & { readonly inputs: readonly Source[] }

/** Chunks by what they do. */
function groupsOf(
  nodes: readonly RecordedNode[],
  ranges: readonly Range[],
): ReadonlyMap<string, readonly Chunk[]> {
  const groups = new Map<string, Chunk[]>()
  const attributesAt = new Map<object, number>()
  for (const { from, to } of ranges) {
    const inputs = new Map<string, Source>()
    const numbers = new Map<string, number>()
    const textOf = (source: Source) => {
      if (source.kind === 'constant') return `c${source.index}`
      if (source.kind === 'node' && source.index >= from) return `n${source.index - from}:${source.output}`
      const key = sourceKey(source)
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      inputs.set(key, source)
      return `i${number}`
    }
    const lines = nodes.slice(from, to).map(({ op, attributes, inputs: taken }) => {
      const number = attributesAt.get(attributes) ?? attributesAt.size
      attributesAt.set(attributes, number)
      return `${op} ${number} ${taken.map(textOf).join()}`
    })
    const text = lines.join('\n')
    const group = groups.get(text) ?? []
    groups.set(text, group)
    group.push({ from, to, inputs: [...inputs.values()] })
  }
  return groups
}
