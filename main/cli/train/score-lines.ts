import { PART_LABELS, PARTS, type PartName } from '@contract/data/parts'
import {
  type Figure,
  type OutputScores,
  RIVAL_LABELS,
  RIVAL_NAMES,
  type RivalName,
} from '@contract/data/scores'
import { inEnglish, type Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { RunScores } from '@contract/run/run-scores'

const OVER: Readonly<Record<RivalName, Text>> = {
  mean: text('train.overMean'),
  persistence: text('train.overPersistence'),
  'seasonal-naive': text('train.overSeasonal'),
  linear: text('train.overLinear'),
}

/** Characters of a column of figures without the space before it, and of the first one. */
const WIDTH = 12
const FIRST = 12
/** From here on a per cent is told in powers of ten: beside a rival that is all but exact it has more digits than a column. */
const LARGE_PERCENT = 1e8

/**
 * How good a network is, as lines for a person: for every output the errors of each part in its own unit, and how much less
 * of the mean squared error is left than a rival leaves; then the rivals and what they are.
 */
export function scoreLines({ update, outputs }: RunScores, say: Say): string[] {
  return outputs.flatMap((output) => [
    '',
    say('numbers.ofOutput', { name: output.name, update }),
    row('', [
      say('numbers.rmse'),
      say('numbers.mae'),
      say('numbers.mase'),
      'R²',
      ...availableIn(output).map(({ name }) => say(OVER[name])),
    ]),
    ...PARTS.flatMap((part) => {
      const found = output.parts[part]
      if (!found) return []
      const { rmse, mae, mase, r2, skill } = found
      return row(say(PART_LABELS[part]), [
        figure(rmse),
        figure(mae),
        figure(mase.value),
        figure(r2.value),
        ...availableIn(output).map(({ name }) => percent(skill[name])),
      ])
    }),
    say('train.skill'),
    ...output.rivals.map((rival) =>
      say('train.rival', {
        rival: RIVAL_LABELS[rival.name],
        what: rival.available ? rival.formula : rival.why,
      }),
    ),
  ])
}

/** The same as one JSON object; what has no number is null. */
export function scoreJson({ update, losses, outputs }: RunScores): string {
  const byOutput = <T>(of: (output: OutputScores) => T) =>
    Object.fromEntries(outputs.map((output) => [output.name, of(output)]))
  const byPart = <T>(of: (part: PartName) => T) => Object.fromEntries(PARTS.map((part) => [part, of(part)]))
  return JSON.stringify({
    update,
    loss: losses,
    ...byPart((part) =>
      byOutput(({ parts }) => {
        const found = parts[part]
        if (!found) return null
        const { count, rmse, mae, mase, r2, spread, lag } = found
        const value = ({ value: number }: Figure) => number
        return {
          count,
          rmse,
          mae,
          mase: value(mase),
          r2: value(r2),
          spread: value(spread),
          lag: lag?.best ?? null,
        }
      }),
    ),
    rivals: byOutput(({ rivals }) =>
      Object.fromEntries(
        rivals.map((rival) => [
          rival.name,
          rival.available ? { formula: inEnglish(rival.formula), ...rival.errors } : null,
        ]),
      ),
    ),
    skill: byOutput(({ parts }) =>
      byPart((part) => {
        const skill = parts[part]?.skill
        return skill ? Object.fromEntries(RIVAL_NAMES.map((name) => [name, skill[name].value])) : null
      }),
    ),
  })
}

function availableIn({ rivals }: OutputScores) {
  return rivals.filter(({ available }) => available)
}

function row(first: string, cells: readonly string[]): string {
  return `${first.padEnd(FIRST)}${cells.map((cell) => ` ${cell.padStart(WIDTH)}`).join('')}`.trimEnd()
}

function figure(value: number | null): string {
  return value === null ? '–' : `${Number(value.toPrecision(6))}`
}

function percent({ value }: Figure): string {
  if (value === null) return '–'
  const shown = 100 * value
  return `${Math.abs(shown) < LARGE_PERCENT ? shown.toFixed(1) : shown.toExponential(3)}%`
}
