import { fail, type Result } from '@contract/result'
import type { TrainerStatus } from '@contract/trainer-status'
import type { FromTrainer, ToTrainer, TrainerRequests } from '@contract/trainer-wire'
import { after, type Deferred, defer } from './deferred'
import type { Log } from './log'
import { createPendingRequests } from './pending-requests'
import { createOutputTail, endSentence, exitReason } from './trainer-end'
import type { TrainerProcess } from './trainer-process'

export type TrainerEvent = Extract<FromTrainer, { kind: 'event' }>

/** Requests that nobody waits for. */
type Telling = 'attachPage' | 'acknowledgeUpdates'
type Asking = Exclude<keyof TrainerRequests, Telling>

export type TrainerHostOptions = {
  readonly fork: () => TrainerProcess
  readonly onEvent: (event: TrainerEvent) => void
  readonly onStatus: (status: TrainerStatus) => void
  /** The update of the checkpoint at hand, if there is one. */
  readonly resumableAt: () => number | null
  readonly log: Log
}

/** The trainer from main's side: its life, what it is asked and what it tells. */
export type TrainerHost = {
  readonly status: () => TrainerStatus
  /** Why the trainer cannot be asked anything now; null when it can. */
  readonly refusal: () => Result<never> | null
  /** Forks a trainer if there is none; ends when it is ready, or gone. */
  readonly start: () => Promise<TrainerStatus>
  /** Always answered: by the trainer, or with the reason why it cannot. */
  readonly ask: <Name extends Asking>(
    name: Name,
    ...args: Parameters<TrainerRequests[Name]>
  ) => Promise<ReturnType<TrainerRequests[Name]>>
  readonly tell: <Name extends Telling>(name: Name, ...args: Parameters<TrainerRequests[Name]>) => void
  /** Ends the trainer because the app ends: lets it write what is being saved, then kills it. */
  readonly end: () => Promise<void>
}

/** Milliseconds that a save under way may hold the app open, and then the ending of the process. */
export const SAVE_LIMIT = 5_000
export const EXIT_LIMIT = 2_000

/** A trainer that lives: the process, and what ends with it. */
type Life = {
  readonly process: TrainerProcess
  readonly settled: Deferred<TrainerStatus>
  readonly ended: Deferred<void>
}

/** Makes the host; no process is there before `start`. */
export function createTrainerHost({
  fork,
  onEvent,
  onStatus,
  resumableAt,
  log,
}: TrainerHostOptions): TrainerHost {
  const pending = createPendingRequests<keyof TrainerRequests>()
  let status: TrainerStatus = { kind: 'starting' }
  let life: Life | null = null
  let ending = false
  let whyGone = 'The trainer has not been started; start the app again.'

  function become(next: TrainerStatus) {
    status = next
    onStatus(next)
  }

  function start(): Promise<TrainerStatus> {
    if (life) return life.settled.promise
    become({ kind: 'starting' })
    try {
      life = begin(fork())
      return life.settled.promise
    } catch (error) {
      // No process at all: the same for the person as one that ended at once.
      gone(-1, error instanceof Error ? error.message : String(error))
      return Promise.resolve(status)
    }
  }

  function begin(process: TrainerProcess): Life {
    const tail = createOutputTail()
    const born: Life = { process, settled: defer(), ended: defer() }
    process.onLine((line) => {
      tail.add(line)
      log.info(`trainer: ${line}`)
    })
    process.onMessage((message) => hear(message, born))
    process.onExit((exitCode) => {
      life = null
      gone(exitCode, tail.cause())
      born.settled.resolve(status)
      born.ended.resolve()
    })
    return born
  }

  function hear(message: FromTrainer, from: Life) {
    if (message.kind === 'reply') {
      if (!pending.settle(message.id, message.value)) log.error(`a reply to nothing: ${message.id}`)
      return
    }
    if (message.name === 'ready') {
      become({ kind: 'ready', ...message.payload })
      from.settled.resolve(status)
    }
    onEvent(message)
  }

  function gone(exitCode: number, cause: string | undefined) {
    const reason = exitReason(status.kind === 'ready', exitCode)
    whyGone = endSentence(reason, exitCode, cause)
    log[ending ? 'info' : 'error'](ending ? `the trainer has ended with code ${exitCode}` : whyGone)
    pending.settleAll(fail('trainer-gone', whyGone))
    if (!ending) become({ kind: 'gone', reason, exitCode, resumableAt: resumableAt() })
  }

  function refusal(): Result<never> | null {
    switch (status.kind) {
      case 'ready':
        return life ? null : fail('trainer-gone', whyGone)
      case 'starting':
        return fail('trainer-not-ready', 'The trainer is still loading TensorFlow; try again in a moment.')
      case 'gone':
        return fail('trainer-gone', whyGone)
    }
  }

  function post(name: keyof TrainerRequests, args: readonly unknown[]): Promise<unknown> {
    const { id, reply } = pending.open(name)
    // The pair of name and arguments fits by the types of `ask` and `tell`.
    life?.process.post({ kind: 'request', id, name, args } as ToTrainer)
    return reply
  }

  return {
    status: () => status,
    refusal,
    start,
    // The reply is what the trainer's handler of that name returned; `trainer-gone` is a Result as well.
    ask: (name, ...args) => Promise.resolve(refusal() ?? post(name, args)) as never,
    tell: (name, ...args) => {
      if (refusal() === null) void post(name, args)
    },
    end: async () => {
      ending = true
      if (!life) return
      const { process, ended } = life
      await Promise.race([Promise.all(pending.waitingFor('saveWeights')), after(SAVE_LIMIT)])
      process.kill()
      await Promise.race([ended.promise, after(EXIT_LIMIT)])
    },
  }
}
