import type { BestUpdate, Breakdown, RunEnd, RunOrigin } from '@contract/run/run'
import { NUMBERS } from '@contract/settings/numbers'
import { parseSettings } from '@contract/settings/parse-settings'
import type { OptimizerName, RunConfig } from '@contract/settings/run-config'
import { writtenSettings } from '@contract/settings/settings'
import { SLOTS, type SlotName } from '../../training/snapshot/snapshot'
import { fieldsOf, isCount, parsedJson } from '../base/parsed-json'
import type { SnapshotNote } from './checkpoint-arrays'

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
  readonly broke: Breakdown['what'] | null
  /** Why it is finished. Left out where that is its goal, or it is not. */
  readonly endedBy?: RunEnd | null
}

/** Where the best update of a run was, without its weights. */
export type BestNote = BestUpdate & { readonly position: number }

/** What of a checkpoint is not arrays. */
export type RunNote = RunFacts & {
  readonly initial: SnapshotNote
  readonly present: SnapshotNote
  readonly best?: BestNote | null
}

const BREAKDOWNS: readonly Breakdown['what'][] = ['loss', 'gradient', 'weights']

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
  initial,
  present,
}: RunNote): string {
  return JSON.stringify({
    id,
    config: writtenSettings(config),
    origin,
    goal,
    ...(points !== undefined && { points }),
    ...(broke !== null && { broke }),
    ...(endedBy === 'patience' && { endedBy }),
    ...(best && { best: { update: best.update, loss: best.loss, position: best.position } }),
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
  const { id, config, origin, goal, points, broke, endedBy, best, initial, present } = fieldsOf(
    parsedJson(text),
  )
  const settings = parseSettings(config)
  const from = parseOrigin(origin)
  if (typeof id !== 'string' || !isCount(goal) || !settings.ok || !from) return null
  const before = parseSnapshot(initial, settings.value.training.optimizer)
  const now = parseSnapshot(present, settings.value.training.optimizer)
  const breakdown = BREAKDOWNS.find((what) => what === broke) ?? null
  if (!before || !now || (broke ?? null) !== breakdown) return null
  if (points !== undefined && !isCount(points)) return null
  if (endedBy !== undefined && endedBy !== 'patience') return null
  const found = best === undefined ? null : parseBest(best)
  if (best !== undefined && !found) return null
  return {
    id,
    config: settings.value,
    origin: from,
    goal,
    ...(points !== undefined && { points }),
    broke: breakdown,
    ...(endedBy !== undefined && { endedBy }),
    ...(found && { best: found }),
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

function parseBest(value: unknown): BestNote | null {
  const { update, loss, position } = fieldsOf(value)
  if (!isCount(update) || !isCount(position) || typeof loss !== 'number' || !Number.isFinite(loss))
    return null
  return { update, loss, position }
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
