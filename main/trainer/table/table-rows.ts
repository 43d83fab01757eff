import type { UpdateTable } from '@contract/run/update-table'

/** The columns of the file, in order; `t` is in radians. */
export const COLUMN_NAMES = ['update', 't', 'input', 'target', 'prediction', 'loss'] as const

/** One time step of an update as the numbers of its columns; all but the first are float32. */
export type TableRow = readonly [
  update: number,
  t: number,
  input: number,
  target: number,
  prediction: number,
  loss: number,
]

/** The rows of a table: the time steps of its updates, one after the other. */
export function* tableRows(table: UpdateTable): Generator<TableRow> {
  const { firstUpdate, losses, lengths, times, inputs, targets, predictions } = table
  let at = 0
  for (const [i, loss] of losses.entries()) {
    const end = at + (lengths[i] as number)
    for (; at < end; at += 1)
      yield [
        firstUpdate + i,
        times[at] as number,
        inputs[at] as number,
        targets[at] as number,
        predictions[at] as number,
        loss,
      ]
  }
}
