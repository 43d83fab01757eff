import { npmStart } from './base/npm-start'
import { processTerminal } from './base/terminal'
import { runCommandLine } from './command-line'

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(), { npm: npmStart() })
