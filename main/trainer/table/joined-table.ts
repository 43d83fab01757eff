import type { UpdateTable } from '@contract/run/update-table'

const COLUMNS = ['losses', 'gradientNorms', 'times', 'inputs', 'targets', 'predictions'] as const

/** Tables that follow each other as one; without any, one of no update. */
export function joinedTable(parts: readonly UpdateTable[]): UpdateTable {
  const lengths = new Uint32Array(parts.reduce((sum, part) => sum + part.lengths.length, 0))
  const columns = COLUMNS.map((name) => {
    const all = new Float32Array(parts.reduce((sum, part) => sum + part[name].length, 0))
    fill(all, parts, (part) => part[name])
    return [name, all] as const
  })
  fill(lengths, parts, (part) => part.lengths)
  const floats = Object.fromEntries(columns) as Record<(typeof COLUMNS)[number], Float32Array>
  return { firstUpdate: parts[0]?.firstUpdate ?? 1, lengths, ...floats }
}

function fill<T extends Float32Array | Uint32Array>(
  all: T,
  parts: readonly UpdateTable[],
  of: (part: UpdateTable) => T,
) {
  let offset = 0
  for (const part of parts) {
    all.set(of(part), offset)
    offset += of(part).length
  }
}
