import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { short } from './figures'

/** How good a network is: one figure with its sentence, and the tables behind it. */
export const numbers = {
  'numbers.title': 'How good is it?',
  'numbers.skill': 'skill',
  'numbers.skillExplained':
    '1 − mean squared error of the network / of the rival: 100% is perfect, 0% is no better than the rival, less is worse.',
  'numbers.percent': ({ share }: { share: number }, words: Words) => percent(share, words),
  'numbers.overValidation': 'on the validation part',
  'numbers.overTraining': 'on the training part',
  'numbers.overRecent': ({ updates }: { updates: number }) => `over the last ${counted(updates, 'update')}`,
  'numbers.bestRival': ({ rival }: { rival: Text }, words: Words) => `the best rival, ${words.say(rival)}`,
  'numbers.bestInexact': ({ rival }: { rival: Text }, words: Words) =>
    `the best rival that can be passed, ${words.say(rival)}`,
  'numbers.better': ({ rival, where, share }: { rival: Text; where: Text; share: number }, words: Words) =>
    `Better than ${words.say(rival)}: its mean squared error ${words.say(where)} is ${wholePercent(share, words)} less.`,
  'numbers.level': ({ rival, where }: { rival: Text; where: Text }, words: Words) =>
    `As good as ${words.say(rival)}, ${words.say(where)}: no better than a simple rule.`,
  'numbers.between': (
    { rival, where, times, beaten }: { rival: Text; where: Text; times: number; beaten: Text[] },
    words: Words,
  ) =>
    `Worse than ${words.say(rival)}: its mean squared error ${words.say(where)} is ${timesAs(times, words)} as large. Better than ${words.list(beaten)}.`,
  'numbers.worst': ({ rival, where, times }: { rival: Text; where: Text; times: number }, words: Words) =>
    `Worse than every rival: its mean squared error ${words.say(where)} is ${timesAs(times, words)} as large as that of ${words.say(rival)}.`,
  'numbers.notJudged': ({ rival, loss }: { rival: Text; loss: number }, words: Words) =>
    `The network is not judged yet; ${words.say(rival)}, has a mean squared error of ${short(loss, words)}.`,
  'numbers.rivalsToCome': 'The rivals are not worked out yet.',
  'numbers.noRival': 'There is no rival to compare with; the figures say why.',
  'numbers.noNetwork': ({ formula }: { formula: Text }, words: Words) =>
    `No network is needed: ${words.say(formula)}.`,
  'numbers.exact': ({ rules }: { rules: readonly Text[] }, words: Words) =>
    `${rules.length === 1 ? 'A simple rule is' : 'Simple rules are'} right but for rounding, and no network can be better: ${rules.map(words.say).join('; ')}.`,
  'numbers.exactRule': ({ rival, formula }: { rival: Text; formula: Text }, words: Words) =>
    `${words.say(rival)}, ${words.say(formula)}`,
  'numbers.bestWasBetter': ({ update }: { update: number }, words: Words) =>
    `At its best, after update ${words.number(update)}, it was better than that rival.`,
  'numbers.repeats': ({ steps }: { steps: number }) =>
    `repeats the value of ${counted(steps, 'time step')} before`,
  'numbers.repeatsExplained': (
    { steps, correlation, inTime }: { steps: number; correlation: number; inTime: number },
    words: Words,
  ) =>
    `The predictions are most like the target ${counted(steps, 'time step')} before (correlation ${words.decimals(correlation, 3)}; with the target itself ${words.decimals(inTime, 3)}): the network says what it has just seen, as if tomorrow were today.`,
  'numbers.scoredOf': (
    { update, ago, isBest }: { update: number; ago: number; isBest: boolean | null },
    words: Words,
  ) => {
    const when = ago === 0 ? 'the present ones' : `those of ${counted(ago, 'update')} ago`
    const best = isBest === null ? '' : isBest ? ', the best so far' : ', not the best'
    return `Judged with the weights after update ${words.number(update)}: ${when}${best}.`
  },
  'numbers.best': ({ update, loss }: { update: number; loss: number }, words: Words) =>
    `Best validation loss ${short(loss, words)} at update ${words.number(update)}`,
  'numbers.goBack': 'Go back to the best',
  'numbers.goBackExplained':
    'Opens a run with the weights as they were after that update; the present run stays in the list of runs.',
  'numbers.figures': 'All figures',

  'numbers.figure': 'Figure',
  'numbers.training': 'Training',
  'numbers.validation': 'Validation',
  'numbers.test': 'Test',
  'numbers.ofOutput': ({ name, update }: { name: string; update: number }, words: Words) =>
    `Predictions of ${words.quote(name)} in its own unit, with the weights after update ${words.number(update)}`,
  'numbers.rows': 'Rows scored',
  'numbers.rowsExplained': 'with a known target and a prediction',
  'numbers.rmse': 'RMSE',
  'numbers.rmseExplained': 'root of the mean squared error',
  'numbers.mae': 'MAE',
  'numbers.maeExplained': 'mean absolute error',
  'numbers.mase': 'MASE',
  'numbers.maseExplained': ({ period }: { period: number }) =>
    `MAE / mean difference of targets ${counted(period, 'time step')} apart, in the training part`,
  'numbers.r2': 'R²',
  'numbers.r2Explained': 'against the mean of the training part',
  'numbers.spread': 'Spread',
  'numbers.spreadExplained': 'of the predictions / of the targets; near 0 for a flat line',
  'numbers.lag': 'Lag',
  'numbers.lagExplained': 'time steps by which the target, shifted, is most like the predictions',
  'numbers.lagSteps': ({ steps, delayed }: { steps: number; delayed: boolean }, words: Words) =>
    `${words.number(steps)}${delayed ? ', repeats' : ''}`,
  'numbers.noPart': 'no prediction of a known target',
  'numbers.noLag': 'It cannot be said: there are too few rows, or nothing changes.',

  'numbers.rival': 'Rival',
  'numbers.passed': 'Passed at update',
  'numbers.notYet': 'not yet',
  'numbers.cannotPass': 'cannot be passed',
  'numbers.skillAgainst': ({ name }: { name: string }, words: Words) =>
    `Rivals for ${words.quote(name)}: the skill of the network, and their RMSE`,
  'numbers.rivalsOf': ({ name }: { name: string }, words: Words) =>
    `Rivals for ${words.quote(name)}, and their RMSE`,
  'numbers.passedExplained':
    'the update since which the network’s validation loss has been below the rival’s error, over all outputs; without a validation part, its mean loss over 20 updates',

  'numbers.residuals': ({ name, where }: { name: string; where: Text }, words: Words) =>
    `Autocorrelation of the residuals of ${words.quote(name)} ${words.say(where)}`,
  'numbers.overTest': 'on the test part',
  'numbers.residualsSaid': (
    {
      outside,
      lags,
      band,
      lag,
      value,
    }: { outside: number; lags: number; band: number; lag: number; value: number },
    words: Words,
  ) =>
    `${words.number(outside)} of ${counted(lags, 'lag')} ${outside === 1 ? 'is' : 'are'} outside of ±${words.decimals(band, 2)}, where 5% are by chance; the farthest is ${words.decimals(value, 2)} at lag ${words.number(lag)}.`,
}

/** A share with its sign: +34%, −120%, and no digits that say nothing where it is huge. */
export function percent(share: number, words: Words): string {
  const whole = Math.round(share * 100)
  if (whole < -999) return `< −${words.number(999)}%`
  return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${wholePercent(Math.abs(share), words)}`
}

/** A share of 0 or more in per cent; what is not quite all is never said to be 100%, but 99.9% at most. */
export function wholePercent(share: number, words: Words): string {
  const whole = Math.round(share * 100)
  if (whole !== 100 || share >= 1) return `${words.number(whole)}%`
  return `${words.decimals(Math.floor(share * 1000) / 10, 1)}%`
}

/** From here on an error is so many times another one that its digits say nothing. */
export const COUNTLESS = 1e6

function timesAs(times: number, words: Words): string {
  if (times > COUNTLESS) return 'more than a million times'
  return times < 9.95
    ? `${words.decimals(times, times < 1.095 ? 2 : 1)} times`
    : `${words.number(Math.round(times))} times`
}
