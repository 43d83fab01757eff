import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { short } from '../run/figures'

/** Some runs that differ in their seeds alone, by what is said of them: "with …". */
type Group = { name: Text; n: number; failures: number }
type Verdict = 'first-lower' | 'second-lower' | 'open'
type Compared = { first: Group; second: Group; verdict: Verdict }
type Test = {
  n: number
  firstLower: number
  secondLower: number
  p: number
  method: 'exact' | 'normal'
  rankBiserial: number
}
type Improvement = { value: number; low: number; high: number }

/** What may be said of many runs, with n and by what it was found. */
export const statistics = {
  'statistics.tooFew': (
    { first, second, needed }: { first: Group; second: Group; needed: number },
    words: Words,
  ) =>
    `n < ${words.number(needed)}: no claim. With ${words.say(first.name)}, n = ${words.number(first.n)}; with ${words.say(second.name)}, n = ${words.number(second.n)}.`,
  'statistics.paired': ({ test, ...compared }: Compared & { test: Test }, words: Words) =>
    `${verdictOn(compared, words)}: lower in ${words.number(test.firstLower)} and higher in ${words.number(test.secondLower)} of n = ${words.number(test.n)} pairs by seed (Wilcoxon signed-rank test, two-sided, ${test.method === 'exact' ? 'exact' : 'normal approximation'}: ${probability(test.p, words)}; rank-biserial correlation ${signed(test.rankBiserial, words)}).${diverged(compared, words)}`,
  'statistics.unpaired': (
    { improvement, why, ...compared }: Compared & { improvement: Improvement; why: 'shapes' | 'seeds' },
    words: Words,
  ) =>
    `${verdictOn(compared, words)}: probability of improvement ${words.decimals(improvement.value, 2)}, 95% bootstrap interval ${words.decimals(improvement.low, 2)} to ${words.decimals(improvement.high, 2)}, n = ${words.number(compared.first.n)} and n = ${words.number(compared.second.n)}, not paired: ${why === 'shapes' ? 'equal seeds draw other weights where shapes differ' : 'the seeds are not the same'}.${diverged(compared, words)}`,
  'statistics.interquartileMean': (
    {
      value,
      low,
      high,
      n,
      failures,
    }: { value: number; low: number | null; high: number | null; n: number; failures: number },
    words: Words,
  ) =>
    `Interquartile mean ${short(value, words)}, 95% bootstrap interval ${interval(low, high, words)}, n = ${words.number(n)}${failures === 0 ? '' : `, of which ${words.number(failures)} diverged`}.`,
  'statistics.noInterquartileMean': (
    { n, failures, mostFailures }: { n: number; failures: number; mostFailures: number },
    words: Words,
  ) =>
    `No interquartile mean: ${words.number(failures)} of n = ${words.number(n)} diverged, and with more than ${words.number(mostFailures)} the middle half includes one.`,
  'statistics.noRuns': 'No interquartile mean: there is no run.',
}

function verdictOn({ first, second, verdict }: Compared, words: Words): string {
  const [one, other] = [words.say(first.name), words.say(second.name)]
  if (verdict === 'open') return `Not decided whether the loss with ${one} is lower than with ${other}`
  return `The loss with ${one} is ${verdict === 'first-lower' ? 'lower' : 'higher'} than with ${other}`
}

function diverged({ first, second }: Compared, words: Words): string {
  if (first.failures + second.failures === 0) return ''
  const some = ({ name, n, failures }: Group) =>
    `${words.number(failures)} of ${counted(n, 'run')} with ${words.say(name)}`
  return ` Diverged, which counts as worse than any loss: ${some(first)}, ${some(second)}.`
}

function interval(low: number | null, high: number | null, words: Words): string {
  if (low === null) return 'not to be told, as too many runs diverged'
  return high === null
    ? `from ${short(low, words)} without an upper end, as runs diverged`
    : `${short(low, words)} to ${short(high, words)}`
}

/** A p-value, in any language: `p = 0.0312`, `p < 0.0001`. */
export function probability(p: number, words: Words): string {
  return p < 1e-4 ? `p < ${words.number(1e-4)}` : `p = ${words.significant(p, p > 0.995 ? 1 : 3)}`
}

/** A correlation with two decimals, in any language: `0.78`, `−0.78`. */
export function signed(value: number, words: Words): string {
  return words
    .decimals(value, 2)
    .replace(/^-(?=.*[1-9])/, '−')
    .replace(/^-/, '')
}
