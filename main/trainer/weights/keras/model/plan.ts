import type { LoadNote } from '@contract/run/load-notes'
import type { CellName } from '@contract/settings/run-config'
import { CELL_SHAPES } from '../../../network/shape/cell-shapes'
import type { PlacedLayer } from './layer'

/** Where the arrays of something are kept, in whichever file. */
export type Place = Pick<PlacedLayer, 'groups' | 'top' | 'trainable' | 'name'> & {
  /** Below the last of the groups in files of Keras 3: `vars`, `cell/vars`. */
  readonly below: string
}

export type Variable =
  | 'kernel'
  | 'recurrent_kernel'
  | 'bias'
  | 'gamma'
  | 'beta'
  | 'moving_mean'
  | 'moving_variance'

/** One array of a model. */
export type PlannedArray = {
  readonly place: Place
  readonly variable: Variable
  /** Its number among those of its place. */
  readonly number: number
  readonly shape: readonly number[]
  readonly trainable: boolean
}

/** What one layer does to what it is given, [batch, time step, feature]. */
export type Does =
  | { readonly kind: 'recurs'; readonly cell: CellName; readonly units: number; readonly bias: boolean }
  | { readonly kind: 'multiplies'; readonly units: number; readonly bias: boolean }
  | {
      readonly kind: 'normalises'
      readonly scale: boolean
      readonly center: boolean
      readonly epsilon: number
    }
  | { readonly kind: 'scales'; readonly scale: number; readonly offset: number }

export type Step = { readonly does: Does; readonly place: Place }

/** A step with its arrays, and how many features it is given. */
export type PlannedStep = Step & { readonly width: number; readonly arrays: readonly PlannedArray[] }

/** A model that computes what one of Unroll's networks does: from 1 to 4 recurrent layers, then the read-out. */
export type ModelPlan = {
  readonly cell: CellName
  readonly hiddenUnits: number
  readonly steps: readonly PlannedStep[]
  /** What is not in the network that comes of it. */
  readonly notes: readonly LoadNote[]
}

/** All arrays of a model, from the input up. */
export function arraysOf({ steps }: ModelPlan): readonly PlannedArray[] {
  return steps.flatMap(({ arrays }) => arrays)
}

/**
 * Plans the arrays of steps that follow each other.
 *
 * @param inputs features that the first is given
 */
export function planned(steps: readonly Step[], inputs: number): PlannedStep[] {
  let width = inputs
  return steps.map((step) => {
    const given = width
    if ('units' in step.does) width = step.does.units
    const arrays = shapesOf(step.does, given).map(
      ([variable, shape], number): PlannedArray => ({
        place: step.place,
        variable,
        number,
        shape,
        trainable: step.place.trainable && !variable.startsWith('moving_'),
      }),
    )
    return { ...step, width: given, arrays }
  })
}

function shapesOf(does: Does, width: number): (readonly [Variable, readonly number[]])[] {
  switch (does.kind) {
    case 'recurs': {
      const { units, bias, cell } = does
      const columns = CELL_SHAPES[cell].gates * units
      return [
        ['kernel', [width, columns]],
        ['recurrent_kernel', [units, columns]],
        ...(bias ? [['bias', cell === 'gru' ? [2, columns] : [columns]] as const] : []),
      ]
    }
    case 'multiplies':
      return [['kernel', [width, does.units]], ...(does.bias ? [['bias', [does.units]] as const] : [])]
    case 'normalises':
      return [
        ...(does.scale ? [['gamma', [width]] as const] : []),
        ...(does.center ? [['beta', [width]] as const] : []),
        ['moving_mean', [width]],
        ['moving_variance', [width]],
      ]
    case 'scales':
      return []
  }
}
