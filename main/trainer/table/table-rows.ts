import type { UpdateTable } from '@contract/run/update-table'
import { placeCells } from './table-columns'

/** One time step of an update as the cells of its columns. */
export type TableRow = readonly (number | string)[]

/** The rows of a table: the time steps of its updates, one after the other, as `columnsOf` has their columns. */
export function* tableRows(table: UpdateTable): Generator<TableRow> {
  const { firstUpdate, outputs, facts, losses, lengths, starts, steps, inputs, targets, predictions } = table
  // The lesson's curve has no parts.
  const validated = facts.axis === 'time-steps'
  let at = 0
  for (const [i, loss] of losses.entries()) {
    const [start, step] = [starts[i] as number, steps[i] as number]
    const judged = validated ? [loss, table.validationLosses[i] as number] : [loss]
    for (let j = 0; j < (lengths[i] as number); j += 1, at += 1) {
      const said: number[] = []
      for (let output = at * outputs; output < (at + 1) * outputs; output += 1)
        said.push(targets[output] as number, predictions[output] as number)
      yield [
        firstUpdate + i,
        ...placeCells(facts, start + j * step),
        inputs[at] as number,
        ...said,
        ...judged,
      ]
    }
  }
}
