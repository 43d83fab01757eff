import { basename, dirname, join } from 'node:path'
import { TABLE_ENDINGS } from '@contract/data/opened-table'
import { VIEW_KINDS, type ViewFormat } from '@contract/files/view-files'
import {
  ALSO_LOADED,
  EXPORT_FORMATS,
  type ExportFormat,
  WEIGHT_FORMATS,
} from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { PROJECT_ENDING } from '@contract/project/project'
import type { FileFilter } from 'electron'

/** How names of filters are said. */
type SayName = (name: Text) => string

function allFiles(say: SayName): FileFilter {
  return { name: say(text('dialogs.allFiles')), extensions: ['*'] }
}

/** The last part of an ending, without its dot: all that the systems' dialogs know of `.weights.h5`. */
function lastPart(ending: string): string {
  return ending.slice(ending.lastIndexOf('.') + 1)
}

/** What can be saved: a format of an export, a project, or a view. */
export type SavedKind = ExportFormat | 'project' | `view-${ViewFormat}`

/** What is saved and is no export: it has no files beside it. */
const OTHER_KINDS = {
  project: { label: text('dialogs.projects'), ending: PROJECT_ENDING },
  'view-svg': VIEW_KINDS.svg,
  'view-png': VIEW_KINDS.png,
  'view-csv': VIEW_KINDS.csv,
} as const satisfies Record<Exclude<SavedKind, ExportFormat>, unknown>

/** Whether a kind is a format of an export, which may have files beside it. */
export function isExportFormat(kind: SavedKind): kind is ExportFormat {
  return !Object.hasOwn(OTHER_KINDS, kind)
}

function kindOf(kind: SavedKind): { readonly label: Text; readonly ending: string } {
  return isExportFormat(kind) ? EXPORT_FORMATS[kind] : OTHER_KINDS[kind]
}

/** What a dialog offers when a file of one kind is to be saved. */
export function saveFilters(kind: SavedKind, say: SayName): FileFilter[] {
  const { label, ending } = kindOf(kind)
  const name = say(text('dialogs.filesOf', { format: label, ending }))
  return [{ name, extensions: [lastPart(ending)] }, allFiles(say)]
}

/** What a dialog offers when weights are to be loaded: all that can be, then each format by itself. */
export function openFilters(say: SayName): FileFilter[] {
  const formats = WEIGHT_FORMATS.filter((format) => EXPORT_FORMATS[format].loads).map((format) => {
    const also = ALSO_LOADED.filter(([, other]) => other === format).map(([ending]) => ending)
    const extensions = new Set([EXPORT_FORMATS[format].ending, ...also].map(lastPart))
    return { name: say(EXPORT_FORMATS[format].label), extensions: [...extensions] }
  })
  const every = new Set(formats.flatMap(({ extensions }) => extensions))
  return [{ name: say(text('dialogs.allWeightFiles')), extensions: [...every] }, ...formats, allFiles(say)]
}

/** What a dialog offers when a table is to be opened. */
export function tableFilters(say: SayName): FileFilter[] {
  return [{ name: say(text('dialogs.allTables')), extensions: TABLE_ENDINGS.map(lastPart) }, allFiles(say)]
}

/** What a dialog offers when a project is to be opened. */
export function projectFilters(say: SayName): FileFilter[] {
  return [{ name: say(text('dialogs.projects')), extensions: [lastPart(PROJECT_ENDING)] }, allFiles(say)]
}

/**
 * A path whose name ends as its kind wants it: another ending, or none, gets ours after it, as a file is loaded by
 * what its name says. A name with the last part of ours alone (`a.h5`) gets the whole of it.
 */
export function withEnding(path: string, kind: SavedKind): string {
  const { ending } = kindOf(kind)
  const name = basename(path)
  const lower = name.toLowerCase()
  if (lower.endsWith(ending) && lower !== ending) return path
  const last = `.${lastPart(ending)}`
  const stem = lower.endsWith(last) && lower !== last ? name.slice(0, -last.length) : name
  return join(dirname(path), `${stem}${ending}`)
}
