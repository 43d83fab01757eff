import { COMPARE_HELP, parseCompareOptions } from './compare-options'
import { EXIT } from './exit-code'
import type { Terminal } from './terminal'
import { TRAIN_HELP } from './train-help'
import { parseTrainOptions } from './train-options'

/**
 * Runs one command to its end. TensorFlow takes a second to load, so it is loaded when everything else is in order.
 *
 * @param args the command's name and its arguments
 * @returns the exit code of the process
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, ...rest] = args
  switch (command) {
    case 'train': {
      if (asksForHelp(rest)) return tell(TRAIN_HELP, terminal)
      const options = parseTrainOptions(rest)
      if (!options.ok) return refuse(options.error.message, terminal)
      const { train } = await import('./train')
      return train(options.value, terminal)
    }
    case 'compare': {
      if (asksForHelp(rest)) return tell(COMPARE_HELP, terminal)
      const options = parseCompareOptions(rest)
      if (!options.ok) return refuse(options.error.message, terminal)
      const { compare } = await import('./compare')
      return compare(options.value, terminal)
    }
    case undefined:
    case '--help':
    case '-h':
      return tell(`${TRAIN_HELP}\n\n${COMPARE_HELP}`, terminal)
    default:
      return refuse(
        `The command must be train or compare, but "${command}" was given; choose one of these.`,
        terminal,
      )
  }
}

/** Help is given whatever else is asked for, right or wrong. */
function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

async function tell(text: string, terminal: Terminal): Promise<number> {
  await terminal.say(text)
  return EXIT.done
}

function refuse(sentence: string, terminal: Terminal): number {
  terminal.warn(sentence)
  return EXIT.refused
}
