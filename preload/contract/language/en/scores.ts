import { counted } from '../english'
import { minus, type Words } from '../words'

/** A weight of a formula, and what it weighs: the value of a column so many time steps ago. */
type Term = { name: string; ago: number; coefficient: number }
type Linear = { target: string; horizon: number; terms: Term[]; constant: number | null }
type Repeating = { target: string; horizon: number; ago: number }

/** The rivals, what they do, and why a figure cannot be told. */
export const scores = {
  'scores.mean': 'Mean',
  'scores.persistence': 'Persistence',
  'scores.seasonalNaive': 'Seasonal naive',
  'scores.linear': 'Linear least squares',

  'scores.meanFormula': (
    { target, horizon, mean }: { target: string; horizon: number; mean: number },
    words: Words,
  ) => `${ahead(target, horizon, words)} = ${figure(mean, words)}, the mean over the training part`,
  'scores.repeatingFormula': ({ target, horizon, ago }: Repeating, words: Words) =>
    repeating({ target, horizon, ago }, words),
  'scores.linearFormula': (values: Linear, words: Words) => linear(values, words),
  'scores.linearLong': (
    {
      target,
      horizon,
      terms,
      inputs,
      back,
    }: { target: string; horizon: number; terms: number; inputs: number; back: number },
    words: Words,
  ) =>
    `${ahead(target, horizon, words)} is a weighted sum of ${counted(terms, 'value')}, from the last ${counted(back, 'time step')} of ${counted(inputs, 'input')}`,
  'scores.beyondWindow': ({ back, window }: { back: number; window: number }) =>
    `It looks ${counted(back, 'time step')} back, farther than the window of ${counted(window, 'time step')}.`,
  'scores.fittedOn': ({ rows, of }: { rows: number; of: number }, words: Words) =>
    `It was fitted on ${words.number(rows)} of ${counted(of, 'time step')}, evenly spread over the training part.`,

  'scores.noTargets': ({ target }: { target: string }, words: Words) =>
    `The training part has no value of the target ${words.quote(target)}.`,
  'scores.noSeason': 'The autocorrelation of the target shows no season.',
  'scores.targetNoInput': ({ target }: { target: string }, words: Words) =>
    `It needs earlier values of ${words.quote(target)}, which is not among the inputs: the network does not see them either.`,
  'scores.tooFewRows': ({ rows, back }: { rows: number; back: number }) =>
    `It needs at least 2 rows of the training part with a target and ${counted(back, 'time step')} of all inputs before it, without a gap; there ${rows === 1 ? 'is 1' : 'are none'}.`,
  'scores.noPairs': ({ period }: { period: number }) =>
    `The training part has no two known targets that are ${counted(period, 'time step')} apart.`,
  'scores.noChange': ({ period }: { period: number }) =>
    `In the training part, no target differs from the one ${counted(period, 'time step')} before it: there is nothing to scale the error by.`,
  'scores.noTrainingMean': 'The training part has no known target, and so no mean to compare with.',
  'scores.allAtMean': 'Every target of this part is the mean of the training part: no share can be told.',
  'scores.targetConstant': 'The target does not change in this part.',
  'scores.noCommonRows': 'The rival and the network predict no known target in common.',
  'scores.cannotBeBetter': 'This rival is right but for rounding: the network cannot be better.',
}

/** A column at the time of the target: `C(t+1)`. */
export function ahead(target: string, horizon: number, words: Words): string {
  return at(target, horizon, words)
}

/** `C(t+1) = C(t−11)`, in any language. */
export function repeating({ target, horizon, ago }: Repeating, words: Words): string {
  return `${at(target, horizon, words)} = ${at(target, -ago, words)}`
}

/** `cos(t) = 3.0777·sin(t) − 3.2361·sin(t−1) + 0.5`, in any language; a weight of 1 is not written. */
export function linear({ target, horizon, terms, constant }: Linear, words: Words): string {
  const parts = terms.map(({ name, ago, coefficient }) => {
    const weight = figure(Math.abs(coefficient), words)
    const value = at(name, -ago, words)
    return { size: weight === '1' ? value : `${weight}·${value}`, negative: coefficient < 0 }
  })
  if (constant !== null || parts.length === 0)
    parts.push({ size: figure(Math.abs(constant ?? 0), words), negative: (constant ?? 0) < 0 })
  const sum = parts.map(({ size, negative }, place) =>
    place === 0 ? `${negative ? '−' : ''}${size}` : ` ${negative ? '−' : '+'} ${size}`,
  )
  return `${at(target, horizon, words)} = ${sum.join('')}`
}

/** Five digits at most, and no zeros at the end: 3.0777, 0.5, 1.25e−7. */
export function figure(value: number, words: Words): string {
  const short = Number(value.toPrecision(5))
  const size = Math.abs(short)
  if (short !== 0 && (size < 1e-4 || size >= 1e6)) return minus(short.toExponential().replace('e+', 'e'))
  return words.number(short)
}

/** A name that could be mistaken for a part of the formula stands in quotation marks. */
function at(name: string, offset: number, words: Words): string {
  // As the lesson's `cos t`: it says its time by itself.
  if (offset === 0 && / t$/.test(name)) return name
  const plain =
    !/ t$/.test(name) && /^[\p{L}_][\p{L}\p{N}_ .₀-₉]{0,23}$/u.test(name) ? name : words.quote(name)
  if (offset === 0) return `${plain}(t)`
  return `${plain}(t${offset < 0 ? '−' : '+'}${words.number(Math.abs(offset))})`
}
