import { useLayoutEffect, useRef } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { exportObstacle } from '../../store/slices/export-slice'
import { ExportProblem } from './ExportProblem'
import { FormatDetails } from './FormatDetails'
import { FormatList } from './FormatList'

/** What is to be exported, before it is. */
export function ExportForm() {
  const { commands } = useWorld()
  const ref = useRef<HTMLFormElement>(null)
  const writing = useAppState((state) => state.exportStage.kind === 'writing')
  const canCancel = useAppState((state) => state.exportChoice.format === 'csv')
  const obstacle = useAppState((state) => exportObstacle(state, state.exportChoice.format))
  const problem = useAppState((state) =>
    state.exportStage.kind === 'choosing' ? state.exportStage.problem : null,
  )
  useLayoutEffect(() => {
    // Not the first format, which the browser would take, but the one that the arrow keys go on from.
    ref.current?.querySelector<HTMLInputElement>('input:checked:enabled')?.focus()
  }, [])
  return (
    <form
      ref={ref}
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (obstacle === null) void commands.exportChosen()
      }}
    >
      <div className="dialog-body export-body">
        <FormatList />
        <FormatDetails />
      </div>
      <ExportProblem text={obstacle ?? problem} />
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          data-testid="export-cancel"
          disabled={writing && !canCancel}
          onClick={writing ? () => void commands.cancelExport() : commands.closeExport}
        >
          Cancel
        </button>
        {/* Not disabled while it writes: the focus would be lost. */}
        <button
          type="submit"
          className="button primary"
          data-testid="export-write"
          disabled={obstacle !== null}
          aria-disabled={writing}
        >
          {writing ? 'Exporting…' : 'Export…'}
        </button>
      </div>
    </form>
  )
}
