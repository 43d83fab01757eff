import type { BestUpdate, Breakdown, RunEnd, RunOrigin } from '@contract/run/run'
import { NUMBERS } from '@contract/settings/numbers'
import { parseSettings } from '@contract/settings/parse-settings'
import type { FamilyName, OptimizerName, RunConfig } from '@contract/settings/run-config'
import { pickSettings, settingsOf, writtenSettings } from '@contract/settings/settings'
import type { MomentId } from '@contract/timeline/moment'
import type { PlannedChange } from '@contract/timeline/planned-changes'
import { DECIDING_SETTINGS, type SettingsEvent } from '@contract/timeline/settings-events'
import { SLOTS, type SlotName } from '../../training/snapshot/snapshot'
import { fieldsOf, isCount, parsedJson } from '../base/parsed-json'
import type { SnapshotNote } from './checkpoint-arrays'
import { parseTouches } from './touches-note'

/** What a checkpoint says of its run, beside where it began and stands. */
export type RunFacts = {
  readonly id: string
  readonly config: RunConfig
  readonly origin: RunOrigin
  /** The run finishes when it has made this many updates. */
  readonly goal: number
  /**
   * Predicted points of the run so far. Left out where it is not known, as in files of version 0.1.0: then all windows
   * are taken to be as the present settings have them.
   */
  readonly points?: number
  /** What was not finite in the update after the present one, which was not made; null when the run can go on. */
  readonly broke: Omit<Breakdown, 'update'> | null
  /** Why it is finished. Left out where that is its goal, or it is not. */
  readonly endedBy?: RunEnd | null
  /** What was changed in it; left out where nothing was. */
  readonly events?: readonly SettingsEvent[]
  /** What will be changed in it at updates to come; left out where nothing will. */
  readonly planned?: readonly PlannedChange[]
  /** The moment of another run that it goes on from; left out for a run of its own. */
  readonly branch?: MomentId | null
  /** The updates that were the best so far when they were made; left out without any, and in files of older versions. */
  readonly bests?: readonly BestUpdate[]
}

/** Where the best update of a run was, without its weights. */
export type BestNote = BestUpdate & { readonly position: number }

/** What of a checkpoint is not arrays. */
export type RunNote = RunFacts & {
  readonly initial: SnapshotNote
  readonly present: SnapshotNote
  readonly best?: BestNote | null
}

/** Whether something is touched in a run, which older versions do not know of: they would make other updates again. */
export function isTouched({ events = [], planned = [] }: Pick<RunFacts, 'events' | 'planned'>): boolean {
  return [...events, ...planned].some(({ touches }) => touches)
}

const BREAKDOWNS: readonly Breakdown['what'][] = ['loss', 'gradient', 'weights']

/**
 * Which sums the families' names stand for: written since `tensorflow` means TensorFlow's own, to the last bits. A note
 * without it is of a run that was begun before. It goes on as it was, so that its updates can be made again.
 */
const ARITHMETIC = 2
const FORMER: Readonly<Record<string, FamilyName>> = { tensorflow: 'tensorflow-0.1' }

function withFormerFamily(config: unknown): unknown {
  const settings = fieldsOf(config)
  const { family } = settings
  return typeof family === 'string' && Object.hasOwn(FORMER, family)
    ? { ...settings, family: FORMER[family] }
    : config
}

/** Writes a note as JSON; what broke the run is left out while it can go on. */
export function encodeNote({
  id,
  config,
  origin,
  goal,
  points,
  broke,
  endedBy,
  best,
  events,
  planned,
  branch,
  bests,
  initial,
  present,
}: RunNote): string {
  return JSON.stringify({
    id,
    // Of other families it says nothing, and their notes are as they were before.
    ...(config.network.family === 'tensorflow' && { arithmetic: ARITHMETIC }),
    config: writtenSettings(config),
    origin,
    goal,
    ...(points !== undefined && { points }),
    ...(broke !== null && {
      broke: broke.what,
      ...(broke.tensor !== null && { brokenTensor: broke.tensor }),
    }),
    ...(endedBy === 'patience' && { endedBy }),
    ...(best && { best: { update: best.update, loss: best.loss, position: best.position } }),
    ...(events && events.length > 0 && { events }),
    ...(planned && planned.length > 0 && { planned }),
    ...(branch && { branch: { runId: branch.runId, update: branch.update } }),
    ...(bests && bests.length > 0 && { bests }),
    initial: written(initial),
    present: written(present),
  })
}

/** A snapshot's place has the name that it had when half periods were all that there was to count. */
function written({ updatesDone, position, slotUpdates, slots }: SnapshotNote) {
  return { updatesDone, halfPeriods: position, slotUpdates, slots }
}

