import type { OpenedProject, SavedProject } from '../project/project'
import type { ProjectStanding } from '../project/standing'
import type { Result } from '../result'
import type { RunId } from '../run-id'

/** What the page may ask of project files. What becomes of them it is told by `projectChanged`. */
export type ProjectRequests = {
  /** Asks for a project file and opens its run; the present one is set aside. Null: the dialog was closed, or it was called off. */
  openProject: () => Result<OpenedProject | null>
  /** Opens the recent project that the menu showed under this name of main's own making. */
  openRecentProject: (file: string) => Result<OpenedProject | null>
  /** Saves the present run to its project file; where it has none, asks where to. */
  saveProject: (run: RunId) => Result<SavedProject | null>
  /** Asks where to save the present run. */
  saveProjectAs: (run: RunId) => Result<SavedProject | null>
  /** Keeps what a person has written about the present run; it is in the file when that is saved. */
  keepNotes: (run: RunId, notes: string) => Result<void>
  /** Makes all updates of the project file again, as it lies on the disk, and compares them. */
  proveAll: (run: RunId) => Result<void>
  /** Calls the proof off that is under way. */
  cancelProof: () => void
}

/** What the page is told of them. */
export type ProjectEvents = {
  /** What is known of the present run as a project; null while there is no run. */
  projectChanged: ProjectStanding | null
}
