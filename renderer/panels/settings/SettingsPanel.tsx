import { useAppState, useWorld } from '../../app-world'
import { isModified } from '../../store/preset-selectors'
import { configInForce } from '../../store/selectors'
import { ModelLine } from '../stage/ModelLine'
import { ChoiceField } from './ChoiceField'
import { FoldingGroup } from './FoldingGroup'
import { OTHER_SEED } from './field-texts'
import { LearningRateSlider } from './LearningRateSlider'
import { NumberField } from './NumberField'
import { PresetSelect } from './PresetSelect'
import { SwitchField } from './SwitchField'

function Training() {
  return (
    <section className="settings-group" aria-label="Training">
      <h2 className="settings-title">Training</h2>
      <NumberField name="learningRate">
        <LearningRateSlider />
      </NumberField>
      <NumberField name="updates" />
      <SwitchField name="carryState" />
    </section>
  )
}

function Data() {
  return (
    <FoldingGroup group="data" title="Data" names={['points', 'endpoint', 'span', 'batch']}>
      <NumberField name="points" />
      <SwitchField name="endpoint" />
      <ChoiceField name="span" />
      <NumberField name="batch" />
    </FoldingGroup>
  )
}

function Network() {
  const torch = useAppState(
    (state) => (state.draft.picks.family ?? configInForce(state).family) === 'pytorch',
  )
  return (
    <FoldingGroup
      group="network"
      title="Network"
      names={['cell', 'layers', 'hiddenUnits', 'family', 'seed', 'readout']}
    >
      <ChoiceField name="cell" />
      <NumberField name="layers" />
      <NumberField name="hiddenUnits" />
      <ChoiceField name="family" />
      <NumberField name="seed" {...(!torch && { explanation: OTHER_SEED })} />
      <ChoiceField name="readout" />
    </FoldingGroup>
  )
}

function Optimiser() {
  // The other optimisers have none: a field that does nothing would be a riddle.
  const momentum = useAppState(
    (state) => (state.draft.picks.optimizer ?? configInForce(state).optimizer) === 'sgd',
  )
  return (
    <FoldingGroup group="optimiser" title="Optimiser" names={['optimizer', 'momentum', 'clipNorm', 'shown']}>
      <ChoiceField name="optimizer" />
      {momentum && <NumberField name="momentum" />}
      <NumberField name="clipNorm" />
      <ChoiceField name="shown" />
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
    <aside className="settings" aria-label="Settings">
      <PresetSelect />
      <div className="settings-scroll">
        <Training />
        <Data />
        <Network />
        <Optimiser />
        {hasCurves && <ModelLine />}
      </div>
      <BackToPreset />
    </aside>
  )
}
