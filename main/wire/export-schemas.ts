import {
  MAX_VIEW_BYTES,
  MAX_VIEW_NAME,
  VIEW_FORMATS,
  VIEW_NAME,
  type ViewFile,
  type ViewFormat,
} from '@contract/files/view-files'
import { WEIGHT_FORMATS, type WeightsChoice } from '@contract/files/weight-formats'
import { text } from '@contract/language/texts'
import type { UpdateTable } from '@contract/run/update-table'
import { MAX_OUTPUTS } from '@contract/settings/source-config'
import * as v from 'valibot'
import { runId, updateNumber } from './argument-schemas'
import { carrying } from './carried-text'
import { sourceFacts } from './facts-schema'

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
const doubles = v.custom<Float64Array>((value) => value instanceof Float64Array, WRONG_TABLE)
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
      validationLosses: floats,
      lengths: counts,
      starts: doubles,
      steps: doubles,
      outputs: v.pipe(
        v.number(WRONG_TABLE),
        v.safeInteger(WRONG_TABLE),
        v.minValue(1, WRONG_TABLE),
        v.maxValue(MAX_OUTPUTS, WRONG_TABLE),
      ),
      inputs: floats,
      targets: floats,
      predictions: floats,
      facts: sourceFacts(WRONG_TABLE),
    },
    WRONG_TABLE,
  ),
  v.check(belongsTogether, WRONG_TABLE),
)

function belongsTogether(table: UpdateTable): boolean {
  const { losses, gradientNorms, validationLosses, lengths, starts, steps, outputs } = table
  const { inputs, targets, predictions, facts } = table
  const updates = lengths.length
  const points = lengths.reduce((sum, length) => sum + length, 0)
  return (
    updates > 0 &&
    !lengths.includes(0) &&
    outputs === facts.targets.length &&
    [losses, gradientNorms, validationLosses, starts, steps].every((values) => values.length === updates) &&
    inputs.length === points &&
    [targets, predictions].every((values) => values.length === points * outputs)
  )
}

const NOT_A_VIEW = carrying(text('views.notAView'))
const PNG_BEGINS = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A view that a page has drawn; what it is written as begins as such a file does. */
export const viewFile: v.GenericSchema<unknown, ViewFile> = v.pipe(
  v.strictObject(
    {
      format: v.picklist(VIEW_FORMATS, NOT_A_VIEW),
      view: v.pipe(
        v.string(NOT_A_VIEW),
        v.maxLength(MAX_VIEW_NAME, NOT_A_VIEW),
        v.regex(VIEW_NAME, NOT_A_VIEW),
      ),
      run: v.nullable(runId),
      update: v.nullable(updateNumber),
      bytes: v.custom<ViewFile['bytes']>(
        (value) => value instanceof Uint8Array && value.length > 0 && value.length <= MAX_VIEW_BYTES,
        NOT_A_VIEW,
      ),
    },
    NOT_A_VIEW,
  ),
  v.check(({ format, bytes }) => beginsAs(format, bytes), NOT_A_VIEW),
)

function beginsAs(format: ViewFormat, bytes: Uint8Array): boolean {
  switch (format) {
    case 'png':
      return PNG_BEGINS.every((byte, at) => bytes[at] === byte)
    case 'svg':
      return new TextDecoder().decode(bytes.subarray(0, 5)) === '<svg '
    case 'csv':
      return !bytes.includes(0)
  }
}
