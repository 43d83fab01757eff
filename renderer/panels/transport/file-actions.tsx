import { useWorld } from '../../app-world'
import { ExportIcon, LoadIcon, SaveIcon } from '../icons'

/** What can be done with files, as buttons or as items of the menu they fold into. */
export function useFileActions() {
  const { commands } = useWorld()
  return [
    {
      id: 'load-weights',
      label: 'Load…',
      title: 'Load weights from a file; you can also drop a file on the window',
      icon: <LoadIcon />,
      opensDialog: false,
      act: () => void commands.loadWeights(),
    },
    {
      id: 'save-weights',
      label: 'Save…',
      title: 'Save the weights to a file',
      icon: <SaveIcon />,
      opensDialog: false,
      act: () => void commands.saveWeights(),
    },
    {
      id: 'export',
      label: 'Export…',
      title: 'Export the weights for another framework, or the updates as a table',
      icon: <ExportIcon />,
      opensDialog: true,
      act: () => commands.openExport(),
    },
  ]
}

/** One thing that can be done with files. */
export type FileAction = ReturnType<typeof useFileActions>[number]
