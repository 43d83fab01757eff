/** Column, output and layer are counted from 0. */
export type MemoryAsk = {
  readonly kind: 'memory'
  readonly column: number
  readonly output: number
  readonly layer: number
}

/** What becomes of the predictions when one number that goes in is a little larger, once. */
export type InsideImpulse = {
  /** How much larger, as a share of the column's standard deviation in the window. */
  readonly share: number
  /** How far all numbers predicted move together, in the network's units: [lag], from 0. */
  readonly responses: Float32Array
  /** Time steps over which it is felt, its own among them: up to the last above 5 % of the greatest; 0 where none moves. */
  readonly keeps: number
  /** It is still felt at the last lag that was looked at. */
  readonly goesOn: boolean
}

/** How well each of the last numbers of white noise can be read out of a layer's hidden state (Jaeger 2001). */
export type InsideCapacity = {
  /** r² from 0 to 1, and 0 where it could be chance: [lag], from 0. */
  readonly perLag: Float32Array
  /** Their sum; with inputs that are independent it is at most as great as the layer has units. */
  readonly total: number
}

/** How far back a series is like itself. */
export type DataReach = {
  readonly timeSteps: number
  /** It is a season, after which the series is like itself again; else the lags up to the first that could be chance. */
  readonly isSeason: boolean
  /** It is further than was looked. */
  readonly isMore: boolean
}

/** How long the data, the window and the network remember. */
export type InsideMemory = {
  readonly kind: 'memory'
  readonly layer: number
  readonly units: number
  /** Time steps of the window. */
  readonly sees: number
  readonly impulses: readonly InsideImpulse[]
  /** Null for a layer that is too large for it. */
  readonly capacity: InsideCapacity | null
  /** Null where there is no series, or it is not like itself at all. */
  readonly needs: DataReach | null
}
