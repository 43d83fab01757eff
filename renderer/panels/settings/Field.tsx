import type { SettingName } from '@contract/settings/setting'
import { isNumber, isSwitch, SETTINGS } from '@contract/settings/settings'
import { useAppState } from '../../app-world'
import { settingsShown } from '../../store/selectors/selectors'
import { WipeState } from '../fields/WipeState'
import { ChoiceField } from './ChoiceField'
import { LearningRateSlider } from './LearningRateSlider'
import { NumberField } from './NumberField'
import { SwitchField } from './SwitchField'

/** The field of a setting, by what kind of value it has; none where it does nothing beside the others. */
export function Field({ name }: { readonly name: SettingName }) {
  const applies = useAppState((state) => SETTINGS[name].applies?.(settingsShown(state)) ?? true)
  // Before the first update there is no state to freeze.
  const isEarly = useAppState((state) => name === 'freezeState' && state.run?.phase === 'ready')
  const isFrozen = useAppState((state) => settingsShown(state).freezeState)
  if (!applies || (isEarly && !isFrozen)) return null
  if (isNumber(name))
    return <NumberField name={name}>{name === 'learningRate' && <LearningRateSlider />}</NumberField>
  if (isSwitch(name)) return <SwitchField name={name}>{name === 'carryState' && <WipeState />}</SwitchField>
  return <ChoiceField name={name} />
}
