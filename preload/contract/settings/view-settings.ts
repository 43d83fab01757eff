/** How the curves are looked at: outlives the run and the app. */
export type ViewSettings = {
  readonly showInput: boolean
  readonly logLoss: boolean
  readonly showGradientNorm: boolean
  /** Whether the recorded run of another framework is drawn where there is one. */
  readonly showReference: boolean
  /** Whether the loss chart has the best rival's error, and where the network passed each rival. */
  readonly showRivals: boolean
  /** How much of the newest windows is shown, in radians of the lesson (π for a window of a series); `all` for everything. */
  readonly follow: number | 'all'
  /** Columns of the table of runs that are not shown, by their ids. */
  readonly hiddenRunColumns: readonly string[]
}

/** Columns that may be hidden: more than there are. */
export const MOST_HIDDEN_COLUMNS = 100
/** What the id of a column is. */
export const COLUMN_ID = /^[a-z]+(?:-[a-zA-Z]+)*$/
/** Letters of it at most. */
export const MAX_COLUMN_ID = 60

/** The narrowest and widest stretch that can be followed, in radians. */
export const FOLLOW_LIMITS = { min: Math.PI / 8, max: 1e9 }
