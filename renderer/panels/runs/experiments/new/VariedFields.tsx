import { isNumber, SETTINGS } from '@contract/settings/settings'
import { useAppState, useSay } from '../../../../app-world'
import { formRead } from '../../../../store/selectors/experiments/experiments'
import { configInForce } from '../../../../store/selectors/selectors'
import {
  allValues,
  draftOf,
  type ExperimentForm,
  shownSpread,
  type VariedDraft,
  variableSettings,
} from '../../../../store/state/experiments/experiment-form'
import { valueText } from '../../../../store/words/run-texts'
import { FormNumber } from './FormNumber'
import { SettingSelect } from './SettingSelect'

/** The one or two settings that a sweep varies, and their values. */
export function VariedFields({
  form,
  edit,
}: {
  readonly form: ExperimentForm
  readonly edit: (changes: Partial<ExperimentForm>) => void
}) {
  const say = useSay()
  const base = useAppState(configInForce)
  const names = variableSettings(base)
  const [one, other] = form.varied
  if (!one) return null
  const change = (at: number) => (draft: VariedDraft) =>
    edit({ varied: form.varied.map((each, place) => (place === at ? draft : each)) })
  return (
    <>
      <SettingSelect
        testId="sweep-setting"
        label={say('experiments.setting')}
        names={names.filter((name) => name !== other?.setting)}
        value={one.setting}
        choose={(name) => name && change(0)(draftOf(name))}
      />
      <Values draft={one} at={0} change={change(0)} />
      <SettingSelect
        testId="sweep-other-setting"
        label={say('experiments.otherSetting')}
        names={names.filter((name) => name !== one.setting)}
        value={other?.setting ?? null}
        choose={(name) => edit({ varied: name ? [one, draftOf(name)] : [one] })}
        none={say('experiments.noOther')}
      />
      {other && <Values draft={other} at={1} change={change(1)} />}
    </>
  )
}

type ValuesProps = {
  readonly draft: VariedDraft
  readonly at: number
  readonly change: (draft: VariedDraft) => void
}

/** The values of a setting: a number from one to another, or some of a few. */
function Values(props: ValuesProps) {
  return isNumber(props.draft.setting) ? <Spread {...props} /> : <Ticks {...props} />
}

function Spread({ draft, at, change }: ValuesProps) {
  const say = useSay()
  const base = useAppState(configInForce)
  const { problems, varied } = useAppState(formRead)
  const { least, most, count } = shownSpread(draft, base)
  const values = varied[at]?.values ?? []
  return (
    <>
      <div className="form-row">
        <FormNumber
          testId={`sweep-least-${at}`}
          label={say('experiments.least')}
          text={least}
          problem={problems.get(`least-${at}`)}
          onType={(typed) => change({ ...draft, least: typed })}
        />
        <FormNumber
          testId={`sweep-most-${at}`}
          label={say('experiments.most')}
          text={most}
          problem={problems.get(`most-${at}`)}
          onType={(typed) => change({ ...draft, most: typed })}
        />
        <FormNumber
          testId={`sweep-count-${at}`}
          label={say('experiments.valueCount')}
          text={count}
          problem={problems.get(`count-${at}`)}
          onType={(typed) => change({ ...draft, count: typed })}
        />
      </div>
      {values.length > 0 && (
        <p className="card-aside" data-testid={`sweep-values-${at}`}>
          {say('experiments.values', { values: values.map((value) => valueText(draft.setting, value)) })}
        </p>
      )}
    </>
  )
}

function Ticks({ draft, at, change }: ValuesProps) {
  const say = useSay()
  const problem = useAppState(formRead).problems.get(`values-${at}`)
  const { setting } = draft
  const all = allValues(setting)
  const ticked = draft.ticked ?? all
  const name = (value: string | boolean) =>
    say('experiments.valueAlone', { value: valueText(setting, value) })
  return (
    <fieldset className="form-ticks">
      <legend className="visually-hidden">{say(SETTINGS[setting].label)}</legend>
      {all.map((value) => (
        <label key={String(value)} className="check">
          <input
            type="checkbox"
            data-testid={`sweep-tick-${at}-${value}`}
            checked={ticked.includes(value)}
            onChange={(event) =>
              change({
                ...draft,
                ticked: event.target.checked ? [...ticked, value] : ticked.filter((each) => each !== value),
              })
            }
          />
          {name(value)}
        </label>
      ))}
      {problem && (
        <p className="problem" role="alert">
          {say(problem)}
        </p>
      )}
    </fieldset>
  )
}
