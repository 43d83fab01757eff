import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { KnownOptions } from '../arguments'
import { NPM_USAGE } from '../usage'

/** What npm has left of how it was started. */
export type NpmStart = {
  /** The environment that npm gives to scripts, in its order where the system tells it. */
  readonly given: Readonly<Record<string, string | undefined>>
  /** Whether that order is the one in which a person wrote the options. */
  readonly inOrder: boolean
  /** What npm's own files set, by name, as it hands it on. */
  readonly files: ReadonlyMap<string, string>
  /** The environment that npm itself was started in, where the system tells it. */
  readonly outside: Readonly<Record<string, string | undefined>>
}

/** Names of npm's own that it takes ours for the beginning of. */
const LONGER: Readonly<Record<string, string>> = { engine: 'engine_strict' }
/** Options whose value is the name of a file. */
const FILE_OPTIONS = ['load', 'data', 'figure', 'save']
const FILE = /\.(?:safetensors|npz|h5|keras|json|onnx|csv|svg)$/i
/** Commands that take no words: a word of theirs stood behind an option. */
const WITHOUT_WORDS = ['train', 'sweep']
/** How npm hands on an option that was written alone, and one that was negated. */
const [ALONE, NEGATED] = ['true', '']

/**
 * npm takes options that stand before `--` for its own and starts the command without them: `npm run train --seed 5`
 * would train with seed 1. Tells them from what npm's files and the environment set for good.
 *
 * @param args what npm has left of the arguments
 * @returns the text with the command that was meant; null when npm has kept nothing
 */
export function keptByNpm(
  command: string,
  args: readonly string[],
  known: KnownOptions,
  start: NpmStart,
): Text | null {
  const kept = optionsIn(known, start)
  const words = args.slice(0, leading(args))
  const isWordless = WITHOUT_WORDS.includes(command)
  // The name of a file that is there stood behind an option that npm knows too, as --save.
  if (kept.length === 0 && !(isWordless && words.some((word) => FILE.test(word)))) return null
  const complete = !isWordless && kept.every(({ value, isSwitch }) => isSwitch || value !== null)
  const meant = assigned(kept, words, command, start) ?? (complete ? { kept, words } : null)
  const parts = meant
    ? [...meant.words.map(inShell), ...meant.kept.flatMap(written), ...args.slice(words.length).map(inShell)]
    : [...kept.flatMap(written), '…']
  const meantCommand = [NPM_USAGE(command), ...parts].join(' ')
  return kept.length > 0
    ? text('cli.optionsKeptByNpm', { options: kept.map(({ name }) => `--${name}`), command: meantCommand })
    : text('cli.wordsKeptByNpm', { given: words.map(inShell).join(' '), command: meantCommand })
}

/** An option that npm has kept; a value of null was written behind it and is among the words. */
type Kept = {
  readonly name: string
  readonly value: string | null
  readonly isSwitch: boolean
  readonly on: boolean
}

function optionsIn(known: KnownOptions, { given, files, outside }: NpmStart): readonly Kept[] {
  const byKey = new Map<string, string>(
    [...known.texts, ...known.switches].flatMap((name) =>
      [name, LONGER[name]]
        .filter((each) => each !== undefined)
        .map((each): [string, string] => [`npm_config_${each.replaceAll('-', '_')}`, name]),
    ),
  )
  return Object.entries(given).flatMap(([key, value]): Kept[] => {
    const name = byKey.get(key)
    if (name === undefined || value === undefined || value === outside[key]) return []
    if (value === files.get(key.slice('npm_config_'.length))) return []
    if (known.switches.includes(name)) {
      const on = value !== NEGATED
      // npm's own `json` and `force` are off unless somebody turns them on.
      return on || name === 'carry' || name === 'endpoint' ? [{ name, value: null, isSwitch: true, on }] : []
    }
    // `save` and `engine-strict` are npm's own: a value, if any, is a word.
    if (name === 'save' && [ALONE, NEGATED].includes(value)) return []
    if (name in LONGER && value === NEGATED) return []
    const values = value === ALONE || value === NEGATED ? [null] : value.split('\n\n')
    return values.map((each) => ({ name, value: each, isSwitch: false, on: true }))
  })
}

/** Gives the words back to the options that they stood behind; null where that is not certain. */
function assigned(kept: readonly Kept[], words: readonly string[], command: string, { inOrder }: NpmStart) {
  const waiting = kept.filter(({ value, isSwitch }) => value === null && !isSwitch)
  const plain = waiting.filter(({ name }) => !FILE_OPTIONS.includes(name))
  const files = waiting.filter(({ name }) => FILE_OPTIONS.includes(name))
  const plainWords = words.filter((word) => !FILE.test(word))
  const fileWords = words.filter((word) => FILE.test(word))
  if (plain.length !== plainWords.length || (plain.length > 1 && !inOrder)) return null
  const values = new Map<Kept, string>()
  for (const [index, option] of plain.entries()) values.set(option, plainWords[index] as string)
  const full = kept.map((option) => ({ ...option, value: values.get(option) ?? option.value }))
  if (!WITHOUT_WORDS.includes(command)) return { kept: full, words: fileWords }
  // A file was loaded or saved: npm says of one that it was loaded, and of none that it was saved.
  if (files.length === 0) return { kept: [...full, ...fileWords.map(saved)], words: [] }
  const [only] = files
  const [file, ...more] = fileWords
  if (files.length > 1 || file === undefined || more.length > 0) return null
  return {
    kept: full.map((option) => (option.name === only?.name ? { ...option, value: file } : option)),
    words: [],
  }
}

function saved(file: string): Kept {
  return { name: 'save', value: file, isSwitch: false, on: true }
}

function written({ name, value, isSwitch, on }: Kept): readonly string[] {
  if (isSwitch) return [on ? `--${name}` : `--no-${name}`]
  return value === null ? [`--${name}`] : [`--${name}`, inShell(value)]
}

function leading(args: readonly string[]): number {
  const option = args.findIndex((arg) => arg.startsWith('-'))
  return option < 0 ? args.length : option
}

/** As a person writes it in a shell. */
function inShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
