import { text } from '@contract/language/texts'
import { useWorld } from '../../app-world'
import { DataIcon, ExportIcon, LoadIcon, SaveIcon } from '../icons'

/** What can be done with files, as buttons or as items of the menu they fold into. */
export function useFileActions() {
  const { commands } = useWorld()
  return [
    {
      id: 'open-data',
      label: text('transport.openData'),
      title: text('transport.openDataExplained'),
      icon: <DataIcon />,
      opensDialog: true,
      act: () => commands.openData(),
    },
    {
      id: 'load-weights',
      label: text('transport.load'),
      title: text('transport.loadExplained'),
      icon: <LoadIcon />,
      opensDialog: false,
      act: () => void commands.loadWeights(),
    },
    {
      id: 'save-weights',
      label: text('transport.save'),
      title: text('transport.saveExplained'),
      icon: <SaveIcon />,
      opensDialog: false,
      act: () => void commands.saveWeights(),
    },
    {
      id: 'export',
      label: text('transport.export'),
      title: text('transport.exportExplained'),
      icon: <ExportIcon />,
      opensDialog: true,
      act: () => commands.openExport(),
    },
  ]
}

/** One thing that can be done with files. */
export type FileAction = ReturnType<typeof useFileActions>[number]
