import { runCommandLine } from './command-line'
import { processTerminal } from './terminal'

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
