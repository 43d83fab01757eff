import type { Result } from '@contract/result'
import type { UnrollApi } from '@contract/wire/unroll-api'

/** Requests after which another run is shown, with nothing to be chosen or read from a file meanwhile. */
const OPENING = [
  'branchAt',
  'createRun',
  'keepTouches',
  'loadBest',
  'openExperimentRun',
  'openRun',
  'recomputeWith',
  'resetRun',
] as const satisfies readonly (keyof UnrollApi['request'])[]

/** The run that was asked for and is not shown yet: what is pressed in that moment is meant for it. */
export type ComingRun = {
  /** The same wire, over which what is asked for is remembered. */
  readonly api: UnrollApi
  /** Waits until the run that was asked for last is shown; false when it could not be had. */
  readonly come: () => Promise<boolean>
}

/** Remembers which run is on its way over this wire. */
export function createComingRun(api: UnrollApi): ComingRun {
  let coming: Promise<boolean> = Promise.resolve(true)

  function remembered(request: Promise<Result<unknown>>) {
    const come = request.then(
      ({ ok }) => ok,
      () => false,
    )
    coming = come
    // One that did not come is told of once, and forgotten.
    void come.then(() => {
      if (coming === come) coming = Promise.resolve(true)
    })
  }

  const opening = OPENING.map((name) => [
    name,
    (...given: never[]) => {
      const request = (api.request[name] as (...given: never[]) => Promise<Result<unknown>>)(...given)
      remembered(request)
      return request
    },
  ])
  // The wire itself is frozen: these stand before it.
  const request: UnrollApi['request'] = Object.create(
    api.request,
    Object.getOwnPropertyDescriptors(Object.fromEntries(opening)),
  )
  return { api: { ...api, request }, come: () => coming }
}
