import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { short } from '../run/figures'
import { percent } from './seeds-view'

/** What the values of one or two settings came to. */
export const sweepView = {
  'sweepView.title': ({ settings }: { settings: readonly Text[] }, words: Words) =>
    `Loss by ${words.list(settings.map((setting) => words.say(setting).toLowerCase()))}`,
  'sweepView.best': ({ name, median, n }: { name: Text; median: number; n: number }, words: Words) =>
    `Lowest median so far: ${words.say(name)}, ${short(median, words)}, n = ${words.number(n)}.`,
  'sweepView.noBest': 'No value has a median yet.',
  'sweepView.diverged': ({ diverged, n }: { diverged: number; n: number }, words: Words) =>
    `${words.number(diverged)} of ${counted(n, 'run')} diverged, which counts as worse than any loss.`,
  'sweepView.skipped': ({ skipped, after }: { skipped: number; after: number }, words: Words) =>
    `${counted(skipped, 'run')} were left out, as the first ${words.number(after)} with the same values had all diverged.`,
  'sweepView.linePicture': ({ settings }: { settings: readonly Text[] }, words: Words) =>
    `The loss by ${words.list(settings)}: a point for each run, the median, and between 5% and 95% of the runs`,
  'sweepView.heatPicture': ({ settings }: { settings: readonly Text[] }, words: Words) =>
    `The median loss by ${words.list(settings)} as colours, hatched as far as runs diverged`,
  'sweepView.band': '5% to 95% of the runs',
  'sweepView.median': 'median',
  'sweepView.run': 'each run',
  'sweepView.brokeMark': 'diverged',
  'sweepView.hint': 'Point at a value, or go from one to the next by the arrow keys, to see its runs.',
  'sweepView.reading': (
    { name, n, diverged, low, median, high }: Spread & { name: Text; n: number; diverged: number },
    words: Words,
  ) =>
    n === 0
      ? `With ${words.say(name)}: no run is made yet.`
      : `With ${words.say(name)}: median ${orDiverged(median, words)}, 90% between ${orDiverged(low, words)} and ${orDiverged(high, words)}, n = ${words.number(n)}${diverged === 0 ? '' : `, of which ${words.number(diverged)} diverged (${percent(diverged / n, words)})`}.`,
  'sweepView.scale': 'median loss, logarithmic',
  'sweepView.lineHelp':
    'A run that diverged is a cross at the upper edge. The median counts it as worse than any loss; where half of the runs diverged, there is none.',
  'sweepView.heatHelp':
    'As much of a field is hatched as its runs diverged, with how many of them beside it. Where half of them did, it has no colour.',
  'sweepView.ofRuns': ({ diverged, n }: { diverged: number; n: number }, words: Words) =>
    `${words.number(diverged)}/${words.number(n)}×`,
  'sweepView.runsTitle': ({ name }: { name: Text }, words: Words) => `Runs with ${words.say(name)}`,
  'sweepView.listOf': ({ name }: { name: Text }, words: Words) => `Table of the runs with ${words.say(name)}`,
  'sweepView.openNote':
    'Opening a run makes it again, to the last bit, and shows it after its last update. The present run is kept.',
  'sweepView.open': 'Open',
  'sweepView.openThis': ({ seed }: { seed: number }) => `Open seed ${seed}`,
  'sweepView.compareTitle': 'Compare two',
  'sweepView.first': 'First',
  'sweepView.second': 'Second',
  'sweepView.compareHelp':
    'Nothing is corrected for how many pairs are compared: who compares many finds differences by luck.',
  'sweepView.runs': 'n',
  'sweepView.value': 'with',
}

type Spread = { low: number; median: number; high: number }

function orDiverged(loss: number, words: Words): string {
  return Number.isFinite(loss) ? short(loss, words) : 'diverged'
}
