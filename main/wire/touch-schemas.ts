import { type HeldGate, MOST_TOUCHED, MOST_TOUCHES, type Touch } from '@contract/inside/touched'
import { text } from '@contract/language/texts'
import type { KeepableTouch } from '@contract/timeline/kept-touches'
import * as v from 'valibot'
import { carrying } from './carried-text'

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

const wiped = v.strictObject({ kind: v.literal('wiped') })
const shifted = v.strictObject({
  kind: v.literal('shifted'),
  layer: place,
  unit: v.nullable(place),
  by: amount,
})
const weight = v.strictObject({
  kind: v.literal('weight'),
  name: v.pipe(v.string(), v.maxLength(100)),
  index: place,
  value: amount,
})

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
  shifted,
  wiped,
  weight,
])

const NOT_KEPT = carrying(text('touch.keepOther'))

/** A touch that a training can go on from; whether it has what is touched is for the trainer to say. */
const keepable: v.GenericSchema<unknown, KeepableTouch> = v.variant(
  'kind',
  [
    weight,
    shifted,
    wiped,
    v.strictObject({
      kind: v.literal('unit'),
      layer: place,
      unit: place,
      held: v.literal('zero', NOT_KEPT),
    }),
  ],
  NOT_KEPT,
)

/** The touches that a branch begins with. */
export const keptTouches = v.pipe(
  v.array(keepable),
  v.minLength(1, NOT_KEPT),
  v.maxLength(MOST_TOUCHES, carrying(text('touch.most', { most: MOST_TOUCHES }))),
)

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
