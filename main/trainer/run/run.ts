import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { courseAfter, type Place, type RunEvent } from '@contract/run/phases'
import type { RunDescription, RunState } from '@contract/run/run'
import { parseSettings } from '@contract/settings/parse-settings'
import { LIVE_SETTINGS, type LiveSettings, pickSettings, settingsOf } from '@contract/settings/settings'
import type { Source } from '../data/source/source'
import type { Window } from '../data/source/window'
import { describeNetwork } from '../network/shape/describe-network'
import type { ArrayOf } from '../network/shape/named-arrays'
import type { PatientEngine } from '../training/engine/patient-engine'
import { createLearner } from '../training/learner'
import type { Snapshot } from '../training/snapshot/snapshot'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { createCheckpoints } from './checkpoints'
import type { Clock } from './clock'
import type { Emit } from './emit'
import { haveOneLength, nextWindows, timeStepsAPlace } from './next-windows'
import type { Pacer } from './pacer'
import { checkRoom } from './run-room'
import type { Speedometer } from './speedometer'
import { createTurns } from './turns'
import type { UpdateStream } from './update-stream'

/** What a run works with; the trainer lends the same to one run after another. */
export type RunTools = {
  readonly clock: Clock
  readonly emit: Emit
  readonly pacer: Pacer
  readonly stream: UpdateStream
  readonly speedometer: Speedometer
  /** What updates are made with; asked before each, so that it may change between two. */
  readonly engine: () => PatientEngine
}

/** A window that an update was made on, and the states that went into it. */
export type LastWindow = Window & {
  /** Each [layer, batch, hidden]. */
  readonly states: readonly ArrayOf[]
}

/** One training, from its initial weights on: it is started, paused and changed between two updates. */
export type Run = {
  readonly description: RunDescription
  readonly state: () => RunState
  readonly start: () => Result<void>
  readonly pause: () => Result<void>
  /** Makes one update and pauses. */
  readonly step: () => Result<void>
  readonly changeSettings: (settings: LiveSettings) => Result<void>
  /** The pace has changed, or the page has caught up: looks again when the next update is due. */
  readonly reschedule: () => void
  readonly snapshot: () => Snapshot
  /** Null before the first update; also after going on from a checkpoint, which does not hold it. */
  readonly lastWindow: () => LastWindow | null
  readonly initial: Snapshot
  /** What it learns from. */
  readonly source: Source
  /** Ends the run, which tells its last updates and where it stands, and gives its tensors back. */
  readonly dispose: () => void
}

/**
 * Opens a run where a checkpoint left it (a new run: `present` is `initial`) and tells of it: `runOpened`,
 * `runChanged`, and its first checkpoint.
 *
 * @param source what it learns from, opened by its own settings
 */
