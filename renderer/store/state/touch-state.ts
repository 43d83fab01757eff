import type { Touch } from '@contract/inside/touched'

/** What a person does to the window that is looked at, to see what would be. */
export type TouchSlice = {
  /** In the order in which they were made. */
  readonly touches: readonly Touch[]
  /** Those that were taken back all at once, until another one is made; they can be brought back. */
  readonly touchesTakenBack: readonly Touch[]
  /** Makes one, in the place of the one about the same number. What is more than `MOST_TOUCHES` is not made. */
  readonly touch: (touch: Touch) => void
  readonly takeBackTouch: (touch: Touch) => void
  readonly takeBackTouches: () => void
  readonly bringBackTouches: () => void
  /** The others have become part of a run, and are no touches any more. */
  readonly keepTouching: (left: readonly Touch[]) => void
}

/** What a touch is about: of two with the same place the later one replaces the other. */
export function placeOfTouch(touch: Touch): string {
  switch (touch.kind) {
    case 'input':
      return `input ${touch.timeStep} ${touch.column}`
    case 'unit':
      return `unit ${touch.layer} ${touch.unit}`
    case 'gate':
      return `gate ${touch.layer} ${touch.gate} ${touch.unit}`
    case 'noise':
      return `noise ${touch.layer}`
    case 'shifted':
      return `shifted ${touch.layer} ${touch.unit}`
    case 'wiped':
      return 'wiped'
    case 'weight':
      return `weight ${touch.name} ${touch.index}`
  }
}
