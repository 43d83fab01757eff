import { text } from '@contract/language/texts'
import { ENGINES, type EngineName } from '@contract/run/engine-name'
import { PACES, type Pace } from '@contract/run/pace'
import { type PauseRule, parsePauseRules } from '@contract/run/pausing/pause-rules'
import { BUDGET_LIMITS } from '@contract/run/run-budget'
import { parseSettings } from '@contract/settings/parse-settings'
import type { RunConfig } from '@contract/settings/run-config'
import { writtenSettings } from '@contract/settings/settings'
import type { ViewSettings } from '@contract/settings/view-settings'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'
import { VIEW_ENTRIES } from '../base/view-schema'

/** Milliseconds that a change may wait for the next one. */
const WRITE_DELAY = 500

/** Bytes that a person may choose. */
const RUN_BUDGET_BYTES = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(BUDGET_LIMITS.min),
  v.maxValue(BUDGET_LIMITS.max),
)

// Each by itself: a pace that another version had must not cost the settings.
const FILE = v.object({
  present: v.fallback(v.nullable(v.string()), null),
  config: v.unknown(),
  pauseRules: v.optional(v.unknown()),
  pace: v.fallback(v.nullable(v.picklist(PACES)), null),
  engine: v.fallback(v.nullable(v.picklist(ENGINES)), null),
  runBudget: v.fallback(v.nullable(RUN_BUDGET_BYTES), null),
  view: v.fallback(v.nullable(v.object(VIEW_ENTRIES)), null),
})

/** What was chosen when the app was used last; null for what is not known. */
export type LastSession = {
  /** The id of the present run, whether or not it has made an update. */
  readonly present: string | null
  readonly config: RunConfig | null
  readonly pace: Pace | null
  readonly engine: EngineName | null
  readonly view: ViewSettings | null
  readonly pauseRules: readonly PauseRule[] | null
  /** Bytes that runs may take before a person is asked which may go. */
  readonly runBudget: number | null
}

/** The session in a small file. */
export type SessionMemory = {
  readonly now: () => LastSession
  readonly keep: (change: Partial<LastSession>) => void
  /** Writes what waits: the app ends. */
  readonly flush: () => void
}

/** What is known at the first start. */
export const NO_SESSION: LastSession = {
  present: null,
  config: null,
  pace: null,
  engine: null,
  view: null,
  pauseRules: null,
  runBudget: null,
}

/** Reads the last session; what of it cannot be read is as at the first start. */
export function openSessionMemory(file: string, log: Log, tell: Tell): SessionMemory {
  let session = NO_SESSION
  const found = readKept(file, FILE, text('keptData.session'), tell)
  if (found) {
    const config = parseSettings(found.config)
    const rules = parsePauseRules(found.pauseRules)
    session = {
      ...found,
      config: config.ok ? config.value : null,
      pauseRules: rules.ok ? rules.value : null,
    }
  }
  let timer: NodeJS.Timeout | null = null

  function write() {
    if (timer !== null) clearTimeout(timer)
    timer = null
    try {
      writeJson(file, { ...session, config: session.config && writtenSettings(session.config) })
    } catch (error) {
      log.error('the settings used last were not written', error)
    }
  }

  return {
    now: () => session,
    keep: (change) => {
      const next = { ...session, ...change }
      if (JSON.stringify(next) === JSON.stringify(session)) return
      session = next
      timer ??= setTimeout(write, WRITE_DELAY)
    },
    flush: () => {
      if (timer !== null) write()
    },
  }
}
