import type { ExperimentRun } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import type { FromWorker, ToWorker } from '@contract/wire/worker-wire'
import type { MakeWorker, Worker } from '../../../main/experiments/pool/worker'
import { anyRun } from './any-run'

type RunMessage = Extract<ToWorker, { kind: 'run' }>

/** A worker that does what a test says, by the rules of the wire: what it was told to drop it never answers. */
export type ScriptedWorker = {
  readonly heard: readonly ToWorker[]
  /** Places of the runs that it has, the one under way first. */
  readonly has: () => readonly number[]
  readonly isDead: () => boolean
  /** TensorFlow is loaded. */
  readonly ready: () => void
  /** Ends the run that is under way. */
  readonly finish: (change?: Partial<ExperimentRun>) => void
  readonly refuse: (why: Text) => void
  readonly die: () => void
  /** Hears nothing from now on, as in a long native call. */
  readonly beDeaf: () => void
}

/** All workers that were started, and how. */
export type Workshop = {
  readonly make: MakeWorker
  readonly workers: readonly ScriptedWorker[]
  /** Those that live. */
  readonly alive: () => readonly ScriptedWorker[]
  /** The next are ready as soon as they are started. */
  readonly readyAtOnce: () => void
}

/** The end of a process is told later, as by the system. */
const soon = (action: () => void) => queueMicrotask(action)

export function createWorkshop(): Workshop {
  const workers: ScriptedWorker[] = []
  let isReadyAtOnce = false

  function make(): Worker {
    const heard: ToWorker[] = []
    let waiting: readonly RunMessage[] = []
    let isDead = false
    let isDeaf = false
    let onMessage: (message: FromWorker) => void = () => {}
    let onExit: (code: number | null) => void = () => {}
    const tell = (message: FromWorker) => {
      if (!isDead) onMessage(message)
    }
    const die = () => {
      if (isDead) return
      isDead = true
      soon(() => onExit(null))
    }
    const next = (): RunMessage => {
      const [first, ...rest] = waiting
      if (!first) throw new Error('the worker has nothing to do')
      waiting = rest
      return first
    }
    const scripted: ScriptedWorker = {
      heard,
      has: () => waiting.map(({ index }) => index),
      isDead: () => isDead,
      ready: () => tell({ kind: 'ready' }),
      finish: (change) => {
        const { job, index } = next()
        tell({ kind: 'made', job, run: anyRun(index, change) })
      },
      refuse: (why) => tell({ kind: 'refused', job: next().job, why }),
      die,
      beDeaf: () => {
        isDeaf = true
      },
    }
    workers.push(scripted)
    if (isReadyAtOnce) soon(scripted.ready)
    return {
      post: (message) => {
        if (isDead || isDeaf) return
        heard.push(message)
        if (message.kind === 'run') waiting = [...waiting, message]
        if (message.kind === 'drop') {
          waiting = []
          soon(() => tell({ kind: 'dropped' }))
        }
      },
      onMessage: (listener) => {
        onMessage = listener
      },
      onExit: (listener) => {
        onExit = listener
      },
      kill: die,
    }
  }

  return {
    make,
    workers,
    alive: () => workers.filter((worker) => !worker.isDead()),
    readyAtOnce: () => {
      isReadyAtOnce = true
    },
  }
}

/** A clock that stands still but for what a test lets pass. */
export function createStillClock() {
  let time = 0
  let due: readonly { readonly at: number; readonly action: () => void }[] = []
  return {
    now: () => time,
    later: (action: () => void, milliseconds: number) => {
      due = [...due, { at: time + milliseconds, action }]
    },
    pass: (milliseconds: number) => {
      time += milliseconds
      const now = due.filter(({ at }) => at <= time)
      due = due.filter(({ at }) => at > time)
      for (const { action } of now) action()
    },
  }
}

/** All that is under way without a timer has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
