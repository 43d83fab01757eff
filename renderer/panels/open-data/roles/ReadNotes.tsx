import { ON_IRREGULAR, type OnIrregular } from '@contract/data/read-series'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useSay, useWorld } from '../../../app-world'
import { leftOut } from '../../../store/state/data-roles'
import type { DataStage } from '../../../store/state/open-data'
import { WarningIcon } from '../../icons'
import { spanText } from './span-text'

type Roles = Extract<DataStage, { readonly kind: 'roles' }>

/** What was read, what was left out and why, and what else a person should know before going on. */
export function ReadNotes({ stage }: { readonly stage: Roles }) {
  const say = useSay()
  const { rows, columns, lost, notes } = stage.series
  const left = leftOut(stage.series, stage.roles)
  return (
    <div className="read-notes" data-testid="data-notes">
      <p>{say('openData.readRows', { rows, columns: columns.length })}</p>
      {lost.map((one) => (
        <p key={say(one.why)} className="read-lost">
          <WarningIcon />
          <span>{say('openData.lost', one)}</span>
        </p>
      ))}
      {notes.map((note) => (
        <p key={say(note)}>{say(note)}</p>
      ))}
      {left.length > 0 && <p data-testid="data-left-out">{say('openData.leftOut', { names: left })}</p>}
      <Times stage={stage} />
    </div>
  )
}

const WAYS: { readonly [Way in OnIrregular]: Text } = {
  keep: text('openData.keep'),
  resample: text('openData.resample'),
  intervals: text('openData.intervals'),
}

/** That the times are not evenly spaced, and the three ways on. */
function Times({ stage }: { readonly stage: Roles }) {
  const { commands } = useWorld()
  const say = useSay()
  const { times, series, isWaiting } = stage
  if (!times) return null
  const { median, greatest, after, offShare } = times.found
  const areDates = 'of' in series.times && series.times.of === 'dates'
  const percent = Math.round(100 * offShare)
  return (
    <fieldset className="read-times" data-testid="data-times" disabled={isWaiting}>
      <legend>
        {say('openData.irregular', {
          percent: percent === 0 ? text('openData.underOne') : percent,
          median: spanText(median, areDates),
          greatest: spanText(greatest, areDates),
          after: after + 1,
        })}
      </legend>
      {ON_IRREGULAR.map((way) => (
        <label key={way} className="check">
          <input
            type="radio"
            name="data-times"
            data-testid={`times-${way}`}
            checked={times.way === way}
            onChange={() => void commands.chooseTimes(way)}
          />
          {say(WAYS[way])}
        </label>
      ))}
    </fieldset>
  )
}
