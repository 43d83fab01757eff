import type { ColumnSummary, ReadSeries } from '@contract/data/read-series'
import { memo, useCallback, useRef } from 'react'
import { useSay, useWorld } from '../../../app-world'
import { isUsable, MOST, type Role, type RolesDraft, withRole } from '../../../store/state/data-roles'
import { formatCount } from '../../../store/words/format'

/** The headings of the table, and what stands below each. */
const HEADINGS = [
  { words: 'openData.column', kind: undefined },
  { words: 'openData.input', kind: 'role' },
  { words: 'openData.target', kind: 'role' },
  { words: 'openData.missingValues', kind: 'figure' },
  { words: 'openData.least', kind: 'figure' },
  { words: 'openData.mean', kind: 'figure' },
  { words: 'openData.greatest', kind: 'figure' },
] as const

type Props = {
  readonly series: ReadSeries
  readonly roles: RolesDraft
  readonly isWaiting: boolean
}

/** Every column of the series with what is known of it, and whether it is an input, a target, both or neither. */
export function RoleTable({ series, roles, isWaiting }: Props) {
  const { commands } = useWorld()
  const say = useSay()
  const newest = useRef({ series, roles })
  newest.current = { series, roles }
  const change = useCallback(
    (role: Role, name: string, on: boolean) => {
      const now = newest.current
      commands.changeRoles(withRole(now.roles, now.series, role, name, on))
    },
    [commands],
  )
  const [inputs, targets] = [new Set(roles.inputs), new Set(roles.targets)]
  const isFull = { inputs: inputs.size >= MOST.inputs, targets: targets.size >= MOST.targets }
  return (
    <>
      <section
        className="preview roles"
        aria-label={say('openData.columns')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
        tabIndex={0}
      >
        <table>
          <caption className="visually-hidden">{say('openData.columns')}</caption>
          <thead>
            <tr>
              {HEADINGS.map(({ words, kind }) => (
                <th key={words} scope="col" className={kind}>
                  {say(words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {series.columns.map((column, at) => (
              <ColumnRow
                key={column.name}
                at={at}
                column={column}
                isInput={inputs.has(column.name)}
                isTarget={targets.has(column.name)}
                takesInput={!isWaiting && isUsable(column, series.rows) && !isFull.inputs}
                takesTarget={!isWaiting && isUsable(column, series.rows) && !isFull.targets}
                onChange={change}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className="data-soft" data-testid="data-limits">
        {say('openData.limits', {
          inputs: inputs.size,
          mostInputs: MOST.inputs,
          targets: targets.size,
          mostTargets: MOST.targets,
        })}
      </p>
    </>
  )
}

type RowProps = {
  readonly at: number
  readonly column: ColumnSummary
  readonly isInput: boolean
  readonly isTarget: boolean
  readonly takesInput: boolean
  readonly takesTarget: boolean
  readonly onChange: (role: Role, name: string, on: boolean) => void
}

/** A table may have ten thousand columns: only the row that was changed is rendered again. */
const ColumnRow = memo(function ColumnRow(props: RowProps) {
  const { at, column, isInput, isTarget, takesInput, takesTarget, onChange } = props
  const say = useSay()
  const { name, missing, least, mean, greatest } = column
  const figure = (value: number) => (Number.isNaN(value) ? '–' : say('openData.figure', { value }))
  return (
    <tr>
      <th scope="row" className="role-name">
        {name}
      </th>
      <td className="role">
        <input
          type="checkbox"
          data-testid={`input-${at}`}
          aria-label={say('openData.asInput', { name })}
          checked={isInput}
          disabled={!isInput && !takesInput}
          onChange={(event) => onChange('inputs', name, event.target.checked)}
        />
      </td>
      <td className="role">
        <input
          type="checkbox"
          data-testid={`target-${at}`}
          aria-label={say('openData.asTarget', { name })}
          checked={isTarget}
          disabled={!isTarget && !takesTarget}
          onChange={(event) => onChange('targets', name, event.target.checked)}
        />
      </td>
      <td className="figure">{formatCount(missing, say)}</td>
      <td className="figure">{figure(least)}</td>
      <td className="figure">{figure(mean)}</td>
      <td className="figure">{figure(greatest)}</td>
    </tr>
  )
})
