import type { SourceFacts } from '@contract/data/source-facts'
import type { UpdateTable } from '@contract/run/update-table'
import type { UpdateRecord } from '../base/update-record'

/** Gathers the updates of a whole run, to be written as a table. */
export type TableCollector = {
  /** The updates must come in order, none left out. */
  readonly add: (record: UpdateRecord) => void
  /** Everything so far; a copy. */
  readonly table: () => UpdateTable
}

export function createTableCollector(facts: SourceFacts): TableCollector {
  const records: UpdateRecord[] = []
  return {
    add: (record) => {
      records.push(record)
    },
    table: () => ({
      firstUpdate: records[0]?.update ?? 1,
      facts,
      outputs: facts.targets.length,
      losses: Float32Array.from(records, ({ loss }) => loss),
      gradientNorms: Float32Array.from(records, ({ gradientNorm }) => gradientNorm),
      validationLosses: Float32Array.from(records, ({ validationLoss }) => validationLoss),
      lengths: Uint32Array.from(records, ({ inputs }) => inputs.length),
      starts: Float64Array.from(records, ({ start }) => start),
      steps: Float64Array.from(records, ({ step }) => step),
      inputs: joined(records.map(({ inputs }) => inputs)),
      targets: joined(records.map(({ targets }) => targets)),
      predictions: joined(records.map(({ predictions }) => predictions)),
    }),
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
