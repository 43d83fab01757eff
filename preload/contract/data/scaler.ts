/** What a column becomes before the network sees it: (value − offset) / scale. */
export type Scaler = { readonly offset: number; readonly scale: number }

/** How every column of a run is scaled, in the order of its inputs and of its targets. */
export type Scalers = { readonly inputs: readonly Scaler[]; readonly targets: readonly Scaler[] }

/** What leaves every number as it is. */
export const AS_IT_IS: Scaler = { offset: 0, scale: 1 }

/** A number of the network in the column's own unit. */
export function unscaled(value: number, { offset, scale }: Scaler): number {
  return value * scale + offset
}

/** A number in its column's own unit as the network sees it. */
export function scaled(value: number, { offset, scale }: Scaler): number {
  return (value - offset) / scale
}
