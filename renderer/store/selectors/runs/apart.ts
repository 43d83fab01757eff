import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ListedRun } from '@contract/run/kept-run'
import type { RunId } from '@contract/run-id'
import type { SettingName } from '@contract/settings/setting'
import { SETTINGS, settingsOf } from '@contract/settings/settings'
import { titleText, valueText } from '../../words/run-texts'
import { differingSettings } from './differing'

/** Settings that a name takes in at most: it stands at the end of a line. */
const MOST_SETTINGS = 2

/**
 * What some runs are called where they stand together. Those of one name have something more in it that tells them apart: their
 * seed, else the settings in which they differ, else their number among them.
 */
export function namesApart(runs: readonly ListedRun[]): ReadonlyMap<RunId, Text> {
  const namesakes = new Map<string, ListedRun[]>()
  for (const run of runs) {
    const title = JSON.stringify(titleText(run))
    namesakes.set(title, [...(namesakes.get(title) ?? []), run])
  }
  return new Map([...namesakes.values()].flatMap(named))
}

function named(runs: readonly ListedRun[]): readonly (readonly [RunId, Text])[] {
  if (runs.length === 1) return runs.map((run) => [run.id, titleText(run)])
  const differing = differingSettings(runs).slice(0, MOST_SETTINGS)
  const ways = [['seed'], differing, [...differing, 'seed']] satisfies readonly SettingName[][]
  const told = ways.map((names) => runs.map((run) => settingsIn(run, names))).find(areApart)
  return runs.map((run, i) => [
    run.id,
    text('runsTab.namedApart', {
      run: titleText(run),
      by: told?.[i] ?? [text('runsTab.figure', { figure: `${i + 1}` })],
    }),
  ])
}

/** What these settings are in a run, of those that say something of it. */
function settingsIn({ config }: ListedRun, names: readonly SettingName[]): readonly Text[] {
  if (!config) return []
  const settings = settingsOf(config)
  return names
    .filter((name) => SETTINGS[name].applies?.(settings) ?? true)
    .map((name) =>
      text('rail.plannedChange', { label: SETTINGS[name].label, value: valueText(name, settings[name]) }),
    )
}

function areApart(told: readonly (readonly Text[])[]): boolean {
  const words = told.map((each) => JSON.stringify(each))
  return told.every(({ length }) => length > 0) && new Set(words).size === words.length
}
