/** One number of a parameter, by its place in the parameter's rows. */
export type WeightTouch = {
  readonly kind: 'weight'
  readonly name: string
  readonly index: number
  readonly value: number
}

/** What goes into the window: so much is added to the h of a layer, of one unit or of all (null). */
export type ShiftTouch = {
  readonly kind: 'shifted'
  readonly layer: number
  readonly unit: number | null
  readonly by: number
}

/** What goes into the window: zeros in all layers. */
export type WipeTouch = { readonly kind: 'wiped' }

/** A unit that says nothing. Kept, its outgoing weights are 0, and training may let them grow again. */
export type SilencedUnit = {
  readonly kind: 'unit'
  readonly layer: number
  readonly unit: number
  readonly held: 'zero'
}

/** The touches that a training can go on from: they are of weights, or of the state that is carried. */
export type KeepableTouch = WeightTouch | ShiftTouch | WipeTouch | SilencedUnit

/** A touch in a run's log. That the state is wiped is said by the event itself. */
export type KeptTouch =
  | (WeightTouch & {
      /** What the weight was before; left out where that is not known yet. */
      readonly was?: number
    })
  | ShiftTouch
  | SilencedUnit

/** What is done to a training between two of its updates: first the state is wiped, then the touches count. */
export type Kept = {
  /** Where it is said, the state that goes into this update is zero, whatever was carried. */
  readonly wiped?: true
  /** The touches that this update is made with, in their order; left out where there are none. */
  readonly touches?: readonly KeptTouch[]
}

/** Some touches, in their order, as a log has them: of what is shifted before the state is wiped nothing is left. */
export function keptOf(touches: readonly KeepableTouch[]): Kept {
  const wipedAt = touches.findLastIndex(({ kind }) => kind === 'wiped')
  const kept = touches.filter(
    (touch, at): touch is KeptTouch => touch.kind !== 'wiped' && (touch.kind !== 'shifted' || at > wipedAt),
  )
  return said(wipedAt >= 0, kept.map(asWritten))
}

/** With the amount as JSON can say it, which has no negative zero: a file would make updates of other bits again. */
function asWritten(touch: KeptTouch): KeptTouch {
  switch (touch.kind) {
    case 'weight':
      return { ...touch, value: touch.value + 0 }
    case 'shifted':
      return { ...touch, by: touch.by + 0 }
    case 'unit':
      return touch
  }
}

/** Two edits before the same update, one after the other; the later one has the word about a weight or a unit. */
export function keptTogether(first: Kept, second: Kept): Kept {
  const { touches: later = [] } = second
  const earlier = (first.touches ?? []).filter((touch) => {
    if (touch.kind === 'shifted') return !second.wiped
    return !later.some((other) => placeOf(other) === placeOf(touch))
  })
  return said(first.wiped === true || second.wiped === true, [...earlier, ...later])
}

function said(wiped: boolean, touches: readonly KeptTouch[]): Kept {
  return { ...(wiped && { wiped }), ...(touches.length > 0 && { touches }) }
}

function placeOf(touch: KeptTouch): string {
  return touch.kind === 'weight'
    ? `weight ${touch.name} ${touch.index}`
    : `${touch.kind} ${touch.layer} ${touch.unit}`
}
