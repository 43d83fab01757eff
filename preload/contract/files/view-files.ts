import type { Text } from '../language/text'
import { text } from '../language/texts'
import type { RunId } from '../run-id'

/** What a view can be saved as, in the order of its menu. */
export const VIEW_FORMATS = ['svg', 'png', 'csv'] as const

export type ViewFormat = (typeof VIEW_FORMATS)[number]

/** What each is called, and how names of its files end. */
export const VIEW_KINDS: Readonly<Record<ViewFormat, { readonly label: Text; readonly ending: string }>> = {
  svg: { label: text('views.svgFile'), ending: '.svg' },
  png: { label: text('views.pngFile'), ending: '.png' },
  csv: { label: text('views.csvFile'), ending: '.csv' },
}

/** Bytes that a view is saved in at most. */
export const MAX_VIEW_BYTES = 64_000_000

/** A view as it is to be saved; where, main asks. */
export type ViewFile = {
  readonly format: ViewFormat
  /** What the view is called in names of files, in small letters, digits and hyphens: `loss`. */
  readonly view: string
  /** The run that is seen, for the name; null while there is none. */
  readonly run: RunId | null
  /** The update that is seen; null for what is newest, or where a view is of none. */
  readonly update: number | null
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What a view may be called in names of files. */
export const VIEW_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** Letters of it at most. */
export const MAX_VIEW_NAME = 60

/** What was saved: the name of the file, and its bytes. */
export type SavedView = { readonly name: string; readonly bytes: number }
