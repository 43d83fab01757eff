import type { Language } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import type { TrainerStatus } from '@contract/run/trainer-status'
import { app, type BrowserWindow, dialog } from 'electron'

/** What the app runs on, TensorFlow once it is loaded; for the person, and for whoever helps them. */
function versions(trainer: TrainerStatus, language: Language): string {
  const { electron, chrome, node } = process.versions
  const native =
    trainer.kind === 'ready'
      ? [`TensorFlow ${trainer.tensorflow}`, `tfjs-node ${trainer.tfjs}`]
      : [sayIn(language)('dialogs.noTensorFlow')]
  return [`Electron ${electron}`, `Chromium ${chrome}`, `Node ${node}`, ...native].join('\n')
}

/** Fills the panel that macOS shows from the app's own menu. */
export function fillAboutPanel(trainer: TrainerStatus, language: Language, platform: string): void {
  if (platform !== 'darwin') return
  app.setAboutPanelOptions({ applicationName: app.name, credits: versions(trainer, language) })
}

/** Shows the versions elsewhere: the other systems' own panels have no place for them. */
export function showAbout(window: BrowserWindow, trainer: TrainerStatus, language: Language): void {
  const message = `${app.name} ${app.getVersion()}`
  const title = sayIn(language)('dialogs.about')
  void dialog.showMessageBox(window, { type: 'info', title, message, detail: versions(trainer, language) })
}
