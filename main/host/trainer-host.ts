import { inEnglish } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import type { TrainerStatus } from '@contract/run/trainer-status'
import type { ToTrainer, TrainerRequests } from '@contract/wire/trainer-wire'
import { after, type Deferred, defer } from '../base/deferred'
import type { Log } from '../base/log'
import { withoutPaths } from '../base/without-paths'
import { createPartJoiner, type TrainerEvent } from './checkpoint-parts'
import { createPendingRequests } from './pending-requests'
import { createOutputTail, endText, exitReason } from './trainer-end'
import type { TrainerProcess } from './trainer-process'

/** Requests that nobody waits for. */
type Telling =
  | 'attachPage'
  | 'acknowledgeUpdates'
  | 'cancelTable'
  | 'cancelLoad'
  | 'cancelTableReading'
  | 'cancelProof'
  | 'cancelMoment'
type Asking = Exclude<keyof TrainerRequests, Telling>

export type TrainerHostOptions = {
  readonly fork: () => TrainerProcess
  readonly onEvent: (event: TrainerEvent) => void
  readonly onStatus: (status: TrainerStatus) => void
  /** The update of the checkpoint at hand, if there is one. */
  readonly resumableAt: () => number | null
  readonly log: Log
}

/** Asks the trainer something. Always answered: by the trainer, or with the reason why it cannot. */
export type Ask = <Name extends Asking>(
  name: Name,
  ...args: Parameters<TrainerRequests[Name]>
) => Promise<ReturnType<TrainerRequests[Name]>>

/** Opens a run in a trainer that has just loaded TensorFlow; until it is open nobody else is let in. */
export type Opening = (ask: Ask) => Promise<Result<unknown>>

/** The trainer from main's side: its life, what it is asked and what it tells. */
export type TrainerHost = {
  readonly status: () => TrainerStatus
  /** Why the trainer cannot be asked anything now; null when it can. */
  readonly refusal: () => Result<never> | null
  /** Forks a trainer, if there is none, and lets it open a run; answers what came of that. */
  readonly start: (open: Opening) => Promise<Result<unknown>>
  readonly ask: Ask
  readonly tell: <Name extends Telling>(name: Name, ...args: Parameters<TrainerRequests[Name]>) => void
  /**
   * Ends a trainer that cannot be heard, without a word of it, and starts another. One that writes a file for a person is
   * left alone: then null.
   */
  readonly replace: (open: Opening) => Promise<Result<unknown>> | null
  /** Ends the trainer because the app ends: lets it write what is being saved, then kills it. */
  readonly end: () => Promise<void>
}

/** Milliseconds that a save under way may hold the app open, and then the ending of the process. */
export const SAVE_LIMIT = 5_000
export const EXIT_LIMIT = 2_000

/** Requests that write files for a person. */
const WRITES = ['exportWeights', 'exportTable', 'saveProject'] as const

/** A trainer that lives: the process, and what ends with it. */
type Life = {
  readonly process: TrainerProcess
  readonly opened: Deferred<Result<unknown>>
  readonly ended: Deferred<void>
}

/** There is no process before `start`. */
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
  let loaded = false
  let ending = false
  /** Its end was asked for, and another follows. */
  let replacing = false
  let whyGone = text('trainerHost.neverStarted')

  function become(next: TrainerStatus) {
    status = next
    onStatus(next)
  }

  function start(open: Opening): Promise<Result<unknown>> {
    if (life) return life.opened.promise
    loaded = false
    become({ kind: 'starting' })
    try {
      life = begin(fork(), open)
      return life.opened.promise
    } catch (error) {
      // No process at all: the same for the person as one that ended at once.
      return Promise.resolve(gone(-1, error instanceof Error ? error.message : String(error)))
    }
  }

  function begin(process: TrainerProcess, open: Opening): Life {
    const tail = createOutputTail()
    const whole = createPartJoiner()
    const born: Life = { process, opened: defer(), ended: defer() }
    process.onLine((line) => {
      tail.add(line)
      log.info(`trainer: ${line}`)
    })
    process.onMessage((message) => {
      if (message.kind === 'reply') {
        if (!pending.settle(message.id, message.value)) log.error(`a reply to nothing: ${message.id}`)
        return
      }
      const event = whole(message)
      if (event) onEvent(event)
      if (message.name === 'ready') void letOpen(born, open, { kind: 'ready', ...message.payload })
    })
    process.onExit((exitCode) => {
      life = null
      born.opened.resolve(gone(exitCode, tail.cause()))
      born.ended.resolve()
    })
    return born
  }

  /** Says `ready` only when there is a run: whoever hears it would otherwise make one of their own. */
  async function letOpen(born: Life, open: Opening, ready: TrainerStatus) {
    loaded = true
    const opened = await open(post)
    if (life === born) {
      log.info('the trainer is ready')
      become(ready)
    }
    born.opened.resolve(opened)
  }

  function gone(exitCode: number, cause: string | undefined): Result<never> {
    const reason = exitReason(loaded, exitCode)
    whyGone = endText(reason, exitCode, cause && withoutPaths(cause))
    // The log keeps the paths; whoever is answered does not get them.
    if (ending || replacing) log.info(`the trainer has ended with code ${exitCode}`)
    else log.error(inEnglish(endText(reason, exitCode, cause)))
    const answer = fail('trainer-gone', whyGone)
    pending.settleAll(answer)
    if (!ending && !replacing) become({ kind: 'gone', reason, exitCode, resumableAt: resumableAt() })
    return answer
  }

  function refusal(): Result<never> | null {
    switch (status.kind) {
      case 'ready':
        return null
      case 'starting':
        return fail('trainer-not-ready', text('trainerHost.loading'))
      case 'gone':
        return fail('trainer-gone', whyGone)
    }
  }

  /** Posts without looking at the status. The pair of name and arguments fits by the type of `Ask`. */
  function post(name: keyof TrainerRequests, ...args: readonly unknown[]): Promise<never> {
    const { id, reply } = pending.open(name)
    if (life) life.process.post({ kind: 'request', id, name, args } as ToTrainer)
    else pending.settle(id, fail('trainer-gone', whyGone))
    // The reply is what the trainer's handler of that name returned; `trainer-gone` is a Result as well.
    return reply as Promise<never>
  }

  function writesUnderWay() {
    return WRITES.flatMap((name) => pending.waitingFor(name))
  }

  async function replaced({ process, ended }: Life, open: Opening): Promise<Result<unknown>> {
    replacing = true
    become({ kind: 'starting' })
    process.kill()
    await ended.promise
    replacing = false
    return start(open)
  }

  return {
    status: () => status,
    refusal,
    replace: (open) => {
      if (writesUnderWay().length > 0) return null
      return life ? replaced(life, open) : start(open)
    },
    start,
    ask: (name, ...args) => {
      const refused = refusal()
      return refused ? Promise.resolve(refused as never) : post(name, ...args)
    },
    tell: (name, ...args) => {
      // Also while a run is being opened: a page that is not heard then would wait for updates for ever.
      if (life && loaded) life.process.post({ kind: 'request', id: null, name, args } as ToTrainer)
    },
    end: async () => {
      ending = true
      if (!life) return
      const { process, ended } = life
      await Promise.race([Promise.all(writesUnderWay()), after(SAVE_LIMIT)])
      process.kill()
      await Promise.race([ended.promise, after(EXIT_LIMIT)])
    },
  }
}
