import { EventEmitter } from 'node:events'
import { createThreadReader } from '../trainer/reading/thread-reader'
import { ENDING_SIGNALS, EXIT_OF_SIGNAL } from './base/exit-code'
import { languageAsked } from './base/language-option'
import { flushed, processTerminal } from './base/terminal'
import { runCommandLine } from './command-line'

/*
 * The command line inside the installed app, in a utility process that main has forked. Ctrl-C in a terminal reaches
 * main and this process alike, and `kill` reaches main alone: so main passes on each signal that it gets, and those
 * that come here by themselves are not counted a second time. A signal must be heard while a file is read: a thread reads it.
 */

/** What Electron puts on `process` here; its types are not for this room. */
type FromMain = {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void
}

const signals = new EventEmitter()
for (const signal of ENDING_SIGNALS) process.on(signal, () => {})
;(process as NodeJS.Process & { readonly parentPort: FromMain }).parentPort.on('message', ({ data }) => {
  const signal = ENDING_SIGNALS.find((known) => known === data)
  // Before a command listens, and after its first signal, a signal ends a process: as in any other program.
  if (signal && !signals.emit(signal)) process.exit(EXIT_OF_SIGNAL[signal])
})

const [readingPath = '', ...args] = process.argv.slice(2)
const { language } = languageAsked(args, process.env)
const code = await runCommandLine(args, processTerminal(language, signals), {
  environment: process.env,
  read: createThreadReader(readingPath),
  usage: (command) => `unroll ${command}`,
})
await flushed()
// A utility process does not end by itself when nothing is left to do.
process.exit(code)
