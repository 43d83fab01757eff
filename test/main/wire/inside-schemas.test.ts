import type { InsideAsk } from '@contract/inside/inside'
import { MOST_TOUCHES, type Touch } from '@contract/inside/touched'
import type { KeepableTouch } from '@contract/timeline/kept-touches'
import { expect, it } from 'vitest'
import { checkArguments } from '../../../main/wire/request-schemas'
import { saying } from '../../helpers/saying'

const isLetIn = (ask: unknown) =>
  checkArguments('inside', [{ runId: 'a', update: 3, asks: [ask], lane: 'live' }]).ok

const TOUCHES: readonly Touch[] = [
  { kind: 'input', timeStep: 0, column: 1, value: -1e30 },
  { kind: 'unit', layer: 0, unit: 7, held: 'mean' },
  { kind: 'gate', layer: 3, gate: 'reset', unit: null, held: 1 },
  { kind: 'noise', layer: 0, deviation: 0, seed: 4_294_967_295 },
  { kind: 'shifted', layer: 0, unit: 1, by: -0.5 },
  { kind: 'wiped' },
  { kind: 'weight', name: 'out.bias', index: 0, value: 2 },
]

it('lets a page look at a sequence by its whole number from 0 on, and at the first without one', () => {
  const letIn = (more: object) =>
    checkArguments('inside', [{ runId: 'a', update: 3, asks: [{ kind: 'states' }], lane: 'live', ...more }])
      .ok
  expect([{}, { sequence: 0 }, { sequence: 63 }].map(letIn)).toEqual([true, true, true])
  expect([-1, 0.5, '1', null].map((sequence) => letIn({ sequence }))).toEqual([false, false, false, false])
})

it('lets a page touch what there can be', () => {
  const asks: readonly InsideAsk[] = [
    { kind: 'touched', touches: [] },
    { kind: 'touched', touches: TOUCHES },
    { kind: 'touched', touches: Array.from({ length: MOST_TOUCHES }, () => ({ kind: 'wiped' }) as const) },
  ]
  for (const ask of asks) expect(isLetIn(ask)).toBe(true)
})

it.each([
  { kind: 'input', timeStep: -1, column: 0, value: 1 },
  { kind: 'input', timeStep: 0, column: 0, value: Number.NaN },
  { kind: 'input', timeStep: 0, column: 0, value: 2e30 },
  { kind: 'unit', layer: 0, unit: 0.5, held: 'mean' },
  { kind: 'unit', layer: 0, unit: 0, held: 'one' },
  { kind: 'gate', layer: 0, gate: 'candidate', unit: null, held: 1 },
  { kind: 'gate', layer: 0, gate: 'reset', unit: null, held: 0.5 },
  { kind: 'noise', layer: 0, deviation: -1, seed: 1 },
  { kind: 'noise', layer: 0, deviation: 1, seed: 4_294_967_296 },
  { kind: 'shifted', layer: 0, unit: 1, by: Number.POSITIVE_INFINITY },
  { kind: 'wiped', layer: 0 },
  { kind: 'weight', name: 'x'.repeat(101), index: 0, value: 2 },
  { kind: 'other' },
])('refuses $kind as what it can never be', (touch) => {
  expect(isLetIn({ kind: 'touched', touches: [touch] })).toBe(false)
})

it('takes so many touches at a time', () => {
  const many = Array.from({ length: MOST_TOUCHES + 1 }, () => ({ kind: 'wiped' }))
  expect(isLetIn({ kind: 'touched', touches: many })).toBe(false)
})

it('lets a page ask about a layer and a prediction by their places', () => {
  for (const ask of [
    { kind: 'knock-outs', layer: 3 },
    { kind: 'sensitivity', timeStep: 0, output: 2 },
    { kind: 'memory', column: 1, output: 0, layer: 3 },
  ]) {
    expect(isLetIn(ask)).toBe(true)
    expect(isLetIn({ ...ask, more: 1 })).toBe(false)
  }
  expect(isLetIn({ kind: 'knock-outs', layer: -1 })).toBe(false)
  expect(isLetIn({ kind: 'sensitivity', timeStep: 0.5, output: 0 })).toBe(false)
})

const keeps = (...touches: readonly unknown[]) =>
  checkArguments('keepTouches', [{ runId: 'a', update: 3 }, touches])

const KEPT: readonly KeepableTouch[] = [
  { kind: 'weight', name: 'out.bias', index: 0, value: 2 },
  { kind: 'shifted', layer: 0, unit: null, by: -0.5 },
  { kind: 'wiped' },
  { kind: 'unit', layer: 0, unit: 7, held: 'zero' },
]

it('lets a page keep what a training can go on from', () => {
  const result = keeps(...KEPT)
  expect(result.ok && result.value).toEqual([{ runId: 'a', update: 3 }, KEPT])
  expect(keeps(...Array.from({ length: MOST_TOUCHES }, () => KEPT[0])).ok).toBe(true)
})

it.each([
  [[]],
  [[{ kind: 'input', timeStep: 0, column: 1, value: 1 }]],
  [[KEPT[0], { kind: 'unit', layer: 0, unit: 7, held: 'mean' }]],
  [[{ kind: 'gate', layer: 0, gate: 'reset', unit: null, held: 1 }]],
  [[{ kind: 'noise', layer: 0, deviation: 1, seed: 1 }]],
  [[{ kind: 'other' }]],
])('says what can be kept, of %j', (touches) => {
  expect(keeps(...touches)).toMatchObject({
    error: {
      code: 'invalid-setting',
      text: saying(expect.stringMatching(/^A branch keeps at least one touch/)),
    },
  })
})

it.each([
  { kind: 'weight', name: 'out.bias', index: 0, value: Number.NaN },
  { kind: 'weight', name: 'out.bias', index: -1, value: 1 },
  { kind: 'weight', name: 'out.bias', index: 0, value: 1, was: 1 },
  { kind: 'shifted', layer: 0, unit: 1, by: 2e30 },
])('refuses to keep what can never be: %j', (touch) => {
  expect(keeps(touch).ok).toBe(false)
})

it('says how many can be kept at a time', () => {
  const many = Array.from({ length: MOST_TOUCHES + 1 }, () => KEPT[0])
  expect(keeps(...many)).toMatchObject({
    error: { text: saying(expect.stringMatching(/^No more than 64 touches are made at a time/)) },
  })
})
