import { app } from 'electron'
import { commandIn, languageIn } from './command-arguments'
import { runCommand } from './run-command'
import { startDesktop } from './start-desktop'

app.setName('Unroll')

// While developing, the app's folder stands among the words: `electron [switches] FOLDER [words]`.
const words = process.argv.slice(1)
const folder = app.isPackaged ? -1 : words.findIndex((word) => !word.startsWith('-'))
const own = words.slice(folder + 1)
const command = commandIn(own)
if (command) runCommand(command)
else startDesktop(languageIn(own))
