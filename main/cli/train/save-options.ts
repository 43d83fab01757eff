import { basename } from 'node:path'
import {
  EXPORT_FORMATS,
  type ExportChoice,
  formatOfName,
  type NameStyle,
  WEIGHT_FORMATS,
} from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
import { fail, ok, type Result } from '@contract/result'
import type { Written } from '../base/arguments'
import { oneOf } from '../base/engine-option'

/** A file to write, as a person wrote its name, and in what form. */
export type SaveOption = { readonly file: string; readonly choice: ExportChoice }

/** The options that say what is written. */
export const SAVE_TEXTS = ['save', 'names']
export const SAVE_SWITCHES = ['script', 'force']

const NAME_STYLES: readonly NameStyle[] = ['pytorch', 'keras']

/** The lines of help below what `--save` is for. */
export const SAVE_HELP = `${WEIGHT_FORMATS.map(
  (format) =>
    `${' '.repeat(25)}${EXPORT_FORMATS[format].ending.padEnd(13)} ${inEnglish(EXPORT_FORMATS[format].label)}`,
).join('\n')}
  --names NAME           whose names the arrays of a ${EXPORT_FORMATS.npz.ending} file have: ${NAME_STYLES.join(', ')} (${NAME_STYLES[0]})
  --script               put a Python script beside the file that rebuilds the network and loads it
  --force                replace what has the name of a script or of a .weights.bin; a file that you name is always
                         replaced, those beside it never without this`

/** What `--save`, `--names` and `--script` ask for together. */
export function savesIn({ lists, texts, switches }: Written): Result<readonly SaveOption[]> {
  const files = lists.get('save') ?? []
  const style = texts.get('names')
  const names = NAME_STYLES.find((known) => known === (style ?? NAME_STYLES[0]))
  if (names === undefined) return refuse(oneOf('The names', NAME_STYLES, style ?? ''))
  const script = switches.get('script') ?? false
  const saves: SaveOption[] = []
  for (const file of files) {
    const choice = choiceFor(file, names, script)
    if (!choice.ok) return choice
    saves.push({ file, choice: choice.value })
  }
  const formats = saves.map(({ choice }) => choice.format)
  if (style !== undefined && !formats.includes('npz'))
    return refuse('--names is for a .npz file, but none is saved; leave it out, or save one.')
  if (script && !formats.some((format) => EXPORT_FORMATS[format].scripts))
    return refuse(
      `--script is for ${scripted()} files, but none is saved; leave it out, or save one of these.`,
    )
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

function scripted(): string {
  return WEIGHT_FORMATS.filter((format) => EXPORT_FORMATS[format].scripts)
    .map((format) => EXPORT_FORMATS[format].ending)
    .join(', ')
}

function refuse(sentence: string): Result<never> {
  return fail('invalid-setting', sentence)
}
