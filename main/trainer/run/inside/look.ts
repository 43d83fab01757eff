import type { RunConfig } from '@contract/settings/run-config'
import type { OpenedSource } from '../../data/open-source'
import { nextWindows } from '../../data/source/next-windows'
import type { Window } from '../../data/source/window'
import { type InsideNet, insideNet } from '../../inside/net/inside-net'
import { type Pass, passInPieces } from '../../inside/pass/pass'
import { sequenceLoss } from '../../inside/reach/loss'
import { withZeros } from '../../network/shape/with-zeros'
import type { LogAt } from '../../timeline/log-at'
import type { Snapshot } from '../../training/snapshot/snapshot'
import { touchedSnapshot } from '../../training/snapshot/touched-snapshot'

/** What one layer carries, of one sequence: [hidden] each; c of an LSTM alone. */
export type CarriedStates = { readonly h: Float64Array; readonly c?: Float64Array }

/** An update that is looked into: its weights, its window, and what one sequence of it goes through. */
export type Look = {
  /** Its number, from 1. */
  readonly update: number
  readonly config: RunConfig
  readonly source: OpenedSource
  /** What it is made from: how the training stood before it, with what was touched; and the beginning of the run. */
  readonly snapshot: Snapshot
  readonly initial: Snapshot
  /** The run at some of its updates before this one, in order, as far apart as they are kept. */
  readonly kept: () => readonly Snapshot[]
  readonly log: LogAt
  readonly window: Window
  /** Which one of its batch, from 0. */
  readonly sequence: number
  readonly net: InsideNet
  /** Of this sequence: [time step, input]. */
  readonly inputs: Float64Array
  /** Of this sequence, NaN where one is missing: [time step, output]. */
  readonly targets: Float64Array
  /** What went into the window, of each layer. */
  readonly states: readonly CarriedStates[]
  readonly pass: Pass
}

/** Where a look comes from. */
export type LookFrom = {
  readonly source: OpenedSource
  /** Stays as it is. */
  readonly snapshot: Snapshot
  readonly log: LogAt
  readonly initial: Snapshot
  readonly kept: (before: number) => readonly Snapshot[]
}

/**
 * Looks into the update that follows on a snapshot, in pieces: it sees what the update itself sees, to the last bit, and
 * computes from there in float64.
 *
 * @param sequence of its batch, from 0, that is gone through
 */
export function* lookInto(
  { source, snapshot: before, log, initial, kept }: LookFrom,
  sequence: number,
): Generator<void, Look> {
  const { update, config, window, snapshot } = nextUpdate({ source, log }, before)
  const { network } = snapshot
  const { timeSteps } = window
  const net = insideNet(network, snapshot.parameters)
  yield
  const inputs = Float64Array.from(ofSequence(window.inputs, sequence, timeSteps * network.inputs))
  const count = timeSteps * network.outputs
  const mask = window.mask && ofSequence(window.mask, sequence, count)
  const states = statesInto(snapshot, window, config, sequence)
  return {
    update,
    config,
    source,
    snapshot,
    initial,
    kept: () => kept(snapshot.updatesDone),
    log,
    window,
    sequence,
    net,
    inputs,
    targets: Float64Array.from(ofSequence(window.targets, sequence, count), (target, i) =>
      mask?.[i] === 0 ? Number.NaN : target,
    ),
    states,
    pass: yield* passInPieces(net, inputs, states),
  }
}

/**
 * The update that follows on a snapshot: its number, its settings, its window, and what it is made from: with what is touched
 * before it, which the window says nothing of any more.
 */
export function nextUpdate(
  { source, log }: Pick<LookFrom, 'source' | 'log'>,
  snapshot: Snapshot,
): Pick<Look, 'update' | 'config' | 'window' | 'snapshot'> {
  const { updatesDone, position } = snapshot
  const update = updatesDone + 1
  const config = log.settingsAt(update)
  const standing = { updatesDone: () => updatesDone, position: () => position }
  const [window] = nextWindows(standing, source, config, 1, log)
  if (!window) throw new RangeError(`there is no window for update ${update}`)
  const { touches, ...untouched } = window
  if (!touches) return { update, config, window, snapshot }
  const isAnew = (sequence: number) => window.continues?.[sequence] === 0
  const entering = { ...snapshot, states: snapshot.states.map((state) => withZeros(state, isAnew)) }
  return {
    update,
    config,
    window: { ...untouched, continues: null },
    snapshot: touchedSnapshot(entering, touches),
  }
}

/** The numbers of one sequence, of so many each. */
function ofSequence<Numbers extends Float32Array | Uint8Array>(
  values: Numbers,
  sequence: number,
  count: number,
): Numbers {
  return values.subarray(sequence * count, (sequence + 1) * count) as Numbers
}

/** What a sequence begins with: what is carried, or zeros where nothing is. */
function statesInto(
  { network, states: carried }: Snapshot,
  { continues }: Window,
  { training }: RunConfig,
  sequence: number,
): readonly CarriedStates[] {
  const { layers, hiddenUnits } = network
  const goesOn = training.carryState && continues?.[sequence] !== 0
  return Array.from({ length: layers }, (_, layer) => {
    const [h, c] = carried.map(({ shape, values }) => {
      if (!goesOn) return new Float64Array(hiddenUnits)
      return Float64Array.from(ofSequence(values, layer * (shape[1] ?? 1) + sequence, hiddenUnits))
    })
    return { h: h ?? new Float64Array(hiddenUnits), ...(c && { c }) }
  })
}

/** Mean squared error over the targets of the sequence that are there, in the network's units; 0 where none is. */
export function lossOf({ targets }: Pick<Look, 'targets'>, predictions: Float64Array): number {
  return sequenceLoss(predictions, targets).loss
}
