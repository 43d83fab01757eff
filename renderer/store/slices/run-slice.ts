import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { LESSON_PACE } from '@contract/run/pace'
import { brokenPart } from '@contract/run/phases'
import type { Breakdown } from '@contract/run/run'
import { presetOf } from '@contract/settings/presets'
import { sameConfig } from '@contract/settings/settings'
import type { StateCreator } from 'zustand/vanilla'
import type { History } from '../curves/history'
import { outcomeOf } from '../curves/outcome'
import type { AppState, Progress, RunSlice } from '../state/app-state'
import { settleDraft } from '../state/settings-draft'
import { FOLLOW, SHOW_ALL } from '../state/viewport'
import { noticeAfter, noticeInRun } from './notice-slice'
import { NOT_SCORED } from './score-slice'

/** The update that broke was not made: the one before it is the last that counts. */
function brokenText(broke: Breakdown): Text {
  return text('notices.broke', { update: broke.update, what: brokenPart(broke) })
}

const NO_PROGRESS: Progress = {
  updatesDone: 0,
  loss: null,
  meanLoss: null,
  windowLength: null,
  updatesPerSecond: 0,
}

/** The run's slice of the store; the numbers of each update go into the history. */
export function createRunSlice(history: History): StateCreator<AppState, [], [], RunSlice> {
  return (set) => ({
    description: null,
    run: null,
    progress: NO_PROGRESS,
    hasCurves: false,
    outcome: null,
    pace: LESSON_PACE,
    engine: 'compiled',
    pauseRules: [],
    runOpened: (description) =>
      set((state) => {
        if (state.description?.id === description.id) return { description }
        history.begin(description.facts)
        const progress = { ...NO_PROGRESS, updatesDone: description.updatesBefore }
        // The old run's state stays until the new one's comes, so that no button blinks.
        // A place in the old run's curves means nothing in the new one's; how much is followed is a person's habit.
        const viewMode = state.viewMode.kind === 'free' ? FOLLOW : state.viewMode
        return {
          ...NOT_SCORED,
          description,
          progress,
          // It is there again: there is nothing to undo.
          setAside: state.setAside?.id === description.id ? null : state.setAside,
          hasCurves: false,
          outcome: null,
          viewMode,
          notice: noticeInRun(state.notice, description.id, state.description?.id),
          marked: null,
          insideStep: null,
          isStepPinned: false,
          ghost: null,
          showGhost: true,
          output: 0,
          partView: SHOW_ALL,
          showSeriesInput: null,
          explaining: false,
        }
      }),
    runChanged: (run) =>
      set((state) => {
        const kept =
          state.run !== null && sameConfig(state.run.config, run.config) ? state.run.config : run.config
        const training = run.phase === 'training'
        // In training the batches say how far it is: a state may overtake batches that are still under way.
        const updatesDone = training && state.hasCurves ? state.progress.updatesDone : run.updatesDone
        const updatesPerSecond = training ? state.progress.updatesPerSecond : 0
        // Who asks for more updates wants to see them.
        const goesOn = training && state.run?.phase === 'finished' && state.viewMode.kind === 'free'
        const diverges = run.phase === 'diverged' && state.run?.phase !== 'diverged'
        return {
          ...(goesOn && { viewMode: FOLLOW }),
          ...(diverges && run.broke && { notice: noticeAfter(state.notice, 'error', brokenText(run.broke)) }),
          run: { ...run, config: kept },
          outcome: run.phase === 'finished' ? outcomeOf(history) : null,
          // Only settings that are new can be another preset: one that was just chosen is not in force yet.
          presetId: (kept === state.run?.config ? null : presetOf(kept)?.id) ?? state.presetId,
          progress: { ...state.progress, updatesDone, updatesPerSecond },
          draft: settleDraft(state.draft, kept, state.editing),
        }
      }),
    updatesArrived: (batch) =>
      set((state) => {
        // The end of a run that has been left: nobody waits for it.
        if (batch.runId !== state.description?.id || batch.losses.length === 0) return {}
        history.append(batch)
        const last = history.lastUpdate
        const resting = state.run !== null && state.run.phase !== 'training'
        return {
          hasCurves: true,
          // A revived trainer makes updates again, and what was looked at may not be made yet.
          ...(state.marked !== null && state.marked > last && { marked: null }),
          outcome: state.run?.phase === 'finished' ? outcomeOf(history) : null,
          progress: {
            updatesDone: resting ? Math.max(last, state.progress.updatesDone) : last,
            loss: batch.losses.at(-1) ?? null,
            meanLoss: history.meanLosses.values.data[history.updates - 1] ?? null,
            windowLength: batch.lengths.at(-1) ?? null,
            updatesPerSecond: resting ? 0 : batch.updatesPerSecond,
          },
        }
      }),
    recordedArrived: (batch) =>
      set((state) => {
        if (batch.runId !== state.description?.id || batch.losses.length === 0) return {}
        history.append(batch)
        return {
          hasCurves: true,
          outcome: state.run?.phase === 'finished' ? outcomeOf(history) : null,
          progress: {
            ...state.progress,
            loss: batch.losses.at(-1) ?? null,
            meanLoss: history.meanLosses.values.data[history.updates - 1] ?? null,
            windowLength: batch.lengths.at(-1) ?? null,
          },
        }
      }),
    stretchRead: () => set(({ run }) => ({ outcome: run?.phase === 'finished' ? outcomeOf(history) : null })),
    paceChanged: (pace) => set({ pace }),
    engineChanged: (engine) => set({ engine }),
    pauseRulesChanged: (pauseRules) => set({ pauseRules }),
  })
}
