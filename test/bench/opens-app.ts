import { parseOptions } from './options'
import { needsWindow } from './sets'

/** Whether what is asked for on the command line opens the app, so that it has to be built and needs a screen. */
export function opensApp(args: readonly string[]): boolean {
  try {
    const { help, sets } = parseOptions(args)
    return !help && sets.some(needsWindow)
  } catch {
    // The benchmark itself says what is wrong.
    return false
  }
}
