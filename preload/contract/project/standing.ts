import type { Text } from '../language/text'
import type { RunId } from '../run-id'
import type { Proof, ProofScope } from './proof'

/** How far it is known that the project file of a run is what was computed. */
export type ProofStanding =
  | { readonly kind: 'proving'; readonly scope: ProofScope }
  | { readonly kind: 'proven'; readonly scope: ProofScope; readonly proof: Proof }
  /** There is no verdict, and why. */
  | { readonly kind: 'failed'; readonly why: Text }

/** What is known of a run as a project. */
export type ProjectStanding = {
  readonly runId: RunId
  /** The file that it came from or was saved to, by its name; null where there is none. */
  readonly file: {
    readonly name: string
    /** Whether there is something in the run that the file does not have. */
    readonly changed: boolean
  } | null
  /** Whatever a person has written about the run. */
  readonly notes: string
  /** Null before anything was made again. */
  readonly proof: ProofStanding | null
}
