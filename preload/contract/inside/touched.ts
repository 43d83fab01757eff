import type { KeepableTouch, ShiftTouch, WeightTouch, WipeTouch } from '../timeline/kept-touches'
import type { GateName } from './states'

/** What a touched unit is held at: 0, or what it holds on average over the untouched window. */
export type UnitHeld = 'zero' | 'mean'

/** The gates that can be held open or shut; a candidate is none. */
export type HeldGate = Exclude<GateName, 'candidate'>

/** What a touch can be; the counts are from 0. */
export type Touch =
  /** One number that goes in, in its column's own unit. */
  | {
      readonly kind: 'input'
      readonly timeStep: number
      readonly column: number
      readonly value: number
    }
  /** A unit that says nothing: its h is held after every time step, and in the state that goes in. */
  | { readonly kind: 'unit'; readonly layer: number; readonly unit: number; readonly held: UnitHeld }
  /** A gate at every time step, of one unit or of all (null). */
  | {
      readonly kind: 'gate'
      readonly layer: number
      readonly gate: HeldGate
      readonly unit: number | null
      readonly held: 0 | 1
    }
  /** Normal noise of mean 0 on the h of a layer, after every time step. */
  | { readonly kind: 'noise'; readonly layer: number; readonly deviation: number; readonly seed: number }
  | ShiftTouch
  | WipeTouch
  | WeightTouch

export type TouchKind = Touch['kind']

/**
 * Whether a training can go on from a touch: the others are of one pass alone.
 *
 * @param carriesState of the update that is made with it; else every window starts from zeros, whatever the state is
 */
export function isKeepable(touch: Touch, carriesState: boolean): touch is KeepableTouch {
  switch (touch.kind) {
    case 'weight':
      return true
    case 'unit':
      return touch.held === 'zero'
    case 'shifted':
    case 'wiped':
      return carriesState
    default:
      return false
  }
}

/** The most that are made at a time. */
export const MOST_TOUCHES = 64

/** The greatest number that a touch can say, to either side: what float32 can hold, with room to compute with it. */
export const MOST_TOUCHED = 1e30

export type TouchedAsk = {
  readonly kind: 'touched'
  /** In the order in which they count: of two about the same number the last one has the word. */
  readonly touches: readonly Touch[]
}

/** What the window would be with some touches; the network itself stays as it is. */
export type InsideTouched = {
  readonly kind: 'touched'
  readonly timeSteps: number
  readonly units: number
  /** Columns that go in and that come out, in their own units: of each [time step]. */
  readonly inputs: readonly Float32Array[]
  readonly predictions: readonly Float32Array[]
  /** Mean squared error of this sequence, in the network's units: touched, and as it is. */
  readonly loss: number
  readonly lossBefore: number
  /** h of every layer: [time step, hidden]. */
  readonly hidden: readonly Float32Array[]
}
