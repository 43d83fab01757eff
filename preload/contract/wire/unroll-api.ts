import type { FileContent, OpenedTable } from '../data/opened-table'
import type { Language } from '../language/languages'
import type { OpenedProject } from '../project/project'
import type { Result } from '../result'
import type { WeightsSummary } from '../run/run'
import type { PageEvents, PageRequests } from './page-wire'

type Promised<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never

/** What the preload puts on `window.unroll`: named functions, derived from the maps above. */
export type UnrollApi = {
  readonly request: { readonly [Name in keyof PageRequests]: Promised<PageRequests[Name]> } & {
    readonly loadDroppedWeights: (file: File) => Promise<Result<WeightsSummary | null>>
    readonly openDroppedProject: (file: File) => Promise<Result<OpenedProject | null>>
    readonly openDroppedTable: (file: File) => Promise<Result<OpenedTable>>
    readonly contentOfDropped: (file: File) => Promise<Result<FileContent>>
  }
  readonly on: {
    /** Returns a function that ends the subscription. */
    readonly [Name in keyof PageEvents]: (listener: (payload: PageEvents[Name]) => void) => () => void
  }
  /** `linux`, `darwin` or `win32`: for the names of keys. */
  readonly platform: string
  /** The language that the window was opened in. */
  readonly language: Language
}
