import { useAppState, useSay, useWorld } from '../../app-world'
import { isModified } from '../../store/selectors/preset-selectors'
import type { SettingsGroup } from '../../store/state/app-state'
import { PauseRules } from '../pausing/PauseRules'
import { ModelLine } from '../stage/model/ModelLine'
import { Field } from './Field'
import { FoldingGroup } from './FoldingGroup'
import { type Section, settingsIn } from './field-places'
import { PresetSelect } from './PresetSelect'

function Fields({ section }: { readonly section: Section }) {
  return settingsIn(section).map((name) => <Field key={name} name={name} />)
}

function Group({ group }: { readonly group: SettingsGroup }) {
  return (
    <FoldingGroup group={group} names={settingsIn(group)}>
      <Fields section={group} />
    </FoldingGroup>
  )
}

function Foot() {
  const { commands } = useWorld()
  const say = useSay()
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
        {say('settingsPanel.backToPreset')}
      </button>
      <button
        type="button"
        className="button quiet"
        data-testid="setup-button"
        aria-haspopup="dialog"
        title={say('setup.buttonExplained')}
        onClick={commands.openSetup}
      >
        {say('setup.button')}
      </button>
    </div>
  )
}

/** Everything a person chooses about a run. */
export function SettingsPanel() {
  const say = useSay()
  const hasCurves = useAppState((state) => state.hasCurves)
  return (
    <>
      <PresetSelect />
      <div className="settings-scroll">
        <section className="settings-group" aria-label={say('settingsPanel.training')}>
          <div className="settings-head">
            <h2 className="settings-title">{say('settingsPanel.training')}</h2>
            <PauseRules />
          </div>
          <Fields section="training" />
        </section>
        <Group group="data" />
        <Group group="network" />
        <Group group="optimiser" />
        {hasCurves && <ModelLine />}
      </div>
      <Foot />
    </>
  )
}
