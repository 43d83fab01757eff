import { LESSON, type RunConfig } from '@contract/settings'
import { useAppState, useWorld } from '../../app-world'
import type { AppState } from '../../store/app-state'
import { configInForce } from '../../store/selectors'
import { ModelLine } from '../stage/ModelLine'
import { CarryStateSwitch } from './CarryStateSwitch'
import { LearningRateSlider } from './LearningRateSlider'
import { NumberField } from './NumberField'

function isLesson(state: AppState): boolean {
  const config = configInForce(state)
  const names = Object.keys(LESSON) as (keyof RunConfig)[]
  return (
    names.every((name) => config[name] === LESSON[name]) &&
    Object.keys(state.draft.texts).length === 0 &&
    state.draft.carryState === null
  )
}

/** Everything a person chooses about a run. */
export function SettingsPanel() {
  const { commands } = useWorld()
  const lesson = useAppState(isLesson)
  const hasCurves = useAppState((state) => state.hasCurves)
  return (
    <aside className="settings" aria-label="Settings">
      <section className="settings-group" aria-label="Training">
        <h2 className="settings-title">Training</h2>
        <NumberField name="learningRate">
          <LearningRateSlider />
        </NumberField>
        <NumberField name="updates" />
        <NumberField name="points" />
        <CarryStateSwitch />
      </section>
      <section className="settings-group" aria-label="Network">
        <h2 className="settings-title">Network</h2>
        <NumberField name="hiddenUnits" />
        <NumberField name="seed" />
        {hasCurves && <ModelLine />}
      </section>
      <button
        type="button"
        className="button quiet lesson"
        data-testid="back-to-lesson"
        disabled={lesson}
        onClick={() => void commands.backToLesson()}
      >
        Back to the lesson’s settings
      </button>
    </aside>
  )
}
