import { text } from '@contract/language/texts'
import type { RunDescription, RunState } from '@contract/run/run'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { Commands } from '../commands/commands'
import type { AppStore } from '../store/app-store'
import { estimateAtRest } from './experiments/estimate-at-rest'
import { followExperimentRuns } from './experiments/experiment-runs'
import { askForFuturesAtRest } from './futures-at-rest'
import { type BothCurves, fetchGhosts } from './ghost-curves'
import { askForInside } from './inside-asker'
import { keepView } from './keep-view'
import { askForMomentsAtRest } from './moment-at-rest'
import { askForNearestStates } from './nearest-state'
import { fetchOverlaid } from './overlaid-curves'
import { fetchOverlaidWindows } from './overlaid-windows'
import { createRecordedCurves } from './recorded-curves'
import { watchSilence } from './silence'
import { readWanted } from './wanted-stretches'

/**
 * Connects every event of the wire to one action of the store, outside React, then attaches: main sends
 * nothing to a page that has not. Returns a function that ends all subscriptions.
 */
export async function connectEvents(
  api: UnrollApi,
  store: AppStore,
  commands: Commands,
  both: BothCurves,
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
    act().notify('error', text(error instanceof RangeError ? 'notices.noMemory' : 'notices.notShown'))
    const { description } = act()
    if (description) void request.pauseRun(description.id)
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
    askForMomentsAtRest(api, store),
    askForNearestStates(api, store),
    askForFuturesAtRest(api, store),
    askForInside(api, store),
    fetchGhosts(api, store, both),
    fetchOverlaid(api, store),
    fetchOverlaidWindows(api, store),
    followExperimentRuns(api, store, inTurn),
    estimateAtRest(api, store),
    readWanted(api, store, both.history, ({ description }) => description?.id ?? null),
    readWanted(api, store, both.ghost, ({ description }) => description?.branch?.runId ?? null),
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
    on.rivalsFound(inTurn((rivals) => act().rivalsFound(rivals))),
    on.scored(inTurn((scores) => act().scored(scores))),
    on.runsChanged(inTurn((list) => act().runsChanged(list))),
    on.momentProgress(inTurn((progress) => act().momentProgressed(progress))),
    on.runSetAside(inTurn((run) => act().runSetAside(run))),
    on.unsafeChanged(inTurn((why) => act().unsafeChanged(why))),
    on.loadingChanged(inTurn((name) => act().loadingChanged(name))),
    on.tableOffered(inTurn((table) => commands.takeTable(table))),
    on.tableReading(inTurn((reading) => act().tableReadTo(reading))),
    on.projectChanged(inTurn((project) => act().projectChanged(project))),
    on.projectProving(inTurn((progress) => act().provedTo(progress))),
    on.languageChanged(inTurn((language) => act().languageChanged(language))),
    on.told(inTurn((told) => act().notify(told.kind, told.text))),
    on.menuChosen(inTurn((command) => void commands.chooseMenu(command))),
  ]
  const welcome = await request.attach()
  act().languageChanged(welcome.language)
  if (welcome.data) act().dataDescribed(welcome.data)
  if (welcome.run) {
    runOpened(welcome.run.description)
    runChanged(welcome.run.state)
    if (welcome.run.rivals) act().rivalsFound(welcome.run.rivals)
    if (welcome.run.scores) act().scored(welcome.run.scores)
  }
  act().projectChanged(welcome.project)
  act().paceChanged(welcome.pace)
  act().engineChanged(welcome.engine)
  act().pauseRulesChanged(welcome.pauseRules)
  act().runsChanged(welcome.runs)
  act().experimentsChanged(welcome.experiments)
  act().unsafeChanged(welcome.unsafe)
  act().loadingChanged(welcome.loading)
  if (welcome.view) act().viewRestored(welcome.view)
  ends.push(keepView(api, store))
  if (welcome.tourDue) act().goToTourStep(0)
  if (welcome.startNotice !== null) act().notify('error', welcome.startNotice, 'app')
  if (welcome.lastPageGone !== null)
    act().notify('error', text('notices.pageGone', { reason: welcome.lastPageGone }), 'app')
  act().trainerChanged(welcome.trainer)
  const early = waiting
  waiting = null
  for (const take of early) take()
  if (welcome.trainer.kind === 'ready') await commands.whenReady()
  return () => {
    for (const end of ends) end()
  }
}
