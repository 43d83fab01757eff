import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import type { RunDescription, RunState } from '@contract/run/run'
import type { Welcome } from '@contract/wire/page-wire'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { Commands } from '../commands/commands'
import type { AppStore } from '../store/app-store'
import { keepView } from './keep-view'
import { createRecordedCurves } from './recorded-curves'
import { watchSilence } from './silence'

/** What a page says that takes the place of one that crashed. */
export function pageGoneWords({ lastPageGone }: Pick<Welcome, 'lastPageGone'>): string {
  return `The page stopped unexpectedly (${lastPageGone}) and was loaded again; nothing is lost.`
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
  const said = (text: Text) => sayIn(act().language)(text)
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
  const curves = createRecordedCurves(api, store, cannotShow)
  const runOpened = (description: RunDescription) => {
    curves.opened(description.id)
    act().runOpened(description)
  }
  const runChanged = (run: RunState) => {
    act().runChanged(run)
    curves.changed(run)
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
    on.runOpened(inTurn(runOpened)),
    on.runChanged(inTurn(runChanged)),
    on.updates(inTurn(curves.take)),
    on.earlierRunsChanged(inTurn((runs) => act().earlierRunsChanged(runs))),
    on.runSetAside(inTurn((run) => act().runSetAside(run))),
    on.runsRemoved(inTurn((removed) => act().runsRemoved(removed))),
    on.unsafeChanged(inTurn((sentence) => act().unsafeChanged(sentence))),
    on.loadingChanged(inTurn((name) => act().loadingChanged(name))),
    on.noticed(inTurn((text) => act().notify('error', said(text)))),
    on.languageChanged(inTurn((language) => act().languageChanged(language))),
    on.told(inTurn(({ kind, text }) => act().notify(kind, said(text)))),
    on.menuChosen(inTurn((command) => void commands.chooseMenu(command))),
  ]
  const welcome = await request.attach()
  act().languageChanged(welcome.language)
  if (welcome.data) act().dataDescribed(welcome.data)
  if (welcome.run) {
    runOpened(welcome.run.description)
    runChanged(welcome.run.state)
  }
  act().paceChanged(welcome.pace)
  act().engineChanged(welcome.engine)
  act().earlierRunsChanged(welcome.earlierRuns)
  act().unsafeChanged(welcome.unsafe)
  act().loadingChanged(welcome.loading)
  if (welcome.view) act().viewRestored(welcome.view)
  ends.push(keepView(api, store))
  if (welcome.tourDue) act().goToTourStep(0)
  if (welcome.startNotice !== null) act().notify('error', said(welcome.startNotice))
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
