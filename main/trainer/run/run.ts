import { ok, type Result } from '@contract/result'
import type { PauseReason } from '@contract/run/pausing/pause-rules'
import { courseAfter, type Place, type RunEvent } from '@contract/run/phases'
import type { RunState } from '@contract/run/run'
import { parseSettings } from '@contract/settings/parse-settings'
import { LIVE_SETTINGS, pickSettings, settingsOf } from '@contract/settings/settings'
import { withChange } from '@contract/timeline/settings-events'
import type { OpenedSource } from '../data/open-source'
import { haveOneLength, nextWindows, timeStepsAPlace } from '../data/source/next-windows'
import type { Window } from '../data/source/window'
import type { PackedKeyframe } from '../timeline/keyframes'
import { createLearner } from '../training/learner'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { createCheckpoints } from './checkpoints'
import { describeRun } from './describe-run'
import { createEvaluations } from './judging/evaluations'
import { createJudge } from './judging/judge'
import { checkpointAt } from './moments/checkpoint-at'
import { createMoments } from './moments/moments'
import { createPausing } from './pausing'
import { checkGoing, checkRoom } from './run-room'
import type { Run, RunTools } from './run-types'
import { shownUpdate } from './shown-update'
import { createTurns } from './turns'

/**
 * Opens a run where a checkpoint left it (a new run: `present` is `initial`) and tells of it: `runOpened`,
 * `runChanged`, and its first checkpoint.
 *
 * @param source what it learns from, opened by its own settings
 * @param keyframes of the updates that it has made
 */
