import { basename } from 'node:path'
import { formatOfName, type WeightsChoice } from '@contract/files/weight-formats'
import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { checkChoice } from '@contract/settings/parse-settings'
import type { CellName, RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { type KnownOptions, parseArguments } from '../base/arguments'
import { commonEntries, entry } from '../base/help-lines'
import { LANGUAGE_TEXTS } from '../base/language-option'
import { SAVE_SWITCHES, saveEntries, savesIn } from '../train/save-options'

/** What `convert` is asked to do; the files are as a person wrote them. */
export type ConvertOptions = {
  readonly from: string
  readonly to: string
  readonly choice: WeightsChoice
  /** Whether files beside the new one may be replaced. */
  readonly force: boolean
  /** The cell that was given; undefined when it was not. */
  readonly cell: CellName | undefined
  /** Settings for a file that brings none. */
  readonly fallback: RunConfig
}

/** What `convert --help` tells. */
export function convertHelp(usage: string, say: Say): string {
  return [
    say('convert.usage', { usage }),
    '',
    say('convert.about'),
    '',
    saveEntries(say),
    entry('--cell NAME', say('convert.cellHelp')),
    commonEntries(say),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}

/** Its options. */
export const CONVERT_KNOWN: KnownOptions = {
  texts: ['names', 'cell', ...LANGUAGE_TEXTS],
  switches: SAVE_SWITCHES,
}

/** Reads the arguments of `convert`; the error is one sentence. */
export function parseConvertOptions(args: readonly string[]): Result<ConvertOptions> {
  const written = parseArguments(args, CONVERT_KNOWN)
  if (!written.ok) return written
  const { words, texts } = written.value
  const [from, to, ...more] = words
  if (from === undefined || to === undefined || more.length > 0)
    return fail('invalid-setting', text('convert.twoFiles', { count: words.length }))
  const saves = savesIn({ ...written.value, lists: new Map([['save', [to]]]) })
  if (!saves.ok) return saves
  const format = formatOfName(basename(to), 'save')
  if (!format.ok) return format
  const [save] = saves.value
  if (!save) throw new Error('one file was given to be written, but none came out')
  const cell = checkChoice('cell', texts.get('cell') ?? LESSON.network.cell)
  if (!cell.ok) return cell
  return ok({
    from,
    to,
    choice: { ...save.choice, format: format.value },
    force: written.value.switches.get('force') ?? false,
    cell: texts.has('cell') ? cell.value : undefined,
    fallback: withSettings(LESSON, { cell: cell.value }),
  })
}
