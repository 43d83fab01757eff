import { WEIGHT_FORMATS, type WeightsChoice } from '@contract/files/weight-formats'
import { text } from '@contract/language/texts'
import type { UpdateTable } from '@contract/run/update-table'
import * as v from 'valibot'
import { carrying } from './carried-text'

const WRONG_CHOICE = carrying(text('requests.weightsChoice', { formats: WEIGHT_FORMATS }))
const WRONG_TABLE = carrying(text('requests.table'))

/** What a person chose in the export dialog. */
export const weightsChoice: v.GenericSchema<unknown, WeightsChoice> = v.object(
  {
    format: v.picklist(WEIGHT_FORMATS, WRONG_CHOICE),
    names: v.picklist(['pytorch', 'keras'], WRONG_CHOICE),
    script: v.boolean(WRONG_CHOICE),
  },
  WRONG_CHOICE,
)

const floats = v.custom<Float32Array>((value) => value instanceof Float32Array, WRONG_TABLE)
const counts = v.custom<Uint32Array>((value) => value instanceof Uint32Array, WRONG_TABLE)

/** The numbers of consecutive updates, at least one: what is said of their number must hold for all of them. */
export const updateTable: v.GenericSchema<unknown, UpdateTable> = v.pipe(
  v.object(
    {
      firstUpdate: v.pipe(
        v.number(WRONG_TABLE),
        v.safeInteger(WRONG_TABLE),
        v.minValue(1, WRONG_TABLE),
        v.maxValue(1e12, WRONG_TABLE),
      ),
      losses: floats,
      gradientNorms: floats,
      lengths: counts,
      times: floats,
      inputs: floats,
      targets: floats,
      predictions: floats,
    },
    WRONG_TABLE,
  ),
  v.check(belongsTogether, WRONG_TABLE),
)

function belongsTogether(table: UpdateTable): boolean {
  const { losses, gradientNorms, lengths, times, inputs, targets, predictions } = table
  const updates = lengths.length
  const steps = lengths.reduce((sum, length) => sum + length, 0)
  return (
    updates > 0 &&
    !lengths.includes(0) &&
    [losses, gradientNorms].every((values) => values.length === updates) &&
    [times, inputs, targets, predictions].every((values) => values.length === steps)
  )
}
