import { basename } from 'node:path'
import {
  EXPORT_FORMATS,
  type ExportChoice,
  type ExportFormat,
  formatOfName,
  type NameStyle,
  WEIGHT_FORMATS,
} from '@contract/files/weight-formats'
import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { Written } from '../base/arguments'
import { oneOf } from '../base/engine-option'
import { below, entry } from '../base/help-lines'

/** A file to write, as a person wrote its name, and in what form. */
export type SaveOption = { readonly file: string; readonly choice: ExportChoice }

/** The options that say what is written. */
export const SAVE_TEXTS = ['save', 'names']
export const SAVE_SWITCHES = ['script', 'force']

const NAME_STYLES: readonly NameStyle[] = ['pytorch', 'keras']

/** The lines of help below what `--save` is for. */
export function saveEntries(say: Say): string {
  const { ending } = EXPORT_FORMATS.npz
  return [
    ...WEIGHT_FORMATS.map((format) => formatLine(format, say)),
    entry('--names NAME', say('train.namesHelp', { ending, names: NAME_STYLES })),
    entry('--script', say('train.scriptHelp')),
    entry('--force', say('train.forceHelp')),
  ].join('\n')
}

/** A format as help lists it: by its ending. */
export function formatLine(format: ExportFormat, say: Say): string {
  const { ending, label } = EXPORT_FORMATS[format]
  return below(`${ending.padEnd(13)} ${say(label)}`)
}

/** What `--save`, `--names` and `--script` ask for together. */
export function savesIn({ lists, texts, switches }: Written): Result<readonly SaveOption[]> {
  const files = lists.get('save') ?? []
  const style = texts.get('names')
  const names = NAME_STYLES.find((known) => known === (style ?? NAME_STYLES[0]))
  if (names === undefined) return refuse(oneOf(text('train.theNames'), NAME_STYLES, style ?? ''))
  const script = switches.get('script') ?? false
  const saves: SaveOption[] = []
  for (const file of files) {
    const choice = choiceFor(file, names, script)
    if (!choice.ok) return choice
    saves.push({ file, choice: choice.value })
  }
  const formats = saves.map(({ choice }) => choice.format)
  if (style !== undefined && !formats.includes('npz')) return refuse(text('train.namesForNpz'))
  if (script && !formats.some((format) => EXPORT_FORMATS[format].scripts))
    return refuse(text('train.scriptFor', { endings: scripted() }))
  return ok(saves)
}

/** The form of one file, by the ending of its name. */
function choiceFor(file: string, names: NameStyle, script: boolean): Result<ExportChoice> {
  if (file.toLowerCase().endsWith(EXPORT_FORMATS.csv.ending))
    return ok({ format: 'csv', names: 'pytorch', script: false })
  const format = formatOfName(basename(file), 'save')
  if (!format.ok) return format
  return ok({
    format: format.value,
    names: format.value === 'npz' ? names : 'pytorch',
    script: script && EXPORT_FORMATS[format.value].scripts,
  })
}

function scripted(): readonly string[] {
  return WEIGHT_FORMATS.filter((format) => EXPORT_FORMATS[format].scripts).map(
    (format) => EXPORT_FORMATS[format].ending,
  )
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
