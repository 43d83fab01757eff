import { ok } from '@contract/result'
import type { FromWorker, ToWorker } from '@contract/wire/worker-wire'
import { openSource } from '../data/open-source'
import type { FindSeries } from '../data/source/source'
import type { Clock } from '../system/clock'
import { createPatientEngine } from '../training/engine/patient-engine'
import { createBestRival } from './best-rival'
import { createForwards } from './forwards'
import { madeRun, type RunToMake } from './made-run'
import { createRunsEngine } from './runs-engine'

/** Milliseconds of pieces between two looks at what main says. */
const UNHEARD = 10

/** Work in pieces, and what comes of it. */
type Job =
  | { readonly kind: 'run'; readonly pieces: Generator<void, FromWorker> }
  | { readonly kind: 'warm'; readonly pieces: Generator<void, null> }

/** What a worker works with. */
export type WorkerTools = {
  readonly clock: Pick<Clock, 'now' | 'soon'>
  readonly find: FindSeries
  readonly post: (message: FromWorker) => void
}

/**
 * Makes runs one after the other, each by what it is asked for alone: what is kept from one to the next changes how long they
 * take, and nothing else of them. Of a recording that cannot be written nobody is told: the runs are made without it.
 *
 * @returns what hears main
 */
export function createWorker({ clock, find, post }: WorkerTools): (message: ToWorker) => void {
  const patient = createPatientEngine(() => {})
  const engines = createRunsEngine(patient)
  const bestRival = createBestRival()
  const forwardOf = createForwards()
  let waiting: readonly Job[] = []
  let current: Job | null = null
  let isPlanned = false

  function* run(job: number, asked: RunToMake): Generator<void, FromWorker> {
    const made = yield* make(asked)
    return made.ok ? { kind: 'made', job, run: made.value } : { kind: 'refused', job, why: made.error.text }
  }

  function* make(asked: RunToMake) {
    const { config } = asked
    const opened = openSource(config, find)
    if (!opened.ok) return opened
    const source = opened.value
    const rivalLoss = yield* bestRival(source, config)
    const engine = yield* engines.ready(config, source, false)
    const ways = { source, engine, forward: forwardOf(config), rivalLoss, now: clock.now }
    const made = yield* madeRun(asked, ways)
    engines.made(config, made.updates)
    return ok(made)
  }

  function* warm(config: RunToMake['config']): Generator<void, null> {
    const opened = openSource(config, find)
    // Why there is no source is said when a run is asked for.
    if (!opened.ok) return null
    yield* bestRival(opened.value, config)
    yield* engines.ready(config, opened.value, true)
    return null
  }

  function giveUp() {
    current?.pieces.return(undefined as never)
    current = null
  }

  function plan() {
    if (isPlanned) return
    isPlanned = true
    clock.soon(advance)
  }

  function advance() {
    isPlanned = false
    const until = clock.now() + UNHEARD
    do {
      if (!current) {
        current = waiting[0] ?? null
        waiting = waiting.slice(1)
      }
      if (!current) return
      const piece = current.pieces.next()
      if (!piece.done) continue
      current = null
      if (piece.value) post(piece.value)
    } while (clock.now() < until)
    plan()
  }

  return (message) => {
    switch (message.kind) {
      case 'run': {
        const { job, index, config, shown } = message
        // Whoever waits for a run waits for no recording that it may do without.
        if (current?.kind === 'warm') {
          giveUp()
          patient.abandon()
        }
        const runs = waiting.filter(({ kind }) => kind === 'run')
        waiting = [...runs, { kind: 'run', pieces: run(job, { index, config, shown }) }]
        break
      }
      case 'warm': {
        if (current?.kind === 'warm') giveUp()
        const runs = waiting.filter(({ kind }) => kind === 'run')
        waiting = [...runs, { kind: 'warm', pieces: warm(message.config) }]
        break
      }
      case 'drop':
        giveUp()
        waiting = []
        patient.abandon()
        post({ kind: 'dropped' })
    }
    plan()
  }
}
