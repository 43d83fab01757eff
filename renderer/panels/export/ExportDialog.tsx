import { useAppState, useSay, useWorld } from '../../app-world'
import { Modal } from '../Modal'
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
  const title = stage.kind === 'done' ? say('exports.exported') : say('exports.title')
  return (
    <Modal
      name="export"
      testId="export-dialog"
      title={title}
      close={commands.closeExport}
      closable={stage.kind !== 'writing'}
    >
      {stage.kind === 'done' ? <ExportDone {...stage} /> : <ExportForm />}
    </Modal>
  )
}
