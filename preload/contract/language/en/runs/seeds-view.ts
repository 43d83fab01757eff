import { counted } from '../../english'
import type { Words } from '../../words'
import { short } from '../run/figures'

/** What many seeds of the same settings came to. */
export const seedsView = {
  'seedsView.lossTitle': 'Loss of all seeds',
  'seedsView.picture': ({ n }: { n: number }) =>
    `The loss of ${counted(n, 'run')} by update: a line each, the median, and between 5% and 95% of them`,
  'seedsView.noneYet': 'No run is made yet.',
  'seedsView.summary': (
    { n, update, low, median, high }: { n: number; update: number } & Spread,
    words: Words,
  ) =>
    `n = ${words.number(n)}. At update ${words.number(update)} the median loss is ${orDiverged(median, words)}; 90% of the runs lie between ${orDiverged(low, words)} and ${orDiverged(high, words)}.`,
  'seedsView.diverged': ({ diverged, n }: { diverged: number; n: number }, words: Words) =>
    `${words.number(diverged)} of ${counted(n, 'run')} diverged, which counts as worse than any loss.`,
  'seedsView.failed': ({ failed }: { failed: number }) =>
    `${counted(failed, 'run')} could not be made: nothing is known of ${failed === 1 ? 'it' : 'them'}.`,
  'seedsView.present': (
    {
      seed,
      update,
      loss,
      lower,
      n,
    }: { seed: number; update: number; loss: number; lower: number; n: number },
    words: Words,
  ) =>
    `The present run (seed ${seed}) has a loss of ${short(loss, words)} at update ${words.number(update)}: lower than ${words.number(Math.round(100 * lower))}% of ${counted(n, 'seed')}.`,
  'seedsView.presentOther': 'The present run has other settings, so that it is not compared.',
  'seedsView.presentNone': 'The present run has made no update yet, so that it is not compared.',
  'seedsView.band': '5% to 95% of the runs',
  'seedsView.median': 'median',
  'seedsView.hair': 'each run',
  'seedsView.broke': 'diverged there',
  'seedsView.presentRun': 'present run',
  'seedsView.hint': 'Point at a line, or press ← and → to go along it, ↑ and ↓ to go to the next one.',
  'seedsView.reading': (
    { seed, update, loss }: { seed: number; update: number; loss: number },
    words: Words,
  ) => `Seed ${seed}: loss ${orDiverged(loss, words)} at update ${words.number(update)}.`,
  'seedsView.openNote':
    'A click or Enter opens that run as it stood after that update; it is made again, to the last bit. The present run is kept.',
  'seedsView.open': ({ seed, update }: { seed: number; update: number }, words: Words) =>
    `Open seed ${seed} at update ${words.number(update)}`,
  'seedsView.help': ({ thinned }: { thinned: boolean }) =>
    `The band and the median are those of all runs that are made, update by update. Where runs end by their patience, they end with the shortest.${thinned ? ' Lines of many updates are drawn through the least and the greatest loss of each stretch.' : ''}`,
  'seedsView.update': 'update',
  'seedsView.loss': 'loss',
  'seedsView.low': '5%',
  'seedsView.high': '95%',
  'seedsView.divergedRuns': 'diverged',

  'seedsView.resultsTitle': 'What the runs came to',
  'seedsView.resultsPicture': ({ n }: { n: number }) =>
    `What ${counted(n, 'run')} came to: a point each, and how many came so far`,
  'seedsView.measure': 'Measured by',
  'seedsView.lastLoss': 'loss of the last update',
  'seedsView.validationLoss': 'validation loss of the last weights',
  'seedsView.below': 'Converged is below',
  'seedsView.badBelow': ({ given }: { given: string }, words: Words) =>
    `A number above 0 was expected, but ${words.quote(given)} was given.`,
  'seedsView.converged': (
    {
      count,
      n,
      below,
      share,
      low,
      high,
    }: { count: number; n: number; below: number; share: number; low: number; high: number },
    words: Words,
  ) =>
    `${words.number(count)} of ${counted(n, 'run')} came below ${short(below, words)}: ${percent(share, words)}, 95% interval ${percent(low, words)} to ${percent(high, words)} (Wilson).`,
  'seedsView.resultsHelp':
    'Each point is a run: how far to the right, what it came to; how high, which share of the runs came to so little or less. They end below 1 where runs diverged. A click sets what counts as converged.',
  'seedsView.shareOfRuns': 'share of runs',
  'seedsView.seed': 'seed',
  'seedsView.updates': 'updates',
  'seedsView.leastLoss': 'least loss',
  'seedsView.ended': 'ended',
  'seedsView.seconds': 'seconds',
}

type Spread = { low: number; median: number; high: number }

/** A loss, or that a run has none any more. */
function orDiverged(loss: number, words: Words): string {
  return Number.isFinite(loss) ? short(loss, words) : 'diverged'
}

/** A share in whole per cent, in any language. */
export function percent(share: number, words: Words): string {
  return `${words.number(Math.round(100 * share))}%`
}
