import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { type ListedRun, learnedName } from '@contract/run/kept-run'
import type { SettingName } from '@contract/settings/setting'
import { SETTINGS, settingsOf } from '@contract/settings/settings'
import { sameSource } from '@contract/settings/source-config'
import { differingSettings } from '../../../../store/selectors/runs/differing'
import { formatCount } from '../../../../store/words/format'
import { titleText, valueText } from '../../../../store/words/run-texts'

/** What a run has in a column; null: nothing, or it is not known. */
export type RunValue = number | string | Text | null

/** A column of the table of runs. */
export type RunColumn = {
  /** The same in every language and at every start. */
  readonly id: string
  readonly label: Text
  /** What its numbers are, where the label does not say it. */
  readonly explained?: Text
  readonly isNumber: boolean
  readonly of: (run: ListedRun) => RunValue
  readonly show: (value: RunValue, say: Say) => string
  /** Whether the numbers of runs that differ in nothing but their seeds have a median. */
  readonly isLoss?: true
}

/** A loss of a run that diverged is worse than any number. */
export function outcome(run: ListedRun, loss: number | null): number | null {
  return run.phase === 'diverged' ? Number.POSITIVE_INFINITY : loss
}

const words: RunColumn['show'] = (value, say) =>
  value === null ? '–' : typeof value === 'object' ? say(value) : `${value}`
const count: RunColumn['show'] = (value, say) =>
  typeof value === 'number' ? formatCount(value, say) : words(value, say)

/** A loss in three digits; that of a run that diverged is infinite. */
export const showLoss: RunColumn['show'] = (value, say) => {
  if (typeof value !== 'number') return words(value, say)
  return Number.isFinite(value) ? say('figures.loss', { value }) : '∞'
}

const said =
  (make: (value: number) => Text): RunColumn['show'] =>
  (value, say) =>
    typeof value === 'number' ? say(make(value)) : words(value, say)

const NAME: RunColumn = {
  id: 'name',
  label: text('runsTab.columnName'),
  isNumber: false,
  of: titleText,
  show: words,
}
const NETWORK: RunColumn = {
  id: 'network',
  label: text('runsTab.columnNetwork'),
  isNumber: false,
  of: ({ network }) => network,
  show: words,
}
const NUMBERS: readonly RunColumn[] = [
  {
    id: 'updates',
    label: text('runsTab.columnUpdates'),
    isNumber: true,
    of: ({ updatesDone }) => updatesDone,
    show: count,
  },
  {
    id: 'loss',
    label: text('runsTab.columnLoss'),
    explained: text('runsTab.lossExplained'),
    isNumber: true,
    isLoss: true,
    of: (run) => outcome(run, run.loss),
    show: showLoss,
  },
  {
    id: 'best-loss',
    label: text('runsTab.columnBestLoss'),
    explained: text('runsTab.bestLossExplained'),
    isNumber: true,
    isLoss: true,
    of: ({ figures }) => figures?.bestLoss ?? null,
    show: showLoss,
  },
  {
    id: 'validation-loss',
    label: text('runsTab.columnValidation'),
    explained: text('runsTab.validationExplained'),
    isNumber: true,
    isLoss: true,
    of: (run) => {
      const loss = run.figures?.validationLoss ?? null
      return loss === null ? null : outcome(run, loss)
    },
    show: showLoss,
  },
  {
    id: 'skill',
    label: text('runsTab.columnSkill'),
    explained: text('runsTab.skillExplained'),
    isNumber: true,
    of: ({ figures }) => figures?.skill ?? null,
    show: said((share) => text('numbers.percent', { share })),
  },
  {
    id: 'seed',
    label: SETTINGS.seed.label,
    isNumber: true,
    of: ({ config }) => config?.network.seed ?? null,
    show: words,
  },
  {
    id: 'seconds',
    label: text('runsTab.columnSeconds'),
    explained: text('runsTab.secondsExplained'),
    isNumber: true,
    of: ({ figures }) => figures?.seconds ?? null,
    show: said((seconds) => text('runsTab.seconds', { seconds })),
  },
  {
    id: 'kept',
    label: text('runsTab.columnKept'),
    isNumber: true,
    of: ({ keptAt }) => keptAt,
    show: said((time) => text('runList.kept', { time })),
  },
  {
    id: 'note',
    label: text('runsTab.columnNote'),
    explained: text('runsTab.noteExplained'),
    isNumber: false,
    of: ({ note }) => note ?? null,
    show: words,
  },
  {
    id: 'bytes',
    label: text('runsTab.columnBytes'),
    isNumber: true,
    of: ({ bytes }) => bytes,
    show: said((bytes) => text('runList.size', { bytes })),
  },
]

/** The columns for some runs: of their settings only those in which they differ. */
export function columnsFor(runs: readonly ListedRun[]): readonly RunColumn[] {
  return [NAME, NETWORK, ...learnedColumn(runs), ...differingSettings(runs).map(settingColumn), ...NUMBERS]
}

/** What the others have less than the pinned run has, or more: for the column that compares them. */
export function differenceColumn(pinned: ListedRun): RunColumn {
  const from = outcome(pinned, pinned.loss)
  return {
    id: 'difference',
    label: text('runsTab.columnDifference'),
    explained: text('runsTab.differenceExplained', { run: titleText(pinned) }),
    isNumber: true,
    of: (run) => {
      const loss = outcome(run, run.loss)
      if (run.id === pinned.id || loss === null || from === null) return null
      const by = loss - from
      return Number.isNaN(by) ? null : by
    },
    show: showDifference,
  }
}

/** With its sign: `+0.0123`, `−0.5`. */
export const showDifference: RunColumn['show'] = (value, say) => {
  if (typeof value !== 'number') return words(value, say)
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  return `${sign}${showLoss(Math.abs(value), say)}`
}

function learnedColumn(runs: readonly ListedRun[]): readonly RunColumn[] {
  const sources = runs.flatMap(({ config }) => config?.data.source ?? [])
  const [first] = sources
  if (!first || sources.every((source) => sameSource(source, first))) return []
  const of: RunColumn['of'] = ({ config }) =>
    config && (learnedName(config) ?? text('settingsPanel.lessonGroup'))
  return [{ id: 'learned', label: text('setup.source'), isNumber: false, of, show: words }]
}

function settingColumn(name: SettingName): RunColumn {
  const of: RunColumn['of'] = ({ config }) => {
    const settings = config && settingsOf(config)
    if (!settings || !(SETTINGS[name].applies?.(settings) ?? true)) return null
    const value = valueText(name, settings[name])
    return typeof value === 'boolean' ? text(value ? 'setup.yes' : 'setup.no') : value
  }
  const isNumber = typeof SETTINGS[name] === 'object' && 'min' in SETTINGS[name]
  return { id: `setting-${name}`, label: SETTINGS[name].label, isNumber, of, show: words }
}
