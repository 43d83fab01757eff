import type { RunConfig } from '@contract/settings/run-config'
import type { FromWorker } from '@contract/wire/worker-wire'
import { type Deferred, defer } from '../../base/deferred'
import type { Job, JobSource } from './job'
import type { Worker } from './worker'

/** Milliseconds in which a worker must say that it has given up what it was told to drop. */
export const DROP_LIMIT = 2_000

/** A run, and whose it is. */
export type Given = { readonly source: JobSource; readonly job: Job }

/** One worker, and what it was given. */
export type Hand = {
  /** Its runs by the order of being given: the first is under way. */
  readonly given: () => readonly Given[]
  readonly wasReady: () => boolean
  /** Whether it can be given something now. */
  readonly isFree: () => boolean
  readonly isKilled: () => boolean
  readonly give: (given: Given) => void
  /** What an answer is about, which it has no more from now on; undefined for what it was to drop. */
  readonly take: (job: number) => Given | undefined
  /** It has nothing any more, whatever it answers. */
  readonly clear: () => void
  readonly warmedFor: () => RunConfig | null
  readonly warm: (config: RunConfig) => void
  /** Lets it give up all that it was given, and kills it where it does not say in time that it has. */
  readonly drop: () => Promise<void>
  readonly kill: () => void
}

export type HandOptions = {
  readonly later: (action: () => void, milliseconds: number) => void
  readonly onMessage: (message: FromWorker) => void
  readonly onExit: () => void
}

export function createHand(worker: Worker, { later, onMessage, onExit }: HandOptions): Hand {
  let given: readonly (Given & { readonly number: number })[] = []
  let number = 0
  let ready = false
  let killed = false
  let warmedFor: RunConfig | null = null
  let dropping: Deferred<void> | null = null

  function dropped() {
    dropping?.resolve()
    dropping = null
  }

  function kill() {
    killed = true
    worker.kill()
  }

  worker.onMessage((message) => {
    if (message.kind === 'ready') ready = true
    if (message.kind === 'dropped') dropped()
    onMessage(message)
  })
  worker.onExit(() => {
    dropped()
    onExit()
  })
  return {
    given: () => given,
    wasReady: () => ready,
    isFree: () => ready && !killed && dropping === null,
    isKilled: () => killed,
    give: (one) => {
      number += 1
      given = [...given, { ...one, number }]
      worker.post({ kind: 'run', job: number, ...one.job })
    },
    take: (job) => {
      const found = given.find((one) => one.number === job)
      given = given.filter((one) => one !== found)
      return found
    },
    clear: () => {
      given = []
    },
    warmedFor: () => warmedFor,
    warm: (config) => {
      warmedFor = config
      worker.post({ kind: 'warm', config })
    },
    drop: () => {
      if (dropping) return dropping.promise
      const waiting = defer<void>()
      dropping = waiting
      worker.post({ kind: 'drop' })
      later(() => {
        if (dropping === waiting) kill()
      }, DROP_LIMIT)
      return waiting.promise
    },
    kill,
  }
}
