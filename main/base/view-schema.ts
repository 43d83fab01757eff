import {
  COLUMN_ID,
  FOLLOW_LIMITS,
  MAX_COLUMN_ID,
  MOST_HIDDEN_COLUMNS,
} from '@contract/settings/view-settings'
import * as v from 'valibot'

/** How the curves are looked at, as the page says it and as it is kept. */
export const VIEW_ENTRIES = {
  showInput: v.boolean(),
  logLoss: v.boolean(),
  showGradientNorm: v.boolean(),
  showReference: v.boolean(),
  // Kept by a version without rivals: shown, as they are always on unless somebody hides them.
  showRivals: v.optional(v.boolean(), true),
  follow: v.union([
    v.literal('all'),
    v.pipe(v.number(), v.minValue(FOLLOW_LIMITS.min), v.maxValue(FOLLOW_LIMITS.max)),
  ]),
  // Kept by a version without a table of runs: all are shown.
  hiddenRunColumns: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(MAX_COLUMN_ID), v.regex(COLUMN_ID))),
      v.maxLength(MOST_HIDDEN_COLUMNS),
    ),
    [],
  ),
} as const
