import { LESSON_FACTS, type SourceFacts } from '@contract/data/source-facts'
import type { UpdateTable } from '@contract/run/update-table'

/**
 * Tables that follow each other as one, of the same outputs; without any, one of no update.
 *
 * @param facts of the table of no update
 */
export function joinedTable(parts: readonly UpdateTable[], facts: SourceFacts = LESSON_FACTS): UpdateTable {
  const [first] = parts
  return {
    firstUpdate: first?.firstUpdate ?? 1,
    outputs: first?.outputs ?? facts.targets.length,
    facts: first?.facts ?? facts,
    losses: all(
      Float32Array,
      parts.map(({ losses }) => losses),
    ),
    gradientNorms: all(
      Float32Array,
      parts.map(({ gradientNorms }) => gradientNorms),
    ),
    validationLosses: all(
      Float32Array,
      parts.map(({ validationLosses }) => validationLosses),
    ),
    lengths: all(
      Uint32Array,
      parts.map(({ lengths }) => lengths),
    ),
    starts: all(
      Float64Array,
      parts.map(({ starts }) => starts),
    ),
    steps: all(
      Float64Array,
      parts.map(({ steps }) => steps),
    ),
    inputs: all(
      Float32Array,
      parts.map(({ inputs }) => inputs),
    ),
    targets: all(
      Float32Array,
      parts.map(({ targets }) => targets),
    ),
    predictions: all(
      Float32Array,
      parts.map(({ predictions }) => predictions),
    ),
  }
}

type Numbers = Float32Array | Float64Array | Uint32Array

function all<T extends Numbers>(make: new (length: number) => T, parts: readonly T[]): T {
  const whole = new make(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
