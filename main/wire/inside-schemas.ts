import { type InsideAsk, type InsideKind, MOST_INSIDE_ASKS } from '@contract/inside/inside'
import * as v from 'valibot'
import { runId, updateNumber } from './argument-schemas'
import { knockOuts, memory, sensitivity, touched } from './touch-schemas'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What each kind of question about the inside of a network may be; whether the network has it is for the trainer to say. */
const ASKS: { readonly [Kind in InsideKind]: v.GenericSchema<unknown, InsideAsk<Kind>> } = {
  states: v.strictObject({ kind: v.literal('states') }),
  dynamics: v.strictObject({ kind: v.literal('dynamics'), layer: count, timeStep: v.nullable(count) }),
  plane: v.strictObject({ kind: v.literal('plane'), layer: count }),
  gradient: v.strictObject({ kind: v.literal('gradient'), layer: count }),
  weights: v.strictObject({ kind: v.literal('weights') }),
  ratios: v.strictObject({ kind: v.literal('ratios') }),
  update: v.strictObject({
    kind: v.literal('update'),
    weight: v.nullable(v.strictObject({ tensor: v.pipe(v.string(), v.maxLength(100)), index: count })),
  }),
  touched,
  'knock-outs': knockOuts,
  memory,
  sensitivity,
  unit: v.strictObject({ kind: v.literal('unit'), layer: count, unit: count }),
  arithmetic: v.strictObject({
    kind: v.literal('arithmetic'),
    layer: count,
    unit: v.nullable(count),
    output: count,
    timeStep: count,
  }),
}

/** Some things at a time about one update of a run. */
export const insideQuestion = v.strictObject({
  runId,
  update: v.nullable(updateNumber),
  asks: v.pipe(v.array(v.union(Object.values(ASKS))), v.minLength(1), v.maxLength(MOST_INSIDE_ASKS)),
  sequence: v.optional(count),
  lane: v.picklist(['live', 'slow']),
})
