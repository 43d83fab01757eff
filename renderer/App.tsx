import { usePageLanguage } from './page-language'
import { DropTarget } from './panels/drop/DropTarget'
import { ExportDialog } from './panels/export/ExportDialog'
import { SettingsPlace } from './panels/layout/SettingsPlace'
import { NoticeBar } from './panels/notices/NoticeBar'
import { TrainerGone } from './panels/notices/TrainerGone'
import { Unsafe } from './panels/notices/Unsafe'
import { OpenDataDialog } from './panels/open-data/OpenDataDialog'
import { PasteTarget } from './panels/open-data/PasteTarget'
import { NotesDialog } from './panels/project/NotesDialog'
import { Rail } from './panels/rail/Rail'
import { Runs } from './panels/run-list/Runs'
import { usePageTitle } from './panels/run-list/use-page-title'
import { SettingsPanel } from './panels/settings/SettingsPanel'
import { SetupDialog } from './panels/setup/SetupDialog'
import { ShortcutsDialog } from './panels/shortcuts/ShortcutsDialog'
import { Stage } from './panels/stage/Stage'
import { StatusBar } from './panels/status-bar/StatusBar'
import { Tour } from './panels/tour/Tour'
import { Transport } from './panels/transport/Transport'

/** The window's frame. */
export function App() {
  usePageLanguage()
  usePageTitle()
  return (
    <div className="app">
      <Transport />
      <div className="banner-place">
        <TrainerGone />
        <Unsafe />
      </div>
      <SettingsPlace>
        <SettingsPanel />
      </SettingsPlace>
      <Stage />
      <NoticeBar />
      <Rail />
      <StatusBar />
      <Tour />
      <DropTarget />
      <PasteTarget />
      <OpenDataDialog />
      <ExportDialog />
      <ShortcutsDialog />
      <Runs />
      <SetupDialog />
      <NotesDialog />
    </div>
  )
}
