import { describeNetwork } from '../network/shape/describe-network'
import type { ArrayOf, NamedArrays } from '../network/shape/named-arrays'
import { unpackArrays } from '../network/shape/packed-arrays'
import { numbersOf, ownNumbersOf, type Scalar, tf } from '../tensorflow'
import { type Call, callFor, type UpdateSettings, worthOf } from './call'
import { createComingCall } from './coming-call'
import { type Engine, eagerEngine } from './engine/engine'
import type { Form, UpdateArguments } from './engine/recordings'
import { type LastCall, statesIntoLast } from './last-call'
import type { Mark } from './mark'
import type { Snapshot } from './snapshot/snapshot'
import { touchedSnapshot } from './snapshot/touched-snapshot'
import { type Stand, type Standing, standingAt } from './standing'
import { downloaded, uploaded, viewed, writeState } from './training-state'
import { cloned, clonedState, stateInto, untilNextBreak } from './update/carried-states'
import { type ConsecutivePlan, FIGURES, withoutStates } from './update/consecutive-updates'
import { gradientOf, type TrainingState, update } from './update/update'
import { firstSequences, rowsOf, type TrainingWindow, timeStepsOf } from './update/window-rows'
import { type Diverged, divergedBy, type MadeUpdate, type UpdateResult } from './update-result'

/** A training that stands between two updates and holds its tensors. */
export type Learner = Standing & {
  /** Makes one update on a window of any length. If it throws, nothing was changed. */
  readonly update: (window: TrainingWindow, settings: UpdateSettings) => UpdateResult
  /**
   * Makes an update on each window, all of one length, in as few native calls as the engine can. A window at which
   * the training diverges ends it: its result is the last one. Where states are carried, a sequence may start anew in the
   * first of the windows alone; one with touches is by itself.
   *
   * @param stops is shown each update that was made, once and in order: where it says so that update is the last, and those
   *   after it in the same call are as if they had not been made
   */
  readonly updateAll: (
    windows: readonly TrainingWindow[],
    settings: UpdateSettings,
    stops?: (made: MadeUpdate) => boolean,
  ) => readonly UpdateResult[]
  /**
   * How many of these windows to make updates on in the coming call of `updateAll`: those before the next with touches or in
   * which a sequence starts anew, or fewer, as the engine may want to get ready for all of them first. From 1.
   *
   * @param updatesLeft that are to be made from now on, if nothing changes
   */
  readonly admitted: (
    windows: readonly TrainingWindow[],
    settings: UpdateSettings,
    updatesLeft: number,
  ) => number
  /**
   * Whether `updateAll` on these windows, which were admitted, can be made now without standing still for it; they may be made elsewhere until
   * then. For whoever must be heard meanwhile.
   */
  readonly isReady: (
    windows: readonly TrainingWindow[],
    settings: UpdateSettings,
    updatesLeft: number,
  ) => boolean
  /** Its snapshot, to be written down at once and not changed: its arrays may be those that are trained. */
  readonly view: () => Snapshot
  /** Copies all numbers of where the training stands into a row, in the order of `packSnapshot`; the counts are returned. */
  readonly writeInto: (row: Float32Array) => Pick<Snapshot, 'updatesDone' | 'position' | 'slotUpdates'>
  /** Marks where it stands, without a copy: it goes back there as if no update had been made since, or gives the mark up, once. */
  readonly mark: () => Mark
  /** Where it stands without the updates since its mark, if there is one. */
  readonly marked: Standing
  /** The parameters by their names, as copies. */
  readonly parameters: () => NamedArrays
  /** The gradient of an update on a window before it is clipped, of the whole batch; nothing is changed. */
  readonly gradient: (window: TrainingWindow, settings: UpdateSettings) => NamedArrays
  /** The states that went into the last window an update was made on; null before the first. */
  readonly statesIntoLast: () => readonly ArrayOf[] | null
  /** Gives the tensors back; the learner is of no use afterwards. */
  readonly dispose: () => void
}

