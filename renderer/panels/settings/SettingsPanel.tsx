import { useAppState, useWorld } from '../../app-world'
import { isModified } from '../../store/selectors/preset-selectors'
import type { SettingsGroup } from '../../store/state/app-state'
import { ModelLine } from '../stage/model/ModelLine'
import { Field } from './Field'
import { FoldingGroup } from './FoldingGroup'
import { type Section, settingsIn } from './field-places'
import { PresetSelect } from './PresetSelect'

function Fields({ section }: { readonly section: Section }) {
  return settingsIn(section).map((name) => <Field key={name} name={name} />)
}

function Group({ group, title }: { readonly group: SettingsGroup; readonly title: string }) {
  return (
    <FoldingGroup group={group} title={title} names={settingsIn(group)}>
      <Fields section={group} />
    </FoldingGroup>
  )
}

function BackToPreset() {
  const { commands } = useWorld()
  const modified = useAppState(isModified)
  return (
    <div className="settings-foot">
      <button
        type="button"
        className="button quiet"
        data-testid="back-to-lesson"
        disabled={!modified}
        onClick={() => void commands.backToPreset()}
      >
        Back to the preset
      </button>
    </div>
  )
}

/** Everything a person chooses about a run. */
export function SettingsPanel() {
  const hasCurves = useAppState((state) => state.hasCurves)
  return (
    <>
      <PresetSelect />
      <div className="settings-scroll">
        <section className="settings-group" aria-label="Training">
          <h2 className="settings-title">Training</h2>
          <Fields section="training" />
        </section>
        <Group group="data" title="Data" />
        <Group group="network" title="Network" />
        <Group group="optimiser" title="Optimiser" />
        {hasCurves && <ModelLine />}
      </div>
      <BackToPreset />
    </>
  )
}
