/** The commands of the app that need no window: those of main/cli. */
const COMMANDS: readonly string[] = [
  'train',
  'sweep',
  'report',
  'compare',
  'convert',
  'leak',
  'forecast',
  'verify',
]
const HELP: readonly string[] = ['--help', '-h']
/** The one option of the command line that may stand before its command, or without one. */
const LANGUAGE = '--language'

/**
 * The command that the app was started with, and its arguments; undefined when a window is wanted. Chromium's own
 * switches, such as those that the launcher in `resources/linux` puts first, are not the command's.
 *
 * @param args what stands after the program (and, while developing, after the app's folder)
 */
export function commandIn(args: readonly string[]): readonly string[] | undefined {
  const isLanguage = (arg: string | undefined, at: number) =>
    arg?.startsWith(`${LANGUAGE}=`) || arg === LANGUAGE || args[at - 1] === LANGUAGE
  const first = args.findIndex(
    (arg, at) => HELP.includes(arg) || !(arg.startsWith('-') || isLanguage(arg, at)),
  )
  const name = args[first]
  if (name === undefined) return undefined
  if (!COMMANDS.includes(name) && !HELP.includes(name)) return undefined
  return [...args.slice(0, first).filter(isLanguage), ...args.slice(first)]
}

/** The language that a window is to open in: what stands behind the last `--language`, empty where nothing does. */
export function languageIn(args: readonly string[]): string | undefined {
  const last = args.findLastIndex((arg) => arg === LANGUAGE || arg.startsWith(`${LANGUAGE}=`))
  const option = args[last]
  if (option !== LANGUAGE) return option?.slice(LANGUAGE.length + 1)
  const value = args[last + 1]
  return value === undefined || value.startsWith('-') ? '' : value
}
