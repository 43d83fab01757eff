import type { Text } from '@contract/language/text'
import { useSay } from '../../../../app-world'
import type { Lane } from '../../../../store/selectors/experiments/race/lane-clock'
import { byPlace, type Standing } from '../../../../store/selectors/experiments/race/ranking'
import type { Measure } from '../../../../store/state/experiments/experiments-state'
import { formatCount, formatLoss } from '../../../../store/words/format'
import { LaneKey } from './LaneKey'
import { stateText } from './race-words'

/** The lanes by their places at the moment that is shown. */
export function Ranking({
  lanes,
  standings,
  names,
  measure,
}: {
  readonly lanes: readonly Lane[]
  readonly standings: readonly Standing[]
  readonly names: readonly Text[]
  readonly measure: Measure
}) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="race-ranking" tabIndex={0} aria-label={say('race.ranking')}>
      <table className="number-table" data-testid="race-ranking">
        <thead className="number-head">
          <tr>
            <th scope="col">{say('race.place')}</th>
            <th scope="col" className="words">
              {say('race.lane')}
            </th>
            <th scope="col">{say(measure === 'validation' ? 'race.validationLoss' : 'race.loss')}</th>
            <th scope="col">{say('race.update')}</th>
            <th scope="col" className="words">
              {say('race.state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byPlace(standings).map((standing) => {
            const { index, place, loss, update } = standing
            const name = names[index]
            return (
              <tr key={index} data-lane={index}>
                <td className="race-place">{place === null ? '–' : formatCount(place, say)}</td>
                <th scope="row" className="words">
                  {name && <LaneKey index={index} name={name} />}
                </th>
                <td>{formatLoss(loss, say)}</td>
                <td>{formatCount(update, say)}</td>
                <td className="words">{say(stateText(standing, lanes[index]?.run ?? null))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
