import type { Text } from '@contract/language/text'
import { useEffect, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { exportObstacle } from '../../store/slices/export-slice'
import { ExportProblem } from './ExportProblem'
import { FormatDetails } from './FormatDetails'
import { FormatList } from './FormatList'

/** What is to be exported, before it is. */
export function ExportForm() {
  const { commands } = useWorld()
  const say = useSay()
  const sayOrNull = (what: Text | null) => what && say(what)
  const ref = useRef<HTMLFormElement>(null)
  const writing = useAppState((state) => state.exportStage.kind === 'writing')
  const canCancel = useAppState((state) => state.exportChoice.format === 'csv')
  const obstacle = useAppState((state) => sayOrNull(exportObstacle(state, state.exportChoice.format)))
  const problem = useAppState((state) =>
    state.exportStage.kind === 'choosing' ? sayOrNull(state.exportStage.problem) : null,
  )
  // Once the dialog around it is open: nothing has the focus in one that is closed.
  useEffect(() => {
    // Not the first format, which a dialog would begin with, but the one that the arrow keys go on from.
    ref.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
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
      <ExportProblem sentence={obstacle ?? problem} />
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          data-testid="export-cancel"
          disabled={writing && !canCancel}
          onClick={writing ? () => void commands.cancelExport() : commands.closeExport}
        >
          {say('exports.cancel')}
        </button>
        {/* Not disabled while it writes: the focus would be lost. */}
        <button
          type="submit"
          className="button primary"
          data-testid="export-write"
          disabled={obstacle !== null}
          aria-disabled={writing}
        >
          {say(writing ? 'exports.exporting' : 'exports.export')}
        </button>
      </div>
    </form>
  )
}
