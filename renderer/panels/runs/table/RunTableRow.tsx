import type { ListedRun } from '@contract/run/kept-run'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { MOST_OVERLAID } from '../../../store/state/runs/runs-tab-state'
import { shortText } from '../../../store/words/run-texts'
import type { RunColumn } from './model/columns'
import { groupCell } from './model/group-cell'
import type { RunTableRow } from './model/rows'

type Props<Kind extends RunTableRow['kind']> = {
  readonly row: Extract<RunTableRow, { kind: Kind }>
  /** Its place in the whole table; the head's is 1. */
  readonly index: number
  readonly columns: readonly RunColumn[]
}

/** A run: its name opens it. */
export function RunRow({ row: { run, isInGroup }, index, columns }: Props<'run'>) {
  const say = useSay()
  const { commands } = useWorld()
  const present = useAppState((state) => state.description?.id === run.id)
  const able = useAppState((state) => state.trainer.kind === 'ready')
  return (
    <tr aria-rowindex={index} data-testid="run-row" data-run={run.id} data-present={present}>
      <td className="runs-compare">
        <OverlayTick run={run} present={present} />
        <PinButton run={run} />
      </td>
      {columns.map((column) => {
        const words = column.show(column.of(run), say)
        return column.id === 'name' ? (
          <th key={column.id} scope="row" className={isInGroup ? 'in-group' : undefined}>
            {present ? (
              <>
                {words} <span className="runs-present">{say('runList.present')}</span>
              </>
            ) : (
              <button
                type="button"
                className="runs-open"
                data-testid="open-run-row"
                data-place="open"
                title={say('runList.openThis', { run: shortText(run) })}
                disabled={!able}
                onClick={() => void commands.openRun(run.id)}
              >
                {words}
              </button>
            )}
          </th>
        ) : (
          <td key={column.id} className={column.isNumber ? 'of-number' : undefined} title={words}>
            {words}
          </td>
        )
      })}
    </tr>
  )
}

/** Lays the losses of a run over those of the present one, which has its own anyway. */
function OverlayTick({ run, present }: { readonly run: ListedRun; readonly present: boolean }) {
  const say = useSay()
  const { store } = useWorld()
  const ticked = useAppState((state) => state.overlaid.includes(run.id))
  const full = useAppState((state) => state.overlaid.length >= MOST_OVERLAID)
  const words = say('runsTab.overlay', { run: shortText(run) })
  return (
    <input
      type="checkbox"
      data-testid="overlay-run"
      data-place="overlay"
      aria-label={words}
      title={full && !ticked ? say('runsTab.overlayFull', { most: MOST_OVERLAID }) : words}
      checked={ticked}
      disabled={present || (full && !ticked)}
      onChange={() => store.getState().toggleOverlaid(run.id)}
    />
  )
}

/** Makes a run the one that others are compared with, or no more. */
function PinButton({ run }: { readonly run: ListedRun }) {
  const say = useSay()
  const { store } = useWorld()
  const pinned = useAppState((state) => state.pinnedRun === run.id)
  return (
    <button
      type="button"
      className="runs-pin"
      data-testid="pin-run"
      data-place="pin"
      aria-pressed={pinned}
      aria-label={say('runsTab.pin', { run: shortText(run) })}
      title={say('runsTab.pin', { run: shortText(run) })}
      onClick={() => store.getState().pinRun(pinned ? null : run.id)}
    >
      {pinned ? '◆' : '◇'}
    </button>
  )
}

/** Runs that differ in their seeds alone: a press lists them, or no more. */
export function GroupRow({ row: { key, runs, isOpen }, index, columns }: Props<'group'>) {
  const say = useSay()
  const { store } = useWorld()
  const press = () => {
    const { openGroups } = store.getState().runTable
    const others = openGroups.filter((each) => each !== key)
    store.getState().changeRunTable({ openGroups: isOpen ? others : [...others, key] })
  }
  return (
    <tr aria-rowindex={index} className="runs-group" data-testid="run-group">
      <td />
      {columns.map((column) => {
        const words = groupCell(column, runs, say)
        return column.id === 'name' ? (
          <th key={column.id} scope="row">
            <button
              type="button"
              className="runs-open"
              data-testid="open-group"
              data-place="open"
              aria-expanded={isOpen}
              onClick={press}
            >
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {words}
            </button>
          </th>
        ) : (
          <td key={column.id} className={column.isNumber ? 'of-number' : undefined} title={words}>
            {words}
          </td>
        )
      })}
    </tr>
  )
}
