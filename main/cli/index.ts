import { languageAsked } from './base/language-option'
import { npmStart } from './base/npm/npm-start'
import { processTerminal } from './base/terminal'
import { runCommandLine } from './command-line'

const args = process.argv.slice(2)
const { language } = languageAsked(args, process.env)
process.exitCode = await runCommandLine(args, processTerminal(language), {
  npm: npmStart(),
  environment: process.env,
})
