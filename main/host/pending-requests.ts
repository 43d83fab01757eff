import { defer } from '../base/deferred'

/** Requests that wait for the trainer's reply, by their ids. */
export type PendingRequests<Name extends string> = {
  /** Remembers a request; the promise ends with its reply. */
  readonly open: (name: Name) => { readonly id: number; readonly reply: Promise<unknown> }
  /** Hands a reply over; false when nobody waits for it. */
  readonly settle: (id: number, value: unknown) => boolean
  /** Answers everything that waits with the same value: the trainer is gone. */
  readonly settleAll: (value: unknown) => void
  /** The replies of all waiting requests of this name. */
  readonly waitingFor: (name: Name) => readonly Promise<unknown>[]
}

type Waiting<Name> = {
  readonly name: Name
  readonly reply: Promise<unknown>
  readonly resolve: (value: unknown) => void
}

/** Starts with nothing pending. Ids are never used twice, so that a late reply meets no other request. */
export function createPendingRequests<Name extends string>(): PendingRequests<Name> {
  const waiting = new Map<number, Waiting<Name>>()
  let lastId = 0
  return {
    open: (name) => {
      lastId += 1
      const { promise, resolve } = defer<unknown>()
      waiting.set(lastId, { name, reply: promise, resolve })
      return { id: lastId, reply: promise }
    },
    settle: (id, value) => {
      waiting.get(id)?.resolve(value)
      return waiting.delete(id)
    },
    settleAll: (value) => {
      for (const { resolve } of waiting.values()) resolve(value)
      waiting.clear()
    },
    waitingFor: (name) => [...waiting.values()].filter((one) => one.name === name).map(({ reply }) => reply),
  }
}
