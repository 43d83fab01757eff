import type { ProjectStanding } from '@contract/project/standing'
import type { BrowserWindow } from 'electron'

/** What the title bar says: the project's file, with a star as long as there is something in the run that it does not have. */
export function titleOf(file: ProjectStanding['file']): string {
  return file ? `${file.changed ? '*' : ''}${file.name} – Unroll` : 'Unroll'
}

/** The window's title, which is main's alone: a page that loads would put its own name there. */
export function createWindowTitle(window: BrowserWindow): (standing: ProjectStanding | null) => void {
  window.on('page-title-updated', (event) => event.preventDefault())
  return (standing) => {
    if (window.isDestroyed()) return
    const file = standing?.file ?? null
    window.setTitle(titleOf(file))
    // macOS shows it in its own way as well.
    window.setDocumentEdited(file?.changed ?? false)
  }
}
