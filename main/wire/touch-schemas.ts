import { type HeldGate, MOST_TOUCHED, MOST_TOUCHES, type Touch } from '@contract/inside/touched'
import * as v from 'valibot'

const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const amount = v.pipe(v.number(), v.minValue(-MOST_TOUCHED), v.maxValue(MOST_TOUCHED))
const seed = v.pipe(place, v.maxValue(2 ** 32 - 1))
const heldGate: v.GenericSchema<unknown, HeldGate> = v.picklist([
  'reset',
  'update',
  'input',
  'forget',
  'output',
])

/** What each kind of touch may be; whether the network has what is touched is for the trainer to say. */
const touch: v.GenericSchema<unknown, Touch> = v.variant('kind', [
  v.strictObject({ kind: v.literal('input'), timeStep: place, column: place, value: amount }),
  v.strictObject({
    kind: v.literal('unit'),
    layer: place,
    unit: place,
    held: v.picklist(['zero', 'mean']),
  }),
  v.strictObject({
    kind: v.literal('gate'),
    layer: place,
    gate: heldGate,
    unit: v.nullable(place),
    held: v.picklist([0, 1]),
  }),
  v.strictObject({
    kind: v.literal('noise'),
    layer: place,
    deviation: v.pipe(amount, v.minValue(0)),
    seed,
  }),
  v.strictObject({ kind: v.literal('shifted'), layer: place, unit: v.nullable(place), by: amount }),
  v.strictObject({ kind: v.literal('wiped') }),
  v.strictObject({
    kind: v.literal('weight'),
    name: v.pipe(v.string(), v.maxLength(100)),
    index: place,
    value: amount,
  }),
])

/** What is asked of a touched window. */
export const touched = v.strictObject({
  kind: v.literal('touched'),
  touches: v.pipe(v.array(touch), v.maxLength(MOST_TOUCHES)),
})

/** A layer whose units are silenced. */
export const knockOuts = v.strictObject({ kind: v.literal('knock-outs'), layer: place })

/** A prediction whose answers to the inputs are asked for. */
export const sensitivity = v.strictObject({ kind: v.literal('sensitivity'), timeStep: place, output: place })

/** What is remembered of a column by a layer, and how far back an output's column is like itself. */
export const memory = v.strictObject({
  kind: v.literal('memory'),
  column: place,
  output: place,
  layer: place,
})
