import type { Touch } from '@contract/inside/touched'
import { mersenneTwister } from '../../random/mersenne-twister'
import { normalNumbers } from '../../random/numpy-normal'
import type { InsideNet } from '../net/inside-net'
import { toTheEnd } from '../net/work'
import { type LayerState, type Meddle, type Pass, passInPieces } from '../pass/pass'

/** What a pass goes through, before it is touched. */
export type Untouched = {
  readonly net: InsideNet
  /** [time step, feature] */
  readonly inputs: Float64Array
  /** Before the window, one for each layer. */
  readonly states: readonly LayerState[]
  /** What comes of it: a unit's mean is taken from it. */
  readonly pass: Pass
}

/**
 * The forward pass that there would be with some touches: input and state as they are touched, then time step by time step
 * with units, gates and noise. Touches of weights are for `touchedWeights`, which come with `net`.
 *
 * @param touches those of the input are in the network's units; all are of what there is
 */
export function touchedPass(untouched: Untouched, touches: readonly Touch[]): Pass {
  return toTheEnd(touchedPassInPieces(untouched, touches))
}

/** The same for large networks: it yields after every 5 ms of work or so. */
export function* touchedPassInPieces(untouched: Untouched, touches: readonly Touch[]): Generator<void, Pass> {
  const { net, inputs, states } = untouched
  const onTheWay = touches.map((touch) => meddling(touch, untouched))
  const meddle: Meddle = (...at) => {
    for (const one of onTheWay) one?.(...at)
  }
  const start = touchedStates(states, touches)
  for (const [layer, { h }] of start.entries())
    for (const touch of touches)
      if (touch.kind === 'unit' && touch.layer === layer) h[touch.unit] = held(touch, untouched)
  return yield* passInPieces(net, touchedInputs(inputs, net.network.inputs, touches), start, meddle)
}

function touchedInputs(inputs: Float64Array, columns: number, touches: readonly Touch[]): Float64Array {
  const touched = inputs.slice()
  for (const touch of touches)
    if (touch.kind === 'input') touched[touch.timeStep * columns + touch.column] = touch.value
  return touched
}

/** States with those touches that shift or wipe them; copies. */
function touchedStates(states: readonly LayerState[], touches: readonly Touch[]): readonly LayerState[] {
  const touched = states.map(({ h, c }) => ({ h: h.slice(), ...(c && { c: c.slice() }) }))
  for (const touch of touches) {
    if (touch.kind === 'wiped')
      for (const { h, c } of touched) {
        h.fill(0)
        c?.fill(0)
      }
    if (touch.kind !== 'shifted') continue
    const { h } = touched[touch.layer] as LayerState
    for (let unit = 0; unit < h.length; unit += 1)
      if (touch.unit === null || touch.unit === unit) h[unit] = (h[unit] as number) + touch.by
  }
  return touched
}

/** What a touch does at each time step; null for one that does all before the first. */
function meddling(touch: Touch, untouched: Untouched): Meddle | null {
  switch (touch.kind) {
    case 'unit': {
      const value = held(touch, untouched)
      return (layer, _, what, values) => {
        if (layer === touch.layer && what === 'h') values[touch.unit] = value
      }
    }
    case 'gate':
      return (layer, _, what, values) => {
        if (layer !== touch.layer || what !== touch.gate) return
        if (touch.unit === null) values.fill(touch.held)
        else values[touch.unit] = touch.held
      }
    case 'noise': {
      const draw = normalNumbers(mersenneTwister(touch.seed))
      return (layer, _, what, values) => {
        if (layer !== touch.layer || what !== 'h') return
        for (let unit = 0; unit < values.length; unit += 1)
          values[unit] = (values[unit] as number) + touch.deviation * draw()
      }
    }
    default:
      return null
  }
}

/** What a touched unit is held at. */
function held(
  { layer, unit, held }: Extract<Touch, { kind: 'unit' }>,
  { net, pass }: Pick<Untouched, 'net' | 'pass'>,
): number {
  return held === 'zero' ? 0 : meanOfUnit(pass, layer, unit, net.network.hiddenUnits)
}

/** What a unit holds on average after the time steps of a pass. */
export function meanOfUnit({ layers, timeSteps }: Pass, layer: number, unit: number, units: number): number {
  const { h } = (layers[layer] as Pass['layers'][number]).states
  let sum = 0
  for (let t = 1; t <= timeSteps; t += 1) sum += h[t * units + unit] as number
  return timeSteps === 0 ? 0 : sum / timeSteps
}
