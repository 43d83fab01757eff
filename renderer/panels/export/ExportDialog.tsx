import { useAppState, useSay, useWorld } from '../../app-world'
import { useModal } from '../use-modal'
import { ExportDone } from './ExportDone'
import { ExportForm } from './ExportForm'

/** The export dialog, over the window and alone in it while it is open. */
export function ExportDialog() {
  const open = useAppState((state) => state.exportStage.kind !== 'closed')
  return open ? <OpenDialog /> : null
}

function OpenDialog() {
  const { commands } = useWorld()
  const say = useSay()
  const stage = useAppState((state) => state.exportStage)
  const modal = useModal(commands.closeExport)
  return (
    <dialog
      {...modal}
      className="dialog export"
      data-testid="export-dialog"
      aria-labelledby="export-title"
      closedby={stage.kind === 'writing' ? 'none' : 'closerequest'}
    >
      <h2 id="export-title" className="dialog-title">
        {say(stage.kind === 'done' ? 'exports.exported' : 'exports.title')}
      </h2>
      {stage.kind === 'done' ? <ExportDone {...stage} /> : <ExportForm />}
    </dialog>
  )
}
