import { text } from '@contract/language/texts'
import { offeredValues } from '@contract/settings/choices'
import { isNumber, isSwitch } from '@contract/settings/settings'
import { useId } from 'react'
import { useAppState, useSay } from '../../../../../app-world'
import { formRead } from '../../../../../store/selectors/experiments/experiments'
import { configInForce } from '../../../../../store/selectors/selectors'
import { variableSettings } from '../../../../../store/state/experiments/experiment-form'
import {
  type LaneChange,
  type LaneDraft,
  MOST_CHANGES,
  valueBefore,
} from '../../../../../store/state/experiments/race-form'
import { valueAlone } from '../../../../../store/words/experiment-texts'
import { titleText } from '../../../../../store/words/run-texts'
import { FormNumber } from '../FormNumber'
import { SettingSelect } from '../SettingSelect'

/** A lane that is put together by hand: whose settings it has, and what of them is another. */
export function LaneFields({
  at,
  lane,
  change,
  remove,
}: {
  readonly at: number
  readonly lane: LaneDraft
  readonly change: (lane: LaneDraft) => void
  /** Null where there are no more than a race must have. */
  readonly remove: (() => void) | null
}) {
  const say = useSay()
  const base = useAppState(configInForce)
  const names = variableSettings(lane.from?.config ?? base)
  const places = Array.from({ length: Math.min(MOST_CHANGES, lane.changes.length + 1) }, (_, place) => place)
  const put = (place: number, changed: LaneChange | null) =>
    change({ ...lane, changes: lane.changes.toSpliced(place, 1, ...(changed ? [changed] : [])) })
  return (
    <fieldset className="race-lane-fields" data-testid={`lane-${at}`}>
      <legend>{say('race.laneNumber', { lane: at + 1 })}</legend>
      <div className="form-row">
        <FromSelect at={at} lane={lane} change={change} />
        {places.map((place) => {
          const own = lane.changes[place]
          const others = lane.changes.filter((_, other) => other !== place)
          return (
            <SettingSelect
              key={place}
              testId={`lane-setting-${at}-${place}`}
              label={say(place === 0 ? 'race.change' : 'race.secondChange')}
              names={names.filter((name) => others.every(({ setting }) => setting !== name))}
              value={own?.setting ?? null}
              choose={(setting) =>
                put(place, setting && { setting, value: valueBefore(lane, setting, base) })
              }
              none={say('race.noChange')}
            >
              {own && (
                <Value
                  testId={`lane-value-${at}-${place}`}
                  field={`lane-${at}-${place}`}
                  own={own}
                  change={(value) => put(place, { ...own, value })}
                />
              )}
            </SettingSelect>
          )
        })}
        {remove && (
          <button
            type="button"
            className="button small race-remove"
            data-testid={`lane-remove-${at}`}
            onClick={remove}
          >
            {say('race.remove', { lane: at + 1 })}
          </button>
        )}
      </div>
    </fieldset>
  )
}

/** Whose settings a lane has: those of the present run, or of a kept one. */
function FromSelect({
  at,
  lane,
  change,
}: {
  readonly at: number
  readonly lane: LaneDraft
  readonly change: (lane: LaneDraft) => void
}) {
  const say = useSay()
  const id = useId()
  const runs = useAppState((state) => state.runs)
  const present = useAppState((state) => state.run?.id)
  return (
    <div className="form-number">
      <label htmlFor={id}>{say('race.settingsOf')}</label>
      <select
        id={id}
        className="select"
        data-testid={`lane-from-${at}`}
        value={lane.from?.id ?? ''}
        onChange={({ target: { value } }) => {
          const config = runs.find((run) => run.id === value)?.config
          change({ from: config ? { id: value, config } : null, changes: [] })
        }}
      >
        <option value="">{say('race.present')}</option>
        {runs
          .filter((run) => run.config !== null && (run.id !== present || run.id === lane.from?.id))
          .map((run) => (
            <option key={run.id} value={run.id}>
              {say(text('race.keptRun', { title: titleText(run), updates: run.updatesDone }))}
            </option>
          ))}
      </select>
    </div>
  )
}

/** The value of a setting of a lane. */
function Value({
  testId,
  field,
  own: { setting, value },
  change,
}: {
  readonly testId: string
  readonly field: `lane-${number}-${number}`
  readonly own: LaneChange
  readonly change: (value: string) => void
}) {
  const say = useSay()
  const id = useId()
  const problem = useAppState(formRead).problems.get(field)
  if (isNumber(setting))
    return (
      <FormNumber
        testId={testId}
        label={say('race.newValue')}
        text={value}
        problem={problem}
        onType={change}
      />
    )
  const values = isSwitch(setting) ? [true, false] : offeredValues(setting)
  return (
    <div className="form-number">
      <label htmlFor={id}>{say('race.newValue')}</label>
      <select
        id={id}
        className="select"
        data-testid={testId}
        value={value}
        onChange={(event) => change(event.target.value)}
      >
        {values.map((each) => (
          <option key={String(each)} value={String(each)}>
            {say(valueAlone(setting, each as never))}
          </option>
        ))}
      </select>
    </div>
  )
}
