import type { VariedName } from '@contract/experiment/experiment'
import { displayWidth, padStart } from '@contract/language/display-width'
import type { Say } from '@contract/language/say'
import { columnOf, type RunRow } from './table/run-row'

/** How runs are written for a person: a line above them, and a line for each. */
export type RunLines = { readonly title: string; readonly line: (row: RunRow) => string }

/** Digits of a loss, and least characters of a column. */
const DIGITS = 6
const WIDTH = 10

/** @param validated whether the runs have a validation part */
export function runLines(varied: readonly VariedName[], validated: boolean, say: Say): RunLines {
  const columns: readonly { readonly title: string; readonly cell: (row: RunRow) => string }[] = [
    ...varied.map((setting, at) => ({
      title: columnOf(setting),
      cell: ({ values }: RunRow) => `${values[at]}`,
    })),
    { title: say('sweepCommand.seed'), cell: ({ seed }) => `${seed}` },
    { title: say('sweepCommand.end'), cell: ({ end }) => say('sweepCommand.ended', { end }) },
    { title: say('sweepCommand.updates'), cell: ({ updates }) => `${updates}` },
    { title: say('train.loss'), cell: ({ lastLoss }) => digits(lastLoss) },
    ...(validated
      ? [
          {
            title: say('train.validationLoss'),
            cell: ({ validationLoss }: RunRow) => digits(validationLoss),
          },
          { title: say('sweepCommand.skill'), cell: ({ skill }: RunRow) => digits(skill) },
        ]
      : []),
    { title: say('sweepCommand.seconds'), cell: ({ seconds }) => `${seconds}` },
  ]
  const widths = columns.map(({ title }) => Math.max(WIDTH, displayWidth(title)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => padStart(cell, widths[at] ?? 0)).join('  ')
  return {
    title: line(columns.map(({ title }) => title)),
    line: (row) => line(columns.map(({ cell }) => cell(row))),
  }
}

function digits(value: number | null): string {
  return value === null ? '' : `${Number(value.toPrecision(DIGITS))}`
}
