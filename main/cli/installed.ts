import { EventEmitter } from 'node:events'
import type { CommandToMain, MainToCommand } from '@contract/wire/command-wire'
import { createThreadReader } from '../trainer/reading/thread-reader'
import { ENDING_SIGNALS, EXIT_OF_SIGNAL } from './base/exit-code'
import { languageAsked } from './base/language-option'
import { flushed, processTerminal } from './base/terminal'
import { runCommandLine } from './command-line'
import { relayedWorkers } from './sweep/relayed-workers'

/*
 * The command line inside the installed app, in a utility process that main has forked. Ctrl-C in a terminal reaches
 * main and this process alike, and `kill` reaches main alone: so main passes on each signal that it gets, and those
 * that come here by themselves are not counted a second time. A signal must be heard while a file is read: a thread reads it.
 */

/** What Electron puts on `process` here; its types are not for this room. */
type MainPort = {
  readonly on: (event: 'message', listener: (message: { readonly data: MainToCommand }) => void) => void
  readonly postMessage: (message: CommandToMain) => void
}

const signals = new EventEmitter()
for (const signal of ENDING_SIGNALS) process.on(signal, () => {})
const { parentPort } = process as NodeJS.Process & { readonly parentPort: MainPort }
// Electron's program starts no process of Node's here: main starts those that make runs.
const { workers, hear } = relayedWorkers((message) => parentPort.postMessage(message))
parentPort.on('message', ({ data }) => {
  if (data.kind !== 'signal') return hear(data)
  const signal = ENDING_SIGNALS.find((known) => known === data.signal)
  // Before a command listens, and after its first signal, a signal ends a process: as in any other program.
  if (signal && !signals.emit(signal)) process.exit(EXIT_OF_SIGNAL[signal])
})

const [readingPath = '', ...args] = process.argv.slice(2)
const { language } = languageAsked(args, process.env)
const code = await runCommandLine(args, processTerminal(language, signals), {
  environment: process.env,
  read: createThreadReader(readingPath),
  workers,
  usage: (command) => `unroll ${command}`,
})
await flushed()
// A utility process does not end by itself when nothing is left to do.
process.exit(code)
