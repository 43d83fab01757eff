/** The commands of the app that need no window: those of main/cli. */
const COMMANDS: readonly string[] = ['train', 'compare', 'convert']
const HELP: readonly string[] = ['--help', '-h']

/**
 * The command that the app was started with, and its arguments; undefined when a window is wanted. Chromium's own
 * switches, such as those that the launcher in `resources/linux` puts first, are not the command's.
 *
 * @param args what stands after the program (and, while developing, after the app's folder)
 */
export function commandIn(args: readonly string[]): readonly string[] | undefined {
  const first = args.findIndex((arg) => !arg.startsWith('-') || HELP.includes(arg))
  const name = args[first]
  if (name === undefined) return undefined
  return COMMANDS.includes(name) || HELP.includes(name) ? args.slice(first) : undefined
}