export function openRun(
  begin: Checkpoint,
  source: OpenedSource,
  tools: RunTools,
  keyframes: readonly PackedKeyframe[] = [],
): Run {
  const { clock, emit, pacer, stream, speedometer, engine } = tools
  const learner = createLearner(begin.present, engine)
  const description = describeRun(begin, source.facts)
  let { config } = begin
  let events = begin.events ?? []
  let course = courseAfter(
    { phase: 'ready', goal: begin.goal, broke: null, endedBy: null },
    { kind: 'opened' },
    place(),
  )
  if (begin.broke) happen({ kind: 'broke', why: begin.broke })
  if (begin.endedBy === 'patience' && course.phase === 'finished') happen({ kind: 'outOfPatience' })
  /** Predicted points so far. */
  let points = begin.points ?? (learner.position() - begin.initial.position) * timeStepsAPlace(config)
  const { network } = begin.present
  const judged = { id: begin.id, source, network, learner, config: () => config, isTraining }
  const evaluations = createEvaluations(source.series, learner, network, () => config, begin)
  const past = { keyframes, initial: begin.initial, points, engine, events: () => events }
  const moments = createMoments(tools, { ...judged, ...past })
  const checkpointWith = (present: Checkpoint['present']): Checkpoint => ({
    ...begin,
    config,
    goal: course.goal,
    points,
    broke: course.broke && { what: course.broke.what, tensor: course.broke.tensor },
    endedBy: course.endedBy,
    best: evaluations.best(),
    bests: evaluations.bests(),
    events,
    present,
  })
  const checkpoints = createCheckpoints(tools, begin, learner, checkpointWith)
  let callOff: (() => void) | null = null
  let last: Window | null = null
  const turns = createTurns()
  /** Whether the first update since it was started, or the one that was asked for, is still to come. */
  let [isBeginning, toldPreparing] = [false, false]
  let heldBy: PauseReason | null = null

  function place(): Place {
    return { before: begin.initial.updatesDone, done: learner.updatesDone() }
  }

  function isTraining(): boolean {
    return course.phase === 'training'
  }

  function happen(event: RunEvent) {
    course = courseAfter(course, event, place())
  }

  function state(): RunState {
    const preparing = isBeginning || (isTraining() && engine().isPreparing())
    const best = evaluations.bests().at(-1) ?? null
    const pausedBy = course.phase === 'paused' ? heldBy : null
    const updatesDone = learner.updatesDone()
    return { id: begin.id, ...course, updatesDone, config, pausedBy, best, events, preparing }
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
    moments.rested()
    judge.rested()
  }

  /** Makes at most `count` updates, or those before the one that breaks the run; what was made is told to the course. */
  function update(count: number, kind: 'updated' | 'stepped') {
    const began = clock.now()
    const wanted = nextWindows(learner, source, config, count)
    const left = kind === 'stepped' ? 1 : course.goal - learner.updatesDone()
    const windows = wanted.slice(0, learner.admitted(wanted, config.training, left))
    tellPreparing()
    heldBy = null
    const results = learner.updateAll(windows, config.training, (made) => {
      heldBy = pausing.made(made)
      return heldBy !== null
    })
    let validationLoss = Number.NaN
    for (const [index, result] of results.entries()) {
      const window = windows[index]
      if (result.kind === 'diverged') return happen({ kind: 'broke', why: result })
      if (!window) break
      last = window
      points += window.timeSteps
      if (index === results.length - 1) validationLoss = evaluations.evaluate()
      stream.add(shownUpdate(source, window, result, validationLoss))
    }
    heldBy ??= pausing.evaluated(validationLoss)
    moments.passed(points, clock.now() - began)
    speedometer.count(clock.now(), results.length)
    happen({ kind })
    if (isTraining() && !Number.isNaN(validationLoss) && evaluations.isOutOfPatience())
      happen({ kind: 'outOfPatience' })
    if (heldBy) happen({ kind: 'paused' })
  }

  /** One when a person watches; as many as the engine makes best in one call when speed is all that counts. */
  function updatesAtOnce(): number {
    // A call takes windows of one length.
    if (!pacer.unlimited() || !haveOneLength(config)) return 1
    const left = course.goal - learner.updatesDone()
    const most = Math.min(left, engine().updatesPerCall(network, timeStepsAPlace(config), left))
    // All together or one by one: other numbers of them would want recordings of their own.
    return most > evaluations.untilNext() ? 1 : most
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
    if (!isTraining()) return rest()
    stream.flushIfDue(clock.now())
    tellPreparing()
    schedule()
  }

  function checkMore(updates: number): Result<void> {
    return checkGoing(course.phase, points, updates, config.data)
  }

  stream.open(begin.id, learner.updatesDone() + 1)
  emit('runOpened', description)
  const judge = createJudge(tools, judged)
  const pausing = createPausing(learner.updatesDone(), tools.pauseRules, judge.rivals)
  rest()

  return {
    description,
    state,
    initial: begin.initial,
    source,
    best: evaluations.best,
    forecast: judge.forecast,
    moment: moments.at,
    keyframesUpTo: moments.keyframesUpTo,
    checkpointAt: (update) =>
      checkpointAt(update, { begin, goal: course.goal, events, moments, evaluations }),
    checkpoint: () => checkpointWith(learner.snapshot()),
    chosenKeyframes: moments.chosenKeyframes,
    snapshot: () => learner.snapshot(),
    lastWindow: () => {
      const states = learner.statesIntoLast()
      return last && states && { ...last, states }
    },
    start: () => {
      if (isTraining()) return ok()
      const left = course.goal - learner.updatesDone()
      const possible = checkMore(left > 0 ? left : config.training.updates)
      if (!possible.ok) return possible
      heldBy = null
      evaluations.started()
      happen({ kind: 'started', updates: config.training.updates })
      pacer.restart()
      speedometer.restart()
      engine().hope()
      isBeginning = true
      tell()
      judge.started()
      schedule()
      return ok()
    },
    pause: () => {
      if (!isTraining()) return ok()
      happen({ kind: 'paused' })
      rest()
      return ok()
    },
    step: () => {
      const possible = checkMore(1)
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
      events = withChange(events, learner.updatesDone() + 1, config, changed)
      config = changed
      // It has the settings of before.
      checkpoints.callOff()
      if (isTraining()) tell()
      else rest()
      return ok()
    },
    pauseRulesChanged: pausing.changed,
    reschedule: () => {
      if (isTraining()) schedule()
    },
    dispose: () => {
      callOff?.()
      callOff = null
      // One that rests has told all.
      if (isTraining()) {
        stream.flush(clock.now())
        checkpoints.tell()
      }
      judge.dispose()
      moments.dispose()
      evaluations.dispose()
      learner.dispose()
    },
  }
}
