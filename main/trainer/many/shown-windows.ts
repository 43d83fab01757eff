import type { ShownWindow } from '@contract/experiment/experiment'
import { MOST_SHOWN } from '@contract/experiment/limits'
import type { OpenedSource } from '../data/open-source'
import { shownUpdate } from '../run/updating/shown-update'
import type { ReplayedUpdate } from '../timeline/replay'
import { createThinned } from './thinned'

/** The windows of a run that are kept. */
export type ShownWindows = {
  /** @param at seconds since the run began */
  readonly add: (made: ReplayedUpdate, at: number) => void
  readonly all: () => readonly ShownWindow[]
}

/** @param which of them: many, equally far apart, or the last alone */
export function createShownWindows(source: OpenedSource, which: 'all' | 'last'): ShownWindows {
  const windows = createThinned<ShownWindow | null>(MOST_SHOWN)
  let last: (() => ShownWindow) | null = null
  return {
    add: (made, at) => {
      last = () => windowOf(source, made, at)
      // Only what is kept is put into its own units: a long run has many more.
      if (which === 'all') windows.add(windows.isNextKept() ? last() : null)
    },
    all: () => {
      if (!last) return []
      const end = last
      return which === 'all' ? windows.all().map((window) => window ?? end()) : [end()]
    },
  }
}

function windowOf(source: OpenedSource, made: ReplayedUpdate, at: number): ShownWindow {
  const { start, step, targets, predictions } = shownUpdate(source, made.window, made, made.validationLoss)
  return { update: made.update, at, start, step, targets, predictions }
}