/**
 * Takes up a training where a snapshot left it. The numbers are copied: the snapshot stays as it is.
 *
 * @param engine asked for at every call, so that it may change; stays the caller's
 * @throws Error if the arrays of the snapshot are not those of its network and optimiser
 */
export function createLearner(snapshot: Snapshot, engine: () => Engine = () => eagerEngine): Learner {
  const { network, optimizer } = snapshot
  const batch = snapshot.states[0]?.shape[1] ?? 1
  let state = uploaded(snapshot)
  let { updatesDone, position, slotUpdates } = snapshot
  let last: LastCall | null = null
  let mark: Stand | null = null
  const coming = createComingCall(argumentsOf)

  function countsNow() {
    return { updatesDone, position, network, optimizer, slotUpdates }
  }

  function standsNow(): Stand {
    return { state, counts: countsNow() }
  }

  /** What an update on a window begins with: the states that go into it, and the training as the window's touches leave it. */
  function begun(window: TrainingWindow): TrainingState {
    const entering = stateInto(state, window)
    if (!window.touches) return entering
    const plain = { ...countsNow(), ...downloaded(entering, snapshot) }
    return uploaded(touchedSnapshot(plain, window.touches))
  }

  function formFor(windows: readonly TrainingWindow[], plan: ConsecutivePlan): Form {
    return { plan, timeSteps: windows[0] ? timeStepsOf(windows[0], batch, network) : 0, batch }
  }

  /** What a call is made from. The state may be the present one; all else belongs to the caller, or to the tidy around. */
  function argumentsOf({ windows, schedules }: Call): UpdateArguments {
    const before = windows[0] ? begun(windows[0]) : state
    return [before, rowsOf(windows, batch, network), tf.tensor1d([...schedules])]
  }

  /** All updates or none: when one among them diverges, nothing was changed and that is all there is to tell. */
  function updateTogether(
    windows: readonly TrainingWindow[],
    settings: UpdateSettings,
  ): readonly UpdateResult[] | Diverged {
    const call = callFor(countsNow(), windows, settings)
    const { plan } = call
    if (untilNextBreak(windows, settings.carryState) < windows.length)
      throw new Error(
        'a sequence started anew, or something was touched, in a window that was not the first of its call',
      )
    let outcome: readonly UpdateResult[] | Diverged = []
    const held = coming.held(call, state)
    const next = tf.tidy(() => {
      const args = held ?? argumentsOf(call)
      const [before] = args
      const made = engine().update(plan, ...args)
      const figures = numbersOf(made.figures)
      const broken = divergedBy(figures)
      if (broken) {
        outcome = broken
        return undefined
      }
      const predictions = firstSequences(numbersOf(made.predictions), windows.length, {
        batch,
        features: network.outputs,
      })
      outcome = windows.map((_, i) => ({
        kind: 'updated',
        loss: figures[i * FIGURES] as number,
        gradientNorm: figures[i * FIGURES + 1] as number,
        predictions: predictions[i] as Float32Array,
      }))
      return { before, state: plan.freezeState ? { ...made.state, states: cloned(before) } : made.state }
    })
    // What was drawn for another call is of no use once this one is made.
    if (held || next) coming.end(held !== null && next !== undefined)
    if (!next) return outcome
    if (last) tf.dispose(last.before)
    if (next.before !== state) tf.dispose(windows[0]?.touches ? state : state.states)
    last = { ...call, before: next.before }
    state = next.state
    updatesDone += windows.length
    slotUpdates += windows.length
    position += windows.reduce((sum, window) => sum + window.advance, 0)
    return outcome
  }

  function updateAll(
    windows: readonly TrainingWindow[],
    settings: UpdateSettings,
    stops: (made: MadeUpdate) => boolean = () => false,
  ): readonly UpdateResult[] {
    const together = updateTogether(windows, settings)
    if (!('kind' in together)) {
      const end = together.findIndex((result) => result.kind === 'updated' && stops(result))
      if (end < 0 || end === windows.length - 1) return together
      takeBack()
      return windows.slice(0, end + 1).flatMap((window) => updateAll([window], settings))
    }
    const [first] = windows
    if (first && windows.length === 1)
      return [{ ...together, tensor: firstBroken(together, first, settings) }]
    // One of them diverges. One by one, those before it count, as they would have.
    const results: UpdateResult[] = []
    for (const window of windows) {
      const [result] = updateAll([window], settings) as [UpdateResult]
      results.push(result)
      if (result.kind === 'diverged' || stops(result)) break
    }
    return results
  }

  /** Stands where the last call began, as if it had not been made. */
  function takeBack() {
    if (!last) throw new Error('there is no call to take back')
    const { before, windows } = last
    last = null
    tf.dispose([state.parameters, state.slots, state.states])
    state = before
    updatesDone -= windows.length
    slotUpdates -= windows.length
    position -= windows.reduce((sum, window) => sum + window.advance, 0)
  }

  /** What the next update would make of the parameters, or their gradient before it is clipped; nothing is changed. */
  function nextOf(
    what: 'gradient' | 'weights',
    window: TrainingWindow,
    settings: UpdateSettings,
  ): NamedArrays {
    let arrays: NamedArrays = new Map()
    tf.tidy(() => {
      const { plan, schedules } = callFor(countsNow(), [window], settings)
      const from = settings.carryState ? begun(window) : withoutStates(begun(window))
      const rows = rowsOf([window], batch, network)
      const schedule = tf.unstack(tf.tensor1d([...schedules])) as Scalar[]
      const packed =
        what === 'gradient'
          ? gradientOf(plan, from, rows)
          : update(plan, from, rows, schedule).state.parameters
      arrays = unpackArrays(ownNumbersOf(packed), describeNetwork(network).parameters)
    })
    return arrays
  }

  /** The first parameter whose gradient, or new value, is not finite in an update that was not made. */
  function firstBroken({ what }: Diverged, window: TrainingWindow, settings: UpdateSettings): string | null {
    if (what === 'loss') return null
    const arrays = nextOf(what, window, settings)
    return [...arrays].find(([, { values }]) => !values.every(Number.isFinite))?.[0] ?? null
  }

  return {
    update: (window, settings) => updateAll([window], settings)[0] as UpdateResult,
    updateAll,
    admitted: (wanted, settings, updatesLeft) => {
      const windows = wanted.slice(0, untilNextBreak(wanted, settings.carryState))
      const { plan, schedules } = callFor(countsNow(), windows, settings)
      let count = 1
      tf.tidy(() => {
        const example = (): UpdateArguments => [
          state,
          rowsOf(windows, batch, network),
          tf.tensor1d([...schedules]),
        ]
        count = engine().admit(formFor(windows, plan), example, worthOf(windows, updatesLeft))
      })
      return count
    },
    isReady: (windows, settings, updatesLeft) => {
      const call = callFor(countsNow(), windows, settings)
      return engine().isReady(
        formFor(windows, call.plan),
        () => coming.drawn(call, state),
        worthOf(windows, updatesLeft),
      )
    },
    ...standingAt(standsNow),
    marked: standingAt(() => mark ?? standsNow()),
    view: () => ({ ...countsNow(), ...viewed(state, snapshot) }),
    writeInto: (row) => {
      writeState(state, row)
      return { updatesDone, position, slotUpdates }
    },
    mark: () => {
      const before = last && { ...last, before: clonedState(last.before) }
      const own = { state: clonedState(state), counts: countsNow() }
      mark = own
      return {
        goBack: () => {
          coming.end(false)
          tf.dispose([state, last?.before])
          ;[state, last, mark] = [own.state, before, null]
          ;({ updatesDone, position, slotUpdates } = own.counts)
        },
        release: () => {
          tf.dispose([own.state, before?.before])
          mark = null
        },
      }
    },
    parameters: () => unpackArrays(ownNumbersOf(state.parameters), describeNetwork(network).parameters),
    gradient: (window, settings) => nextOf('gradient', window, settings),
    statesIntoLast: () => last && statesIntoLast(last, batch),
    dispose: () => {
      coming.end(false)
      tf.dispose([state, last?.before])
    },
  }
}