/** Reads a note; null when anything in it is missing or cannot be. */
export function parseNote(text: string | undefined): RunNote | null {
  const fields = fieldsOf(parsedJson(text))
  const { id, config, origin, goal, points, broke, brokenTensor, endedBy, best, initial, present } = fields
  const settings = parseSettings(isCount(fields.arithmetic) ? config : withFormerFamily(config))
  const from = parseOrigin(origin)
  if (typeof id !== 'string' || !isCount(goal) || !settings.ok || !from) return null
  const before = parseSnapshot(initial, settings.value.training.optimizer)
  const now = parseSnapshot(present, settings.value.training.optimizer)
  const breakdown = BREAKDOWNS.find((what) => what === broke) ?? null
  if (!before || !now || (broke ?? null) !== breakdown) return null
  if (brokenTensor !== undefined && (typeof brokenTensor !== 'string' || breakdown === null)) return null
  if (points !== undefined && !isCount(points)) return null
  if (endedBy !== undefined && endedBy !== 'patience') return null
  const found = best === undefined ? null : parseBest(best)
  if (best !== undefined && !found) return null
  const events = parseEvents(fields.events, settings.value)
  const planned = parsePlanned(fields.planned, settings.value)
  const branch = parseBranch(fields.branch)
  const bests = parseBests(fields.bests)
  if (!events || !planned || branch === undefined || !bests) return null
  return {
    id,
    config: settings.value,
    origin: from,
    goal,
    ...(points !== undefined && { points }),
    broke: breakdown && { what: breakdown, tensor: brokenTensor ?? null },
    ...(endedBy !== undefined && { endedBy }),
    ...(found && { best: found }),
    ...(events.length > 0 && { events }),
    ...(planned.length > 0 && { planned }),
    ...(branch && { branch }),
    ...(bests.length > 0 && { bests }),
    initial: before,
    present: now,
  }
}

function parseOrigin(value: unknown): RunOrigin | null {
  const { kind, seed, name, update } = fieldsOf(value)
  if (kind === 'seed' && isCount(seed) && seed <= NUMBERS.seed.max) return { kind, seed }
  if (kind === 'file' && typeof name === 'string') return { kind, name }
  if (kind === 'best' && isCount(update)) return { kind, update }
  return null
}

/** A log of changes; each holds values that the run could have had. */
function parseEvents(value: unknown, config: RunConfig): readonly SettingsEvent[] | null {
  if (value === undefined) return []
  if (!Array.isArray(value)) return null
  const events = value.map((each) => parseEvent(each, config))
  return events.every((event) => event !== null) ? events : null
}

function parseEvent(value: unknown, config: RunConfig): SettingsEvent | null {
  const change = parseChange(value, config)
  const before = parseValues(fieldsOf(value).before, config)
  if (!change || !before || Object.keys(before).join() !== Object.keys(change.after).join()) return null
  return { ...change, before }
}

/** Changes to come, at most one before each update. */
function parsePlanned(value: unknown, config: RunConfig): readonly PlannedChange[] | null {
  if (value === undefined) return []
  if (!Array.isArray(value)) return null
  const planned = value.map((each) => parseChange(each, config))
  const isInOrder = planned.every((each, i) => i === 0 || (planned[i - 1]?.update ?? 0) < (each?.update ?? 0))
  return isInOrder && planned.every((each) => each !== null) ? planned : null
}

function parseChange(value: unknown, config: RunConfig): PlannedChange | null {
  const { update, after: values, wiped, touches: touched } = fieldsOf(value)
  const after = parseValues(values, config)
  const touches = parseTouches(touched, config)
  if (!isCount(update) || update === 0 || !after || (wiped !== undefined && wiped !== true)) return null
  if (!touches || (!wiped && touches.length === 0 && Object.keys(after).length === 0)) return null
  return { update, after, ...(wiped && { wiped }), ...(touches.length > 0 && { touches }) }
}

/** Values that the run could have; null where there is one that it could not. */
function parseValues(value: unknown, config: RunConfig): PlannedChange['after'] | null {
  const given = fieldsOf(value)
  const names = DECIDING_SETTINGS.filter((name) => Object.hasOwn(given, name))
  if (Object.keys(given).length !== names.length) return null
  const parsed = parseSettings({ ...writtenSettings(config), ...given })
  return parsed.ok ? pickSettings(settingsOf(parsed.value), names) : null
}

/** Undefined where it is no branch. */
function parseBranch(value: unknown): MomentId | null | undefined {
  if (value === undefined) return null
  const { runId, update } = fieldsOf(value)
  return typeof runId === 'string' && isCount(update) ? { runId, update } : undefined
}

function parseBests(value: unknown): readonly BestUpdate[] | null {
  if (value === undefined) return []
  if (!Array.isArray(value)) return null
  const bests = value.map((each) => parseBestUpdate(each))
  return bests.every((best) => best !== null) ? bests : null
}

function parseBestUpdate(value: unknown): BestUpdate | null {
  const { update, loss } = fieldsOf(value)
  return isCount(update) && typeof loss === 'number' && Number.isFinite(loss) ? { update, loss } : null
}

function parseBest(value: unknown): BestNote | null {
  const best = parseBestUpdate(value)
  const { position } = fieldsOf(value)
  return best && isCount(position) ? { ...best, position } : null
}

function parseSnapshot(value: unknown, optimizer: OptimizerName): SnapshotNote | null {
  const { updatesDone, halfPeriods: position, slotUpdates, slots } = fieldsOf(value)
  const names = parseSlots(slots, optimizer)
  if (!isCount(updatesDone) || !isCount(position) || !isCount(slotUpdates) || !names) return null
  return { updatesDone, position, slotUpdates, slots: names }
}

/** All slots of the optimiser; SGD without momentum may keep none. */
function parseSlots(value: unknown, optimizer: OptimizerName): readonly SlotName[] | null {
  const all = SLOTS[optimizer]
  if (!Array.isArray(value)) return null
  if (value.length === 0 && optimizer === 'sgd') return []
  return value.length === all.length && all.every((name, i) => name === value[i]) ? all : null
}
