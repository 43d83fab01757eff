import type {
  ExperimentPlan,
  ExperimentRun,
  ExperimentSummary,
  VariedName,
} from '@contract/experiment/experiment'
import { runCount } from '@contract/experiment/plan-runs'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { assertNever } from '@contract/result'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { SETTINGS, settingOf } from '@contract/settings/settings'
import { laneTexts } from './experiments/lane-texts'
import { originText, valueText } from './run-texts'

/** Lanes that are named in the title of a race: more would fill the list. */
const MOST_NAMED = 3

/** What an experiment is, in a few words. */
export function experimentText(plan: ExperimentPlan): Text {
  switch (plan.kind) {
    case 'seeds':
      return text('experiments.seedsTitle', plan.seeds)
    case 'sweep':
      return text('experiments.sweepTitle', {
        varied: plan.varied.map(({ setting, values }) => ({
          label: SETTINGS[setting].label,
          values: values.length,
        })),
        count: plan.seeds.count,
      })
    case 'race':
      return plan.lanes.length > MOST_NAMED
        ? text('race.titleOfMany', { lanes: plan.lanes.length })
        : text('race.title', { lanes: laneTexts(plan.lanes) })
    default:
      return assertNever(plan)
  }
}

/** What its runs have in common, and when it was begun. */
export function begunText({ plan, begunAt }: ExperimentSummary): Text {
  const when = text('runList.kept', { time: begunAt })
  // Lanes are named by what is not common to them.
  const origin = plan.kind === 'race' ? null : originText(plan.base)
  return origin ? text('experiments.begun', { origin, when }) : when
}

/** How far an experiment is. */
export function progressText({ plan, phase, made, bytes }: ExperimentSummary, left: number | null): Text {
  const runs = runCount(plan)
  switch (phase) {
    case 'running':
      return text('experiments.running', { made, runs, left })
    case 'stopped':
      return text('experiments.stopped', { made, runs })
    case 'finished':
      return text('experiments.finished', { runs, bytes })
    default:
      return assertNever(phase)
  }
}

/** A value of a setting by itself, as its field has it. */
export function valueAlone<Name extends VariedName>(setting: Name, value: Settings[Name]): Text {
  return text('experiments.valueAlone', { value: valueText(setting, value) })
}

/** What the varied settings of a sweep are set to, so that "with …" can be said of it. */
export function withText(settings: readonly VariedName[], config: RunConfig): Text {
  const values = settings.map((setting) =>
    text('experiments.value', {
      label: SETTINGS[setting].label,
      value: valueText(setting, settingOf(config, setting)),
    }),
  )
  return values.length === 1 && values[0] ? values[0] : text('experiments.both', { values })
}

const ENDS = {
  goal: text('experiments.endGoal'),
  patience: text('experiments.endPatience'),
  diverged: text('experiments.endDiverged'),
  skipped: text('experiments.endSkipped'),
  failed: text('experiments.endFailed'),
} as const satisfies { readonly [End in ExperimentRun['end']]: Text }

/** How a run came to its end. */
export function endText({ end }: ExperimentRun): Text {
  return ENDS[end]
}
