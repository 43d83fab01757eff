import { CHOICES } from '@contract/settings/choices'
import { NUMBERS } from '@contract/settings/numbers'
import type { NumberName } from '@contract/settings/setting'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { configInForce } from '../../../store/selectors/selectors'
import { type ReadRoles, rolesSettings } from '../../../store/state/data-roles'
import type { DataStage } from '../../../store/state/open-data'
import type { Draft } from '../../../store/state/settings-draft'
import { formatSetting } from '../../../store/words/format'
import { ChoiceSelect } from '../../fields/ChoiceSelect'
import { NumberInput } from '../../fields/NumberInput'
import { PartsBar } from './PartsBar'

type Props = {
  readonly stage: Extract<DataStage, { readonly kind: 'roles' }>
  readonly read: ReadRoles
}

/** How windows are cut out of the series: the settings of the data that a run begins with. */
export function SeriesFields({ stage, read }: Props) {
  const { commands } = useWorld()
  const { roles, draft, isWaiting } = stage
  const change = (settings: Partial<Draft>) =>
    commands.changeRoles({ ...roles, settings: { ...roles.settings, ...settings } })
  const write = (texts: Draft['texts']) => change({ texts: { ...roles.settings.texts, ...texts } })
  const number = (name: NumberName) => (
    <TypedField
      key={name}
      name={name}
      stage={stage}
      read={read}
      onWrite={(typed) => write({ [name]: typed })}
    />
  )
  return (
    <fieldset className="data-choices" disabled={isWaiting}>
      <div className="data-fields series">
        {/* A drawn curve is said one time step on. */}
        {draft !== null && number('horizon')}
        {number('window')}
        <PickedField name="order" stage={stage} onPick={(picks) => change({ picks })} />
        <PickedField name="scaling" stage={stage} onPick={(picks) => change({ picks })} />
        {number('trainPercent')}
        {number('validationPercent')}
      </div>
      <PartsBar
        parts={read.config.data}
        onChange={({ trainPercent, validationPercent }) =>
          write({
            trainPercent: formatSetting(trainPercent),
            validationPercent: formatSetting(validationPercent),
          })
        }
      />
    </fieldset>
  )
}

type TypedProps = Props & { readonly name: NumberName; readonly onWrite: (typed: string) => void }

function TypedField({ name, stage, read, onWrite }: TypedProps) {
  const say = useSay()
  const inForce = useAppState(configInForce)
  const { label, min, max, unit } = NUMBERS[name]
  const id = `data-${name}`
  const shown = rolesSettings(inForce, stage.series, stage.roles)[name]
  const isInvalid = read.problems[name] !== undefined
  return (
    <div className={isInvalid ? 'data-field invalid' : 'data-field'}>
      <label htmlFor={id} title={say('settingsPanel.limits', { min, max, unit })}>
        {say(label)}
      </label>
      <NumberInput
        id={id}
        name={name}
        text={stage.roles.settings.texts[name] ?? formatSetting(shown)}
        isInvalid={isInvalid}
        onType={onWrite}
      />
    </div>
  )
}

type PickedProps = {
  readonly name: 'order' | 'scaling'
  readonly stage: Props['stage']
  readonly onPick: (picks: Draft['picks']) => void
}

function PickedField({ name, stage, onPick }: PickedProps) {
  const say = useSay()
  const inForce = useAppState(configInForce)
  const id = `data-${name}`
  return (
    <div className="data-field">
      <label htmlFor={id}>{say(CHOICES[name].label)}</label>
      <ChoiceSelect
        id={id}
        name={name}
        value={rolesSettings(inForce, stage.series, stage.roles)[name]}
        onChoose={(value) => onPick({ ...stage.roles.settings.picks, [name]: value })}
      />
    </div>
  )
}
