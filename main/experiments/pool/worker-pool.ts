import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'
import { sameConfig } from '@contract/settings/settings'
import type { FromWorker } from '@contract/wire/worker-wire'
import type { Log } from '../../base/log'
import { createHand, type Given, type Hand } from './hand'
import type { JobSource } from './job'
import type { MakeWorker } from './worker'

/**
 * Seconds of a run below which a worker has the next one already while it makes it, so that it never waits for main. Of longer runs
 * that counts for nothing, and the next one is better left to whoever is free first.
 */
const QUICK = 0.25
/** Workers that die of a run before it is given up. */
const MOST_DEATHS = 3
/** Workers that end before they are ready, one after the other, before no more are started. */
const MOST_FALSE_STARTS = 3
/** Milliseconds after which workers without work end. */
export const IDLE_LIMIT = 5 * 60_000

/** Processes that make runs, side by side. They are started when there is work for them. */
export type WorkerPool = {
  /** How many may be at work. */
  readonly size: () => number
  /** Fewer: those that are too many end what they have, and get no more. */
  readonly setSize: (size: number) => void
  /** Starts workers, and lets those that have nothing to do record what these settings need. */
  readonly warm: (config: RunConfig) => void
  /** Makes the runs of a source from now on; `first`: before those of all others. */
  readonly add: (source: JobSource, place: 'first' | 'last') => void
  /** A source that is there has more runs. */
  readonly wake: () => void
  /** Gives up what is under way of a source, and asks it for no more; ends when no worker is at it any more. */
  readonly remove: (source: JobSource) => Promise<void>
  /** Ends all workers; what they had is nobody's. */
  readonly end: () => void
}

export type WorkerPoolOptions = {
  readonly make: MakeWorker
  readonly size: number
  /** Does something after so many milliseconds; keeps no process alive. */
  readonly later: (action: () => void, milliseconds: number) => void
  readonly log: Pick<Log, 'error'>
}

/** There is no worker before there is something to do. */
export function createWorkerPool({ make, size: first, later, log }: WorkerPoolOptions): WorkerPool {
  let size = first
  let sources: readonly JobSource[] = []
  let hands: readonly Hand[] = []
  let warmFor: RunConfig | null = null
  let falseStarts = 0
  /** Whether the run that was made last was a short one. */
  let isQuick = false
  let ended = false
  /** Goes up with everything that is done: whoever has waited for rest knows whether there was any. */
  let stirred = 0
  const deaths = new WeakMap<JobSource, Map<number, number>>()

  /** Starts a worker; false where there can be none. */
  function start(): boolean {
    try {
      const hand = createHand(make(), {
        later,
        onMessage: (message) => hear(hand, message),
        onExit: () => lose(hand),
      })
      hands = [...hands, hand]
      return true
    } catch (error) {
      log.error('no worker could be started', error)
      return false
    }
  }

  function hear(hand: Hand, message: FromWorker) {
    if (message.kind === 'ready') falseStarts = 0
    const given = message.kind === 'made' || message.kind === 'refused' ? hand.take(message.job) : undefined
    if (given && message.kind === 'made') {
      isQuick = message.run.seconds < QUICK
      given.source.made(given.job, message.run)
    }
    if (given && message.kind === 'refused') given.source.refused(given.job, message.why)
    fill()
  }

  /** A worker has ended: what it was at has cost it its life, perhaps, and the rest is as it was. */
  function lose(hand: Hand) {
    hands = hands.filter((other) => other !== hand)
    if (ended) return
    const [present, ...others] = hand.given()
    hand.clear()
    for (const { source, job } of others.toReversed()) source.back(job)
    if (present) dieOf(present)
    if (!hand.wasReady() && !hand.isKilled()) {
      log.error('a worker ended before it was ready')
      falseStarts += 1
    }
    fill()
  }

  function dieOf({ source, job }: Given) {
    log.error(`a worker ended in the midst of run ${job.index}`)
    const times = deaths.get(source) ?? new Map<number, number>()
    deaths.set(source, times)
    const count = (times.get(job.index) ?? 0) + 1
    times.set(job.index, count)
    if (count < MOST_DEATHS) source.back(job)
    else source.lost(job)
  }

  /** Nothing can be made: whoever waits is told, and may try again. */
  function desert() {
    falseStarts = 0
    const deserted = sources
    sources = []
    for (const source of deserted) source.deserted(text('experimentRuns.noWorker'))
  }

  function next(): Given | null {
    for (const source of sources) {
      const job = source.next()
      if (job) return { source, job }
    }
    return null
  }

  /** Those that may get something to do: who has something comes first, so that others can rest. */
  function workers(): readonly Hand[] {
    const free = hands.filter((hand) => !hand.isKilled())
    return [...free].sort((a, b) => b.given().length - a.given().length).slice(0, size)
  }

  /** Starts workers where there is more to do than there are, and gives each what it can have. */
  function fill() {
    if (ended) return
    stirred += 1
    startUpTo(Math.min(size, hands.filter(isBusy).length + waiting()))
    for (const hand of workers()) if (hand.isFree() && !isBusy(hand)) giveNext(hand)
    if (isQuick) giveAhead()
    warmUp()
    restLater()
  }

  function giveNext(hand: Hand) {
    const given = next()
    if (given) hand.give(given)
  }

  /** Those that are still being started have the first claim. */
  function giveAhead() {
    const coming = workers().filter((hand) => !isBusy(hand)).length
    for (const hand of workers())
      if (hand.isFree() && hand.given().length === 1 && waiting() > coming) giveNext(hand)
  }

  function waiting(): number {
    return sources.reduce((sum, source) => sum + source.waiting(), 0)
  }

  function startUpTo(wanted: number) {
    while (hands.length < wanted && falseStarts < MOST_FALSE_STARTS) if (!start()) falseStarts += 1
    if (falseStarts >= MOST_FALSE_STARTS && !hands.some((hand) => hand.wasReady())) desert()
  }

  function warmUp() {
    if (!warmFor) return
    for (const hand of workers()) {
      const before = hand.warmedFor()
      const isWarm = before !== null && sameConfig(before, warmFor)
      if (hand.isFree() && !isBusy(hand) && !isWarm) hand.warm(warmFor)
    }
  }

  function restLater() {
    if (hands.length === 0 || hands.some(isBusy)) return
    const since = stirred
    later(() => {
      if (stirred !== since) return
      warmFor = null
      for (const hand of hands) hand.kill()
    }, IDLE_LIMIT)
  }

  /** Whoever has something of the source gives all up; what is of others is asked for again. */
  async function giveUp(source: JobSource, hand: Hand) {
    const given = hand.given()
    if (!given.some((one) => one.source === source)) return
    hand.clear()
    for (const one of given.toReversed()) if (one.source !== source) one.source.back(one.job)
    await hand.drop()
    fill()
  }

  return {
    size: () => size,
    setSize: (given) => {
      if (given === size) return
      size = given
      fill()
    },
    warm: (config) => {
      warmFor = config
      startUpTo(size)
      fill()
    },
    add: (source, place) => {
      sources = place === 'first' ? [source, ...sources] : [...sources, source]
      fill()
    },
    wake: fill,
    remove: async (source) => {
      sources = sources.filter((other) => other !== source)
      deaths.delete(source)
      await Promise.all(hands.map((hand) => giveUp(source, hand)))
    },
    end: () => {
      ended = true
      for (const hand of hands) hand.kill()
    },
  }
}

function isBusy(hand: Hand): boolean {
  return hand.given().length > 0
}
