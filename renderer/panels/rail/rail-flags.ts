import type { PlannedChange } from '@contract/timeline/planned-changes'
import type { SettingsEvent } from '@contract/timeline/settings-events'
import type { Ends } from './rail-keys'

/** What stands at one place of the rail: changes of settings and whether the run branches off there, or changes to come. */
export type Flag = {
  /** No two flags have the same. */
  readonly key: string
  readonly kind: 'change' | 'branch' | 'planned'
  readonly update: number
  readonly isBranch: boolean
  readonly events: readonly SettingsEvent[]
  readonly planned: readonly PlannedChange[]
}

/** What there is to be told of a run. */
export type Told = {
  readonly events: readonly SettingsEvent[]
  readonly planned: readonly PlannedChange[]
  readonly branchedAt: number | null
}

type Mark = Omit<Flag, 'key' | 'kind'>

/**
 * How many updates two flags stand apart at least, in doublings of one: nothing moves while a run goes on but when it has
 * become twice as long.
 *
 * @param places flags that have room beside each other
 */
export function leastDistance({ first, last }: Ends, places: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, last - first) / places)))
}

/**
 * Flags for all there is to tell; what would stand nearer to the one before than so many updates is told with it. What is to
 * come has flags of its own.
 */
export function flagsOf({ events, planned, branchedAt }: Told, distance: number): readonly Flag[] {
  // Nothing is changed in a branch before it begins, but what it has from the other run.
  const past: Mark[] = events.map((event) => ({ ...NOTHING, update: event.update, events: [event] }))
  if (branchedAt !== null) past.push({ ...NOTHING, update: branchedAt, isBranch: true })
  const toCome = planned.map((change): Mark => ({ ...NOTHING, update: change.update, planned: [change] }))
  return [...joined(past, distance), ...joined(toCome, distance)].map((mark) => {
    const kind = mark.planned.length > 0 ? 'planned' : mark.events.length > 0 ? 'change' : 'branch'
    return { ...mark, kind, key: `${kind === 'planned' ? kind : 'past'} ${mark.update}` }
  })
}

const NOTHING = { isBranch: false, events: [], planned: [] } as const

function joined(all: readonly Mark[], distance: number): readonly Mark[] {
  const marks: Mark[] = []
  for (const mark of all.toSorted((a, b) => a.update - b.update)) {
    const last = marks.at(-1)
    if (last && mark.update - last.update < distance)
      marks.splice(-1, 1, {
        update: last.update,
        isBranch: last.isBranch || mark.isBranch,
        events: [...last.events, ...mark.events],
        planned: [...last.planned, ...mark.planned],
      })
    else marks.push(mark)
  }
  return marks
}
