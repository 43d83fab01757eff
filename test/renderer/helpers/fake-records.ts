import { ok, type Result } from '@contract/result'
import type { UpdateBatch } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import { fakeBatch } from './fake-batch'

/** Consecutive updates that were made with the same settings. */
type Stretch = { readonly first: number; readonly count: number; readonly config: RunConfig }

/** What runs of the fake have recorded, by their ids: what is handed over at a time is of one stretch. */
export type FakeRecords = {
  readonly add: (runId: string, stretch: Stretch) => void
  readonly copy: (fromId: string, toId: string, upTo: number) => void
  readonly read: (runId: string, first: number, last: number) => Result<UpdateBatch | null>
}

export function createFakeRecords(): FakeRecords {
  const stretches = new Map<string, readonly Stretch[]>()
  const of = (runId: string) => stretches.get(runId) ?? []
  return {
    add: (runId, stretch) => stretches.set(runId, [...of(runId), stretch]),
    copy: (fromId, toId, upTo) => {
      const before = of(fromId).filter(({ first }) => first <= upTo)
      stretches.set(
        toId,
        before.map((each) => ({ ...each, count: Math.min(each.count, upTo - each.first + 1) })),
      )
    },
    read: (runId, first, last) => {
      const stretch = of(runId).find((each) => each.first + each.count > first)
      if (!stretch || stretch.first > last) return ok(null)
      const from = Math.max(first, stretch.first)
      const count = Math.min(last + 1, stretch.first + stretch.count) - from
      return ok(fakeBatch(from, count, { runId, config: stretch.config }))
    },
  }
}
