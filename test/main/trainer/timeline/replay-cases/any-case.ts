import { ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { differences, type LiveSettings, settingOf, withSettings } from '@contract/settings/settings'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import { type OpenedSource, openSource } from '../../../../../main/trainer/data/open-source'
import type { Edits } from '../../../../../main/trainer/data/source/next-windows'
import { CELL_SHAPES } from '../../../../../main/trainer/network/shape/cell-shapes'
import { anySeriesPlan, type SeriesPlan, seriesOf } from './any-series'
import { anyChanges, anySettings, trainable } from './any-settings'
import { touchesBefore } from './any-touches'
import { type Draws, drawsFrom } from './draws'

/** How some updates are made. */
export type How = {
  readonly engine: 'eager' | 'compiled' | 'patient'
  /** Updates that are wanted in a call, of which one is drawn each time. */
  readonly perCall: readonly number[]
  /** Of a patient engine: pieces of its recording between two calls. */
  readonly pieces: number
  /** What is drawn meanwhile. */
  readonly seed: number
}

/** A run and a moment of it, drawn from a seed: everything that its updates depend on. */
export type ReplayCase = {
  readonly seed: number
  readonly series: SeriesPlan | null
  readonly begin: RunConfig
  /** Settings that change in the run, each at the very update with that number. */
  readonly events: readonly { readonly update: number; readonly changes: Partial<LiveSettings> }[]
  /** Updates into which zeros go in the place of what was carried. */
  readonly wipes: readonly number[]
  /** What is touched, each before the update with that number. */
  readonly touches: readonly { readonly update: number; readonly touches: readonly KeptTouch[] }[]
  /** What the initial weights had seen. */
  readonly before: { readonly updatesDone: number; readonly position: number; readonly slotUpdates: number }
  /** Updates that are wanted, and those before the moment that is kept, if none breaks the run. */
  readonly updates: number
  readonly until: number
  /** The whole run, the one until the moment, and from there on. */
  readonly whole: How
  readonly first: How
  readonly again: How
  /** How the moment is read. */
  readonly kept: 'snapshot' | 'view' | 'hold' | 'packed'
  /** Updates after which a replay ends so that another goes on from there; 0 for none. */
  readonly stop: number
}

/** Of so many cases in a row one is large, with as many even batches as odd ones, and one of so many is likely to break. */
const LARGE_EACH = 20
const BREAKING_EACH = 8
/** Of a training and of a call that is recorded, in updates times `sizeOf` one. */
const MOST_WORK = 120
const MOST_RECORDED = 48

export function anyCase(seed: number): ReplayCase {
  const draws = drawsFrom(seed)
  const isLarge = seed % LARGE_EACH === 0
  const breaking = seed % BREAKING_EACH === 3
  const series = draws.chance(0.55) ? anySeriesPlan(draws, isLarge ? 1000 : 100, breaking) : null
  const isUneven = seed % (2 * LARGE_EACH) === 0
  const batch = isLarge ? 2 * draws.between(8, 31) + Number(isUneven) : draws.oneOf([1, 1, 2, 3, 4, 8, 17])
  const begin = trainable(anySettings(draws, series, isLarge, batch, breaking), series)
  const size = sizeOf(begin)
  const updates = draws.between(2, isLarge ? 5 : Math.min(40, Math.ceil(MOST_WORK / size)))
  const events = Array.from({ length: draws.oneOf([0, 1, 2, 4]) + Number(breaking) }, () => ({
    update: draws.between(1, updates),
    changes: anyChanges(draws, breaking),
  }))
  const past = draws.oneOf([0, 0, 1, 37, 3000])
  const before = {
    updatesDone: past,
    position: past === 0 ? 0 : draws.below(2 * past),
    slotUpdates: draws.oneOf([0, past, draws.below(past + 1)]),
  }
  const until = draws.below(updates + 1)
  const hows = { whole: anyHow(draws, size), first: anyHow(draws, size), again: anyHow(draws, size) }
  const kept = draws.oneOf(['snapshot', 'view', 'hold', 'packed'] as const)
  const stop = draws.chance(0.3) && until < updates ? draws.below(updates - until) : 0
  // Some of the touches at an update that is wiped too, or before which settings change.
  const edited = [...events.map(({ update }) => past + update), past + draws.between(1, updates)]
  const wipes = Array.from({ length: draws.oneOf([0, 0, 1, 3]) }, () => past + draws.between(1, updates))
  return {
    seed,
    series,
    begin,
    events: events
      .map(({ update, changes }) => ({ update: past + update, changes }))
      .sort((a, b) => a.update - b.update),
    before,
    updates,
    until,
    wipes,
    touches: touchesBefore([...edited, ...wipes], begin, draws),
    ...hows,
    kept,
    stop,
  }
}

/** Time steps of all layers in an update, those of cells with gates twice: its native calls are in proportion. */
function sizeOf({ data, network: { cell, layers } }: RunConfig): number {
  const timeSteps = data.source.kind === 'series' ? data.window : data.points * (data.span === 'one' ? 1 : 2)
  return timeSteps * layers * (CELL_SHAPES[cell].gates > 1 ? 2 : 1)
}

/** What is recorded is small, as a recording takes long: thousands of cases are to be gone through. */
function anyHow(draws: Draws, size: number): How {
  const engine = draws.oneOf(['eager', 'eager', 'eager', 'compiled', 'patient'] as const)
  const many = draws.oneOf([2, 3, 5, 16].filter((count) => count === 2 || count * size <= MOST_RECORDED))
  const perCall =
    engine === 'eager' && draws.chance(0.5)
      ? Array.from({ length: 16 }, (_, i) => i + 1)
      : draws.oneOf([[1], [many], [1, many]])
  return { engine, perCall, pieces: draws.oneOf([0, 1, 3, 50]), seed: draws.below(2 ** 31) }
}

/** The settings that each update is made with. */
export function settingsOf({ begin, events }: ReplayCase): (update: number) => RunConfig {
  const later: { readonly update: number; readonly config: RunConfig }[] = []
  let config = begin
  for (const { update, changes } of events) {
    config = withSettings(config, changes)
    later.push({ update, config })
  }
  return (update) => later.findLast((event) => event.update <= update)?.config ?? begin
}

export function openedSource({ series, begin }: ReplayCase): OpenedSource {
  const found = series && seriesOf(series)
  const opened = openSource(begin, () => {
    if (!found) throw new Error('the lesson has no series')
    return ok(found)
  })
  if (!opened.ok) throw new Error(`the source of the case cannot be opened: ${opened.error.code}`)
  return opened.value
}

/** How to go through the case alone, and what it is: the settings that are not the lesson's own, and all else. */
export function wordsOf(aCase: ReplayCase): string {
  const changed = differences(aCase.begin, LESSON).map((name) => [name, settingOf(aCase.begin, name)])
  return `UNROLL_SEED=${aCase.seed} UNROLL_REPLAYS=1 ${JSON.stringify({ ...aCase, begin: Object.fromEntries(changed) })}`
}

/** What is wiped and touched before each update. */
export function editsOf({ wipes, touches }: ReplayCase): Edits {
  return {
    isWiped: (update) => wipes.includes(update),
    touchesAt: (update) => touches.find((each) => each.update === update)?.touches ?? [],
  }
}
