import { randomUUID } from 'node:crypto'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { RunConfig } from '@contract/settings/run-config'
import { openSource } from '../data/open-source'
import type { FindSeries } from '../data/source/source'
import { openRun } from '../run/run'
import type { Run, RunTools } from '../run/run-types'
import type { PackedKeyframe } from '../timeline/keyframes'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'

/** The runs that are open: one at a time. Another one takes its place only when it is known to be whole. */
export type RunRegistry = {
  /** Null before the first one is opened. */
  readonly present: () => Run | null
  /** The open run of this id; fails with `no-run` where it has been left, or where there is none yet. */
  readonly find: (id: RunId) => Result<Run>
  /**
   * Opens a run in the place of the present one, which tells its last updates first. Fails where what it learns from cannot
   * be had: then all is as it was.
   *
   * @param keyframes of the updates that it has made
   */
  readonly open: (begin: Checkpoint, keyframes?: readonly PackedKeyframe[]) => Result<Run>
  /** Opens a run under an id of its own that has made no update yet. */
  readonly openNew: (begin: Pick<Checkpoint, 'config' | 'origin' | 'goal' | 'initial'>) => Result<Run>
}

export type RunRegistryOptions = {
  readonly tools: RunTools
  readonly findSeries: FindSeries
  /** The present run, if there is one, is about to be left: whatever else would open another one is out of date. */
  readonly onOpening: () => void
  readonly onOpened: (config: RunConfig) => void
}

/** Opens nothing by itself. */
export function createRunRegistry(options: RunRegistryOptions): RunRegistry {
  const { tools, findSeries, onOpening, onOpened } = options
  let present: Run | null = null

  function open(begin: Checkpoint, keyframes: readonly PackedKeyframe[] = []): Result<Run> {
    const source = openSource(begin.config, findSeries)
    if (!source.ok) return source
    onOpening()
    present?.dispose()
    present = openRun(begin, source.value, tools, keyframes)
    onOpened(begin.config)
    return ok(present)
  }

  return {
    present: () => present,
    find: (id) => {
      if (!present) return fail('no-run', text('trainer.noRun'))
      return present.description.id === id ? ok(present) : fail('no-run', text('trainer.otherRun'))
    },
    open,
    openNew: (begin) => open({ ...begin, id: randomUUID(), broke: null, present: begin.initial }),
  }
}
