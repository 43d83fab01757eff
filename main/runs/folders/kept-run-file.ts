import type { KeptRun } from '@contract/run/kept-run'
import { parseSettings } from '@contract/settings/parse-settings'
import * as v from 'valibot'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Milliseconds up to the last moment that a date can be. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
/** Far longer than any that is written here. */
const text = v.pipe(v.string(), v.maxLength(1000))

const CHECKPOINT = v.object({
  // A name of our own making: what a file says of another one is never taken for a path.
  file: v.pipe(v.string(), v.regex(/^[\da-f-]{36}\.checkpoint$/)),
  bytes: count,
  sha256: text,
})

const FIGURES = v.object({
  bestLoss: v.nullable(v.number()),
  validationLoss: v.nullable(v.number()),
  skill: v.nullable(v.number()),
  seconds: v.nullable(v.pipe(v.number(), v.minValue(0))),
})

/** What `run.json` says of the run in whose folder it lies. */
export const KEPT_RUN_FILE = v.object({
  /** Goes up with every run that is written: which is the newest is not for the clock on the wall to say. */
  serial: count,
  id: text,
  /** Not in files of versions in which runs had no names; one that cannot be read is none. */
  name: v.optional(v.fallback(v.nullable(text), null)),
  network: text,
  /** By name alone, as in every file. */
  config: v.unknown(),
  updatesDone: count,
  goal: count,
  phase: v.picklist(['paused', 'finished', 'diverged']),
  loss: v.nullable(v.number()),
  keptAt: moment,
  /** Likewise: it is told for people alone. */
  branch: v.optional(v.fallback(v.nullable(v.object({ runId: text, update: count })), null)),
  /** Of versions that keep none, and where they cannot be read: not known. */
  figures: v.optional(v.fallback(v.nullable(FIGURES), null)),
  present: CHECKPOINT,
  /** Null while the present checkpoint holds the initial weights too, as those of version 0.1.0 do. */
  initial: v.nullable(CHECKPOINT),
})

export type KeptRunFile = v.InferOutput<typeof KEPT_RUN_FILE>
export type CheckpointFile = v.InferOutput<typeof CHECKPOINT>

/** The run without what only its files know. */
export function keptRunOf(file: KeptRunFile): KeptRun {
  const { id, name = null, network, updatesDone, goal, phase, loss, keptAt, branch = null, figures } = file
  const parsed = parseSettings(file.config)
  const config = parsed.ok ? parsed.value : null
  const kept = { id, name, network, config, updatesDone, goal, phase, loss, keptAt, branch }
  return figures ? { ...kept, figures } : kept
}
