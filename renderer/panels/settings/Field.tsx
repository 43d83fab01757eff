import type { SettingName } from '@contract/settings/setting'
import { isNumber, isSwitch, SETTINGS } from '@contract/settings/settings'
import { useAppState } from '../../app-world'
import { settingsShown } from '../../store/selectors/selectors'
import { CarryingField } from '../fields/CarryingField'
import { ChoiceField } from './ChoiceField'
import { LearningRateSlider } from './LearningRateSlider'
import { NumberField } from './NumberField'
import { SwitchField } from './SwitchField'

/** The field of a setting, by what kind of value it has; none where it does nothing beside the others. */
export function Field({ name }: { readonly name: SettingName }) {
  const applies = useAppState((state) => SETTINGS[name].applies?.(settingsShown(state)) ?? true)
  // It is one of the choices for the carried state.
  if (!applies || name === 'freezeState') return null
  if (name === 'carryState') return <CarryingField />
  if (isNumber(name))
    return <NumberField name={name}>{name === 'learningRate' && <LearningRateSlider />}</NumberField>
  if (isSwitch(name)) return <SwitchField name={name} />
  return <ChoiceField name={name} />
}
