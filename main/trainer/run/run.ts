import { ok, type Result } from '@contract/result'
import type { PauseReason } from '@contract/run/pausing/pause-rules'
import { courseAfter, type Place, type RunEvent } from '@contract/run/phases'
import type { RunState } from '@contract/run/run'
import type { OpenedSource } from '../data/open-source'
import { haveOneLength, nextWindows, timeStepsAPlace } from '../data/source/next-windows'
import type { Window } from '../data/source/window'
import type { PackedKeyframe } from '../timeline/keyframes'
import { createLearner } from '../training/learner'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { createCheckpoints } from './checkpoints'
import { describeRun } from './describe-run'
import { createDesks } from './desks'
import { createHurry } from './hurry'
import { createEvaluations } from './judging/evaluations'
import { createJudge } from './judging/judge'
import { checkpointAt } from './moments/checkpoint-at'
import { createPausing } from './pausing'
import { checkGoing } from './run-room'
import type { Run, RunTools } from './run-types'
import { type AskedFor, type Came, createCalls, type ToldCall } from './updating/calls'
import { createChanges } from './updating/changes'
import { createLoop } from './updating/loop'
import { createSettingsLog } from './updating/settings-log'
import { shownUpdate } from './updating/shown-update'

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
  const { clock, emit, stream, speedometer, engine } = tools
  const pacer = createHurry(tools.pacer)
  const learner = createLearner(begin.present, engine)
  const description = describeRun(begin, source.facts)
  const log = createSettingsLog(begin)
  const { network } = begin.present
  const evaluations = createEvaluations(source.series, learner, network, log.config, begin)
  const calls = createCalls({ learner, evaluations, engine, pausing: () => pausing, pacer, tell: told })
  const { asKnown, engineBeside } = calls
  let course = courseAfter(
    { phase: 'ready', goal: begin.goal, broke: null, endedBy: null },
    { kind: 'opened' },
    place(),
  )
  if (begin.broke) happen({ kind: 'broke', why: begin.broke })
  if (begin.endedBy === 'patience' && course.phase === 'finished') happen({ kind: 'outOfPatience' })
  /** Predicted points so far. */
  let points = begin.points ?? (learner.position() - begin.initial.position) * timeStepsAPlace(log.config())
  const asPageKnowsIt = { ...learner, ...learner.marked }
  const judged = { id: begin.id, source, network, learner: asPageKnowsIt, config: log.config, isTraining }
  const past = { keyframes, initial: begin.initial, points, engine: engineBeside, events: log.events }
  const desks = createDesks(tools, { ...judged, ...past, state })
  const { moments } = desks
  const checkpointWith = (present: Checkpoint['present']): Checkpoint => ({
    ...begin,
    config: log.config(),
    goal: course.goal,
    points,
    broke: course.broke && { what: course.broke.what, tensor: course.broke.tensor },
    endedBy: course.endedBy,
    best: evaluations.best(),
    bests: evaluations.bests(),
    events: log.events(),
    planned: log.planned(),
    present,
  })
  const checkpoints = createCheckpoints(tools, begin, learner, checkpointWith)
  let last: Window | null = null
  /** Whether the first update since it was started, or the one that was asked for, is still to come. */
  let [isBeginning, toldPreparing] = [false, false]
  let heldBy: PauseReason | null = null
  /** Updates at which it pauses by itself, as it was started to. */
  let until = Number.POSITIVE_INFINITY

  /** Updates that are made and told. */
  function updatesTold(): number {
    return learner.updatesDone() - calls.untold()
  }

  function place(): Place {
    return { before: begin.initial.updatesDone, done: updatesTold() }
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
    const updatesDone = updatesTold()
    const [config, events, planned] = [log.config(), log.events(), log.planned()]
    return { id: begin.id, ...course, updatesDone, config, pausedBy, best, events, planned, preparing }
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
    loop.callOff()
    desks.callOffFutures()
    isBeginning = false
    pacer.end()
    stream.flush(clock.now())
    tell()
    checkpoints.tell()
    moments.rested()
    judge.rested()
  }

  /** What was planned for the next update takes effect. */
  function reach() {
    if (log.reach(learner.updatesDone() + 1, learner.parameters)) tell()
  }

  /** Makes at most `count` updates, or those before the one that breaks the run, which may be prepared for, or made elsewhere, first. */
  function update(count: number, asked: AskedFor): Came {
    reach()
    const config = log.config()
    const wanted = nextWindows(learner, source, config, count, log)
    const left = asked.kind === 'stepped' ? 1 : course.goal - learner.updatesDone()
    const windows = wanted.slice(0, learner.admitted(wanted, config.training, left))
    tellPreparing()
    if (asked.kind === 'updated' && !learner.isReady(windows, config.training, left)) return 'waits'
    return calls.make(windows, config.training, asked)
  }

  /** A call was made: the course and all that follows the run hear of it. */
  function told({ windows, results, validationLoss, heldBy: reason, kind, since }: ToldCall) {
    for (const [index, result] of results.entries()) {
      const window = windows[index]
      if (result.kind === 'diverged') return happen({ kind: 'broke', why: result })
      if (!window) break
      last = window
      points += window.timeSteps
      const isLast = index === results.length - 1
      stream.add(shownUpdate(source, window, result, isLast ? validationLoss : Number.NaN))
    }
    heldBy = reason
    moments.passed(points, clock.now() - since)
    speedometer.count(clock.now(), results.length)
    happen({ kind })
    if (isTraining() && !Number.isNaN(validationLoss) && evaluations.isOutOfPatience())
      happen({ kind: 'outOfPatience' })
    if (heldBy || learner.updatesDone() >= until) happen({ kind: 'paused' })
  }

  /** One when a person watches; as many as the engine makes best in one call when speed is all that counts. */
  function updatesAtOnce(): number {
    reach()
    const config = log.config()
    // A call takes windows of one length.
    if (!pacer.unlimited() || !haveOneLength(config)) return 1
    const done = learner.updatesDone()
    const left = course.goal - done
    const most = Math.min(left, engine().updatesPerCall(network, timeStepsAPlace(config), left))
    // All together or one by one: other numbers of them would want recordings of their own.
    const together = Math.min(evaluations.untilNext(), log.untilPlanned(done + 1), until - done)
    return most > together ? 1 : most
  }

  /** The log is another. */
  function changed() {
    // It has the settings of before.
    checkpoints.callOff()
    desks.callOffFutures()
    if (isTraining()) tell()
    else rest()
  }

  function checkMore(updates: number): Result<void> {
    for (const { data } of [log.config(), ...log.toCome()]) {
      const possible = checkGoing(course.phase, points, updates, data)
      if (!possible.ok) return possible
    }
    return ok()
  }

  function start(to = Number.POSITIVE_INFINITY): Result<void> {
    if (isTraining()) return ok()
    const { updates } = log.config().training
    const left = course.goal - learner.updatesDone()
    const possible = checkMore(left > 0 ? left : updates)
    if (!possible.ok) return possible
    desks.callOffFutures()
    heldBy = null
    until = to
    evaluations.started()
    happen({ kind: 'started', updates })
    pacer.restart()
    speedometer.restart()
    engine().hope()
    isBeginning = true
    tell()
    judge.started()
    loop.schedule()
    return ok()
  }

  const changes = createChanges(log, {
    stands: () => ({ updatesDone: learner.updatesDone(), goal: course.goal, points }),
    happen,
    changed,
  })
  const loop = createLoop({ ...tools, pacer }, checkpoints, {
    isTraining,
    update: (since) => {
      const came = calls.goOn() ?? update(updatesAtOnce(), { kind: 'updated', since })
      if (came === 'made') isBeginning = false
      return came
    },
    isFirst: calls.isFirst,
    rest,
    goesOn: tellPreparing,
  })
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
    ...desks.answers,
    forecast: judge.forecast,
    checkpointAt: (update) =>
      checkpointAt(update, { begin, goal: course.goal, events: log.events(), moments, evaluations }),
    checkpoint: asKnown(() => checkpointWith(learner.snapshot())),
    snapshot: asKnown(learner.snapshot),
    lastWindow: asKnown(() => {
      const states = learner.statesIntoLast()
      return last && states && { ...last, states }
    }),
    start,
    hurry: (to) => {
      const started = start(to)
      if (started.ok) pacer.begin()
      return started
    },
    pause: asKnown(() => {
      if (!isTraining()) return ok()
      happen({ kind: 'paused' })
      rest()
      return ok()
    }),
    step: asKnown(() => {
      const possible = checkMore(1)
      if (!possible.ok) return possible
      speedometer.restart()
      isBeginning = true
      update(1, { kind: 'stepped', since: clock.now() })
      rest()
      return ok()
    }),
    changeSettings: asKnown(changes.changeSettings),
    wipeState: asKnown(changes.wipeState),
    changePlanned: asKnown(changes.changePlanned),
    pauseRulesChanged: asKnown(pausing.changed),
    reschedule: () => {
      if (isTraining()) loop.schedule()
    },
    dispose: asKnown(() => {
      loop.callOff()
      // One that rests has told all.
      if (isTraining()) {
        stream.flush(clock.now())
        checkpoints.tell()
      }
      for (const part of [judge, desks, evaluations, learner]) part.dispose()
    }),
  }
}