export function openRun(begin: Checkpoint, source: Source, tools: RunTools): Run {
  const { clock, emit, pacer, stream, speedometer, engine } = tools
  const learner = createLearner(begin.present, engine)
  const description: RunDescription = {
    id: begin.id,
    origin: begin.origin,
    ...describeNetwork(begin.present.network),
    updatesBefore: begin.initial.updatesDone,
    facts: source.facts,
  }
  let { config } = begin
  let course = courseAfter(
    { phase: 'ready', goal: begin.goal, broke: null, endedBy: null },
    { kind: 'opened' },
    place(),
  )
  if (begin.broke) happen({ kind: 'broke', what: begin.broke })
  /** Predicted points so far. */
  let points = begin.points ?? (learner.position() - begin.initial.position) * timeStepsAPlace(config)
  const checkpoints = createCheckpoints(tools, begin, learner, (present) => ({
    ...begin,
    config,
    goal: course.goal,
    points,
    broke: course.broke?.what ?? null,
    present,
  }))
  let callOff: (() => void) | null = null
  let last: Window | null = null
  const turns = createTurns()
  /** Whether the first update since it was started, or the one that was asked for, is still to come. */
  let isBeginning = false
  let toldPreparing = false

  function place(): Place {
    return { before: begin.initial.updatesDone, done: learner.updatesDone() }
  }

  function happen(event: RunEvent) {
    course = courseAfter(course, event, place())
  }

  function state(): RunState {
    const preparing = isBeginning || (course.phase === 'training' && engine().isPreparing())
    return { id: begin.id, ...course, updatesDone: learner.updatesDone(), config, best: null, preparing }
  }

  function tell() {
    const present = state()
    toldPreparing = present.preparing
    emit('runChanged', present)
  }

  /** Told before what may take long, so that nobody wonders about the silence. */
  function tellPreparing() {
    if (state().preparing !== toldPreparing) tell()
  }

  /** Makes no more updates; every update so far is sent before the news of it. */
  function rest() {
    callOff?.()
    callOff = null
    isBeginning = false
    stream.flush(clock.now())
    tell()
    checkpoints.tell()
  }

  /** Makes at most `count` updates, or those before the one that breaks the run; what was made is told to the course. */
  function update(count: number, made: 'updated' | 'stepped') {
    const wanted = nextWindows(learner, source, config, count)
    const left = made === 'stepped' ? 1 : course.goal - learner.updatesDone()
    const windows = wanted.slice(0, learner.admitted(wanted, config.training, left))
    tellPreparing()
    const results = learner.updateAll(windows, config.training)
    for (const [index, result] of results.entries()) {
      const window = windows[index]
      if (result.kind === 'diverged') return happen({ kind: 'broke', what: result.what })
      if (!window) break
      last = window
      points += window.timeSteps
      const { loss, gradientNorm } = result
      stream.add({
        start: window.start,
        step: window.step,
        ...source.shown(window),
        predictions: source.inOwnUnits(result.predictions),
        loss,
        gradientNorm,
        validationLoss: Number.NaN,
      })
    }
    speedometer.count(clock.now(), windows.length)
    happen({ kind: made })
  }

  /** One when a person watches; as many as the engine makes best in one call when speed is all that counts. */
  function updatesAtOnce(): number {
    // A call takes windows of one length.
    if (!pacer.unlimited() || !haveOneLength(config)) return 1
    const left = course.goal - learner.updatesDone()
    return Math.min(left, engine().updatesPerCall(begin.present.network, timeStepsAPlace(config), left))
  }

  function isRecordingNext(): boolean {
    return engine().isPreparing() && turns.isRecordingNext(pacer.wait(clock.now()))
  }

  function isPartNext(): boolean {
    // A page that is behind does not keep what is under way from becoming whole.
    return checkpoints.isPartNext(stream.full() ? Number.POSITIVE_INFINITY : pacer.wait(clock.now()))
  }

  function schedule() {
    callOff?.()
    const wait = isRecordingNext() || isPartNext() ? 0 : pacer.wait(clock.now())
    callOff = wait > 0 ? clock.later(advance, wait) : clock.soon(advance)
  }

  /** One thing that cannot be interrupted: a pause is heard after it. */
  function advance() {
    callOff = null
    const now = clock.now()
    // Only what the page has been sent may be in a checkpoint: going on from it must leave no gap there.
    if (stream.flushIfDue(now)) checkpoints.tellIfDue(now)
    if (isPartNext()) checkpoints.tellPart()
    // The page is behind: it will say when it has caught up, and `reschedule` goes on from there.
    else if (stream.full()) return
    else if (isRecordingNext()) {
      engine().prepare()
      turns.prepared(clock.now() - now)
    } else {
      pacer.updated(now)
      update(updatesAtOnce(), 'updated')
      const took = clock.now() - now
      turns.updated(took)
      checkpoints.updated(took)
      isBeginning = false
    }
    if (course.phase !== 'training') return rest()
    stream.flushIfDue(clock.now())
    tellPreparing()
    schedule()
  }

  /** Whether so many more updates can be made. */
  function checkGoing(updates: number): Result<void> {
    if (course.phase === 'diverged') return fail('run-diverged', text('trainer.cannotGoOn'))
    return checkRoom(points, updates, config.data)
  }

  stream.open(begin.id, learner.updatesDone() + 1)
  emit('runOpened', description)
  rest()

  return {
    description,
    state,
    initial: begin.initial,
    source,
    snapshot: () => learner.snapshot(),
    lastWindow: () => {
      const states = learner.statesIntoLast()
      return last && states && { ...last, states }
    },
    start: () => {
      if (course.phase === 'training') return ok()
      const left = course.goal - learner.updatesDone()
      const possible = checkGoing(left > 0 ? left : config.training.updates)
      if (!possible.ok) return possible
      happen({ kind: 'started', updates: config.training.updates })
      pacer.restart()
      speedometer.restart()
      engine().hope()
      isBeginning = true
      tell()
      schedule()
      return ok()
    },
    pause: () => {
      if (course.phase !== 'training') return ok()
      happen({ kind: 'paused' })
      rest()
      return ok()
    },
    step: () => {
      const possible = checkGoing(1)
      if (!possible.ok) return possible
      speedometer.restart()
      isBeginning = true
      update(1, 'stepped')
      rest()
      return ok()
    },
    changeSettings: (settings) => {
      // Only what may change in a run, whatever else was sent along: the rest is the network's own.
      const checked = parseSettings({ ...settingsOf(config), ...pickSettings(settings, LIVE_SETTINGS) })
      if (!checked.ok) return checked
      const changed = checked.value
      const left = course.goal + changed.training.updates - config.training.updates - learner.updatesDone()
      const possible = checkRoom(points, Math.max(0, left), changed.data)
      if (!possible.ok) return possible
      happen({ kind: 'updatesChanged', from: config.training.updates, to: changed.training.updates })
      config = changed
      // It has the settings of before.
      checkpoints.callOff()
      if (course.phase === 'training') tell()
      else rest()
      return ok()
    },
    reschedule: () => {
      if (course.phase === 'training') schedule()
    },
    dispose: () => {
      callOff?.()
      callOff = null
      // One that rests has told all.
      if (course.phase === 'training') {
        stream.flush(clock.now())
        checkpoints.tell()
      }
      learner.dispose()
    },
  }
}
