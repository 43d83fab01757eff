import type { Welcome } from '@contract/wire/page-wire'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { Commands } from './commands'
import { watchSilence } from './silence'
import type { AppStore } from './store/app-store'
import { formatCount } from './store/format'

/** What a page says that takes the place of one that crashed. */
export function pageGoneWords({ lastPageGone, run }: Welcome): string {
  const happened = `The page stopped unexpectedly (${lastPageGone}) and was loaded again`
  const done = run?.state.updatesDone ?? 0
  if (!run || done === run.description.updatesBefore) return `${happened}; nothing is lost.`
  return `${happened}; the run is whole, but its curves up to about update ${formatCount(done)} are gone.`
}

const NO_MEMORY =
  'There is no memory left to show more updates, so the run is paused. Its weights are whole: save them, then press Reset.'
const NOT_SHOWN =
  'The newest updates could not be shown, so the run is paused. Its weights are whole: save them, then press Reset.'

/**
 * Connects every event of the wire to one action of the store, outside React, then attaches: main sends
 * nothing to a page that has not. Returns a function that ends all subscriptions.
 */
export async function connectEvents(
  api: UnrollApi,
  store: AppStore,
  commands: Commands,
): Promise<() => void> {
  const { on, request } = api
  const act = store.getState
  /** What arrives before the welcome has been taken in happened after it, and waits. */
  let waiting: (() => void)[] | null = []
  const inTurn =
    <T>(take: (payload: T) => void) =>
    (payload: T) => {
      if (waiting) waiting.push(() => take(payload))
      else take(payload)
    }
  /** Updates that cannot be shown are no reason to go on making more of them unseen. */
  const cannotShow = (error: unknown) => {
    console.error(error)
    act().notify('error', error instanceof RangeError ? NO_MEMORY : NOT_SHOWN)
    void request.pauseRun()
  }
  const ends = [
    watchSilence(store),
    on.trainerChanged(
      inTurn((status) => {
        act().trainerChanged(status)
        if (status.kind === 'ready') void commands.whenReady()
      }),
    ),
    on.dataDescribed(inTurn((data) => act().dataDescribed(data))),
    on.runOpened(inTurn((description) => act().runOpened(description))),
    on.runChanged(inTurn((run) => act().runChanged(run))),
    on.updates(
      inTurn((batch) => {
        try {
          act().updatesArrived(batch)
        } catch (error) {
          cannotShow(error)
        } finally {
          // Taken in or given up: the trainer may send one more. A page that hangs says nothing, and the trainer waits.
          void request.acknowledgeUpdates(1)
        }
      }),
    ),
    on.unfinishedChanged(inTurn((run) => act().unfinishedChanged(run))),
    on.noticed(inTurn((sentence) => act().notify('error', sentence))),
    on.menuChosen(inTurn((command) => void commands.chooseMenu(command))),
  ]
  const welcome = await request.attach()
  if (welcome.data) act().dataDescribed(welcome.data)
  if (welcome.run) {
    act().runOpened(welcome.run.description)
    act().runChanged(welcome.run.state)
  }
  act().paceChanged(welcome.pace)
  act().engineChanged(welcome.engine)
  act().unfinishedChanged(welcome.unfinished)
  if (welcome.tourDue) act().goToTourStep(0)
  if (welcome.startNotice !== null) act().notify('error', welcome.startNotice)
  if (welcome.lastPageGone !== null) act().notify('error', pageGoneWords(welcome))
  act().trainerChanged(welcome.trainer)
  const early = waiting
  waiting = null
  for (const take of early) take()
  if (welcome.trainer.kind === 'ready') await commands.whenReady()
  return () => {
    for (const end of ends) end()
  }
}
