import { PART_LABELS, PARTS } from '@contract/data/parts'
import {
  type Figure,
  type Metrics,
  RIVAL_LABELS,
  type RivalName,
  type RivalScore,
} from '@contract/data/scores'
import type { Say } from '@contract/language/say'
import { useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { passedRivals } from '../../../store/selectors/passing'
import { standingOf } from '../../../store/selectors/standing'
import type { AppState } from '../../../store/state/app-state'
import { shownOutput } from '../../../store/state/shown-curves'
import { formatLoss } from '../../../store/words/format'
import { useLive, writeText } from '../../use-live'

/** The update at which the network passed a rival: it may come with any update, and so is drawn without rendering. */
function Passed({ name }: { readonly name: RivalName }) {
  const { history } = useWorld()
  const draw = useCallback(
    (element: HTMLElement, { rivals }: AppState, say: Say) => {
      const passed = rivals && passedRivals(history, rivals).get(name)
      const isExact = rivals !== null && standingOf(rivals, null, null).exact.includes(name)
      if (isExact) writeText(element, say('numbers.cannotPass'))
      else if (passed === undefined) writeText(element, '–')
      else
        writeText(element, passed === null ? say('numbers.notYet') : say('charts.number', { value: passed }))
    },
    [history, name],
  )
  return <td ref={useLive<HTMLTableCellElement>(draw)} data-testid={`passed-${name}`} />
}

function skillWords(skill: Figure | undefined, say: Say): string | null {
  if (!skill) return null
  return skill.value === null ? say(skill.why) : say('numbers.percent', { share: skill.value })
}

function RivalRow(props: {
  readonly rival: RivalScore
  readonly parts: Readonly<Record<string, Metrics | null>> | null
}) {
  const say = useSay()
  const { rival, parts } = props
  const { name } = rival
  const head = (
    <th scope="row">
      {say(RIVAL_LABELS[name])}{' '}
      {rival.available && (
        <span className="explained">{[rival.formula, ...rival.notes].map(say).join(' ')}</span>
      )}
    </th>
  )
  if (!rival.available)
    return (
      <tr data-testid={`rival-${name}`}>
        {head}
        <td className="why" colSpan={PARTS.length + 1}>
          {say(rival.why)}
        </td>
      </tr>
    )
  return (
    <tr data-testid={`rival-${name}`}>
      {head}
      {PARTS.map((part) => {
        const errors = rival.errors[part]
        const skill = parts?.[part]?.skill[name]
        const words = skillWords(skill, say)
        return (
          <td key={part} className={skill?.value === null ? 'why' : undefined}>
            {words !== null && <span>{words} </span>}
            <span className="explained">{errors ? formatLoss(errors.rmse, say) : '–'}</span>
          </td>
        )
      })}
      <Passed name={name} />
    </tr>
  )
}

/** The rivals of the output that is shown: what each does, its error, and the skill of the network against it. */
export function RivalTable() {
  const say = useSay()
  const rivals = useAppState((state) => state.rivals)
  const scores = useAppState((state) => state.scores)
  const shown = useAppState(shownOutput)
  const output = rivals?.outputs[shown]
  if (!output) return null
  const { name } = output
  return (
    <table className="figure-table" data-testid="rival-table">
      <caption>{say(scores ? 'numbers.skillAgainst' : 'numbers.rivalsOf', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('numbers.rival')}</th>
          {PARTS.map((part) => (
            <th key={part} scope="col">
              {say(PART_LABELS[part])}
            </th>
          ))}
          <th scope="col" title={say('numbers.passedExplained')}>
            {say('numbers.passed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {output.rivals.map((rival) => (
          <RivalRow key={rival.name} rival={rival} parts={scores?.outputs[shown]?.parts ?? null} />
        ))}
      </tbody>
    </table>
  )
}
