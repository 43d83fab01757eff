import type { Column, Series } from '@contract/data/series'

/** A series of these columns, whose time steps are counted. */
export function counted(columns: Readonly<Record<string, Float64Array>>): Series {
  return { times: { kind: 'rows' }, columns: named(columns) }
}

export function named(columns: Readonly<Record<string, Float64Array>>): Column[] {
  return Object.entries(columns).map(([name, values]) => ({ name, values }))
}
