import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { checkNumber } from '@contract/settings/parse-settings'
import type { Settings } from '@contract/settings/run-config'
import { pickSettings, settingsOf } from '@contract/settings/settings'
import { type FuturesFrom, MOST_FUTURE_UPDATES } from '@contract/timeline/futures'
import { DECIDING_SETTINGS, isWipedAt } from '@contract/timeline/settings-events'
import type { AppState } from '../state/app-state'
import type { ForeseenSetting, NamedChoice } from '../state/futures-state'
import { readDraft } from '../state/settings-draft'

/** What the trainer is to be asked, and what it depends on beside that. */
export type FuturesQuestion = {
  readonly asked: FuturesFrom
  readonly choices: readonly NamedChoice[]
  /** The same text as long as the same answer would come. */
  readonly key: string
}

/** The norm that is tried where a gradient is not clipped: PyTorch's examples clip there. */
const USUAL_NORM = 1

/**
 * What is to be foreseen now: of the setting that a person rests on, from where the run stands, or from the update that is
 * looked at. Null in training, before the first update, and where what is typed is no value.
 */
export function futuresQuestion(state: AppState): FuturesQuestion | null {
  const { restingOn, run, description, trainer, hasCurves, marked, draft } = state
  if (!restingOn || !run || !description || trainer.kind !== 'ready' || !hasCurves) return null
  if (run.id !== description.id || run.phase === 'training' || run.phase === 'diverged') return null
  const { config, problems } = readDraft(draft, run.config)
  if (problems[restingOn]) return null
  const wiped = marked === null && isWipedAt(run.events, run.updatesDone + 1)
  const choices = choicesOf(restingOn, settingsOf(config), wiped)
  const asked: FuturesFrom = {
    runId: run.id,
    update: marked,
    choices: choices.map(({ choice }) => choice),
    updates: MOST_FUTURE_UPDATES,
  }
  const others = DECIDING_SETTINGS.filter((name) => name !== restingOn)
  const rest = [pickSettings(settingsOf(run.config), others), run.updatesDone, run.planned]
  return { asked, choices, key: JSON.stringify([asked, rest]) }
}

/** The choices of a setting, by its present value; the first that are possible. */
function choicesOf(setting: ForeseenSetting, settings: Settings, wiped: boolean): readonly NamedChoice[] {
  switch (setting) {
    case 'learningRate':
      return (
        [
          ['½', 0.5],
          ['1', 1],
          ['2', 2],
        ] as const
      )
        .map(([factor, times]) => ({
          name: text('futures.times', { factor }),
          choice: { settings: { learningRate: settings.learningRate * times }, wiped },
          isPresent: times === 1,
        }))
        .filter(({ choice }) => checkNumber('learningRate', choice.settings.learningRate).ok)
    case 'clipNorm':
      return [0, settings.clipNorm || USUAL_NORM].map((clipNorm) => ({
        name: clipNorm === 0 ? text('futures.notClipped') : text('futures.clippedAt', { norm: clipNorm }),
        choice: { settings: { clipNorm }, wiped },
        isPresent: clipNorm === settings.clipNorm,
      }))
    case 'carryState':
      return [
        {
          carryState: true,
          wiped: false,
          name: text(settings.freezeState ? 'futures.frozen' : 'futures.kept'),
        },
        { carryState: true, wiped: true, name: text('futures.wiped') },
        { carryState: false, wiped: false, name: text('futures.notCarried') },
      ].map(({ name, carryState, wiped: isWiped }) => ({
        name,
        choice: { settings: { carryState }, wiped: isWiped },
        isPresent: carryState === settings.carryState && (!carryState || isWiped === wiped),
      }))
  }
}

/** What the futures come to, in one sentence; null where none are known. */
export function futuresText({ futures: stage }: AppState, loss: (value: number) => string): Text | null {
  if (stage.kind !== 'known') return null
  const { choices, futures: told } = stage
  const outcomes = told.futures.map(({ losses, isBroken }, i) => {
    const choice = choices[i]?.name
    if (!choice) throw new Error('a future is of no choice')
    if (isBroken) return text('futures.breaks', { choice, update: told.update + losses.length + 1 })
    return text('futures.outcome', { choice, loss: loss(losses.at(-1) ?? Number.NaN) })
  })
  const { updates } = told
  return text('futures.would', { updates, isFewer: updates < MOST_FUTURE_UPDATES, outcomes })
}
