import type { ExperimentPlan, VariedName } from '@contract/experiment/experiment'
import { parsePlan } from '@contract/experiment/parse-plan'
import type { Text } from '@contract/language/text'
import type { Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import { checkNumber } from '@contract/settings/parse-settings'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { isNumber, isSwitch, settingOf, withSettings } from '@contract/settings/settings'
import { formatSetting } from '../../words/format'
import { parseNumber } from '../../words/parse-number'

export type RacePlan = Extract<ExperimentPlan, { kind: 'race' }>

/** A setting of a lane that is another one, as it is typed or chosen. */
export type LaneChange = { readonly setting: VariedName; readonly value: string }

/** A lane that is put together by hand. */
export type LaneDraft = {
  /** A kept run that it has its settings of; null: the present one. */
  readonly from: { readonly id: RunId; readonly config: RunConfig } | null
  /** `MOST_CHANGES` at most. */
  readonly changes: readonly LaneChange[]
}

/** Settings that a lane may have of its own. */
export const MOST_CHANGES = 2

/** The races that are there at one click. */
export const RACE_PRESETS = ['cells', 'optimisers'] as const
export type RacePreset = (typeof RACE_PRESETS)[number]

/** The lanes that are proposed: the present settings, and the same with another cell. */
export function proposedLanes(base: RunConfig): readonly LaneDraft[] {
  const { cell } = base.network
  const other = { setting: 'cell', value: cell === 'gru' ? 'lstm' : 'gru' } as const
  return [
    { from: null, changes: [] },
    { from: null, changes: [other] },
  ]
}

/** What a setting of a lane is before anybody changes it. */
export function valueBefore(draft: LaneDraft, setting: VariedName, base: RunConfig): string {
  const value = settingOf(draft.from?.config ?? base, setting)
  return typeof value === 'number' ? formatSetting(value) : String(value)
}

/**
 * A race of presets over the present settings: one setting differs and nothing else, the learning rate neither. Adam is the one
 * that the present run has, or else that of PyTorch.
 */
export function presetLanes(preset: RacePreset, base: RunConfig): readonly RunConfig[] {
  if (preset === 'cells')
    return (['rnn-tanh', 'gru', 'lstm'] as const).map((cell) => withSettings(base, { cell }))
  const adam = base.training.optimizer === 'adam-tensorflow' ? 'adam-tensorflow' : 'adam'
  return (['sgd', 'rmsprop', adam] as const).map((optimizer) => withSettings(base, { optimizer }))
}

/** The plan of a race, or why it cannot be run. */
export function racePlan(lanes: readonly RunConfig[]): Result<RacePlan> {
  return parsePlan({ kind: 'race', lanes }) as Result<RacePlan>
}

/**
 * The settings of the lanes of a form, all with the seed of the present run.
 *
 * @param wrong told of what is typed and is no value of its setting
 */
export function lanesOfForm(
  drafts: readonly LaneDraft[],
  base: RunConfig,
  wrong: (lane: number, change: number, problem: Text) => void,
): readonly RunConfig[] {
  const { seed } = base.network
  return drafts.map(({ from, changes }, lane) => {
    const own: Partial<Settings> = {}
    for (const [at, { setting, value }] of changes.entries()) {
      const read = readValue(setting, value)
      if (read.ok) Object.assign(own, { [setting]: read.value })
      else wrong(lane, at, read.error.text)
    }
    return withSettings(from?.config ?? base, { ...own, seed })
  })
}

function readValue(setting: VariedName, value: string): Result<Settings[VariedName]> {
  if (isSwitch(setting)) return { ok: true, value: value === 'true' }
  if (!isNumber(setting)) return { ok: true, value: value as Settings[VariedName] }
  const number = parseNumber(value)
  // "NaN was given" is no sentence for a person: say what was typed.
  return checkNumber(setting, Number.isNaN(number) ? value.trim() || undefined : number)
}
