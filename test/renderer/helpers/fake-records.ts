import { ok, type Result } from '@contract/result'
import type { RecordedPiece } from '@contract/run/kept-run'
import type { RunConfig } from '@contract/settings/run-config'
import { fakeBatch } from './fake-batch'

/** Consecutive updates that were made with the same settings. */
type Stretch = { readonly first: number; readonly count: number; readonly config: RunConfig }

/** What runs of the fake have recorded, by their ids: a piece for each stretch. */
export type FakeRecords = {
  readonly add: (runId: string, stretch: Stretch) => void
  readonly copy: (fromId: string, toId: string, upTo: number) => void
  readonly read: (runId: string, place: number) => Result<RecordedPiece>
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
    read: (runId, place) => {
      const stretch = of(runId)[place]
      if (!stretch) return ok({ batch: null, next: null })
      const { first, count, config } = stretch
      const next = place + 1 < of(runId).length ? place + 1 : null
      return ok({ batch: fakeBatch(first, count, { runId, config }), next })
    },
  }
}
