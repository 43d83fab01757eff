import type { Clock } from '../../system/clock'

/** Work in pieces. */
export type Work = {
  readonly pieces: Generator<void, void>
  /** The part of the time that it may take from a training beside it. */
  readonly share: number
  /** It is given up before its end. */
  readonly onCalledOff?: () => void
}

/** Work in pieces, done between the updates of a run, or by itself while it rests. */
export type Background = {
  /** Begins some work, in the place of what is under way of the same kind. */
  readonly begin: (kind: string, work: Work) => void
  /** Gives up the work of a kind. */
  readonly callOff: (kind: string) => void
  readonly dispose: () => void
}

/** @param isTraining whether updates are being made, which then get nearly all of the time */
export function createBackground(clock: Clock, isTraining: () => boolean): Background {
  const works = new Map<string, Work>()
  let callOff: (() => void) | null = null
  /** When the training has had its part of the time for all that was done, the last piece of a work included. */
  let paidAt = 0

  function plan() {
    callOff?.()
    const wait = isTraining() ? paidAt - clock.now() : 0
    callOff = wait > 0 ? clock.later(advance, wait) : clock.soon(advance)
  }

  function advance() {
    callOff = null
    const first = works.entries().next().value
    if (!first) return
    const [kind, { pieces, share }] = first
    const began = clock.now()
    if (pieces.next().done) works.delete(kind)
    paidAt = clock.now() + (clock.now() - began) / share
    if (works.size > 0) plan()
  }

  function drop(kind: string) {
    const work = works.get(kind)
    works.delete(kind)
    work?.pieces.return()
    work?.onCalledOff?.()
  }

  return {
    begin: (kind, work) => {
      drop(kind)
      works.set(kind, work)
      plan()
    },
    callOff: drop,
    dispose: () => {
      callOff?.()
      callOff = null
      for (const kind of [...works.keys()]) drop(kind)
    },
  }
}
