import type { ProofProgress } from '@contract/project/proof'
import type { ProjectStanding } from '@contract/project/standing'

/** The present run as a project. */
export type ProjectSlice = {
  /** Null while there is no run. */
  readonly project: ProjectStanding | null
  /** How far the proof is that is under way; null before its first word. */
  readonly provenTo: ProofProgress | null
  /** Whether the line about the proof is to be seen: until somebody has dismissed it. */
  readonly proofShown: boolean
  readonly notesShown: boolean
  readonly projectChanged: (project: ProjectStanding | null) => void
  readonly provedTo: (progress: ProofProgress | null) => void
  readonly dismissProof: () => void
  readonly showNotes: (shown: boolean) => void
}
