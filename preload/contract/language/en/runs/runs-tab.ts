import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { short } from '../run/figures'

type Overlay = { run: Text; loss: Text; ended: number | null; update: number; by: Text | null }
type Range = { median: Text; least: Text; most: Text; count: number; all: number }

/** The tab in which runs are compared: its views, and the table of the runs that are kept. */
export const runsTab = {
  'runsTab.tab': 'Runs',
  'runsTab.views': 'How runs are compared',
  'runsTab.viewTable': 'Table',
  'runsTab.viewExperiments': 'Experiments',
  'runsTab.tableTitle': 'Runs that are kept',
  'runsTab.noRuns': 'No run is kept yet: the present one is as soon as it rests after an update.',
  'runsTab.noneFound': 'No run is as the filter wants it.',
  'runsTab.filter': 'Filter by words',
  'runsTab.filterColumn': 'Filter by a setting',
  'runsTab.anyValue': 'Any setting',
  'runsTab.filterValue': ({ column }: { column: Text }, words: Words) => `Value of ${words.say(column)}`,
  'runsTab.grouped': 'Group by all but the seed',
  'runsTab.groupedExplained':
    'Runs with the same settings and different seeds stand together, with the median of their losses and, in parentheses, the least and the greatest',
  'runsTab.count': ({ shown, all }: { shown: number; all: number }, words: Words) =>
    shown === all ? counted(all, 'run') : `${words.number(shown)} of ${counted(all, 'run')}`,
  'runsTab.columns': 'Columns',
  'runsTab.copy': 'Copy table',
  'runsTab.copyCsv': 'Copy as CSV',
  'runsTab.copyMarkdown': 'Copy as Markdown',
  'runsTab.copyLatex': 'Copy as LaTeX',
  'runsTab.copied': ({ count }: { count: number }) =>
    `The table is copied, with ${counted(count, 'row')}: paste it anywhere.`,
  'runsTab.notATable': 'The text of a table was expected, of 4 million characters at most.',
  'runsTab.columnName': 'Name',
  'runsTab.columnNetwork': 'Network',
  'runsTab.columnUpdates': 'Updates made',
  'runsTab.columnLoss': 'Last loss',
  'runsTab.lossExplained': 'Loss of the last update; ∞ where the run broke',
  'runsTab.columnCompare': 'Compare',
  'runsTab.overlay': ({ run }: { run: Text }, words: Words) =>
    `Show the losses of ${words.say(run)} in the loss chart`,
  'runsTab.overlayFull': ({ most }: { most: number }) =>
    `The loss chart has ${counted(most, 'run')} already: take one away first`,
  'runsTab.overlays': 'Other runs',
  'runsTab.namedApart': ({ run, by }: { run: Text; by: readonly Text[] }, words: Words) =>
    `${words.say(run)} (${by.map((each) => words.say(each)).join(', ')})`,
  'runsTab.overlayAt': ({ run, loss, ended, update, by }: Overlay, words: Words) => {
    const at = ended === null ? `${words.say(loss)}` : `ended at update ${words.number(ended)}`
    return `${words.say(run)}, update ${words.number(update)}: ${at}${by ? ` (Δ ${words.say(by)})` : ''}`
  },
  'runsTab.windows': 'Windows of other runs',
  'runsTab.windowAt': ({ run, update }: { run: Text; update: number }, words: Words) =>
    `${words.say(run)}, update ${words.number(update)}`,
  'runsTab.difference': ({ by }: { by: number }, words: Words) => signed(by, words),
  'runsTab.pin': ({ run }: { run: Text }, words: Words) => `Compare the others with ${words.say(run)}`,
  'runsTab.columnDifference': 'Loss, compared',
  'runsTab.differenceExplained': ({ run }: { run: Text }, words: Words) =>
    `The last loss less that of ${words.say(run)}: below 0 is better`,
  'runsTab.columnBestLoss': 'Least loss',
  'runsTab.bestLossExplained': 'The least loss of all its updates',
  'runsTab.columnValidation': 'Validation loss',
  'runsTab.validationExplained': 'The last one that was evaluated; ∞ where the run broke',
  'runsTab.columnSkill': 'Skill',
  'runsTab.skillExplained':
    '1 − loss / that of the best rival: of the last validation loss, or without a validation part of the mean loss of the last 20 updates',
  'runsTab.columnSeconds': 'Time trained',
  'runsTab.secondsExplained':
    'For how long the app has trained it, at the pace that was chosen; updates that were asked for one by one are not counted',
  'runsTab.seconds': ({ seconds }: { seconds: number }, words: Words) => duration(seconds, words),
  'runsTab.columnKept': 'Kept',
  'runsTab.columnNote': 'Note',
  'runsTab.noteExplained':
    'The first line of the notes of the run; Project Notes… in the File menu writes them',
  'runsTab.columnBytes': 'On the disk',
  'runsTab.groupName': ({ run, count }: { run: Text; count: number }, words: Words) =>
    `${words.say(run)} · ${counted(count, 'run')}`,
  'runsTab.figure': ({ figure }: { figure: string }) => figure,
  'runsTab.groupLoss': ({ median, least, most, count, all }: Range, words: Words) => {
    const range = `${words.say(median)} (${words.say(least)} to ${words.say(most)})`
    return count === all ? range : `${range}, n = ${words.number(count)}`
  },
}

/** A difference with its sign: `+0.0123`. */
export function signed(by: number, words: Words): string {
  return `${by > 0 ? '+' : by < 0 ? '−' : ''}${short(Math.abs(by), words)}`
}

/** A time in its two largest units: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
function duration(seconds: number, words: Words): string {
  if (seconds < 9.95) return `${words.decimals(seconds, 1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${words.number(whole)} s`
  if (whole < 3600) return `${words.number(Math.floor(whole / 60))} min ${words.number(whole % 60)} s`
  const minutes = Math.floor(whole / 60)
  return `${words.number(Math.floor(minutes / 60))} h ${words.number(minutes % 60)} min`
}
