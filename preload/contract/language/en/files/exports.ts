import { counted } from '../../english'
import type { Words } from '../../words'

type Table = { first: number; last: number; steps: number }

/** The export dialog: what can be written, and what came of it. */
export const exports = {
  'exports.title': 'Export',
  'exports.exported': 'Exported',
  'exports.export': 'Export…',
  'exports.exporting': 'Exporting…',
  'exports.cancel': 'Cancel',
  'exports.done': 'Done',
  'exports.showInFolder': 'Show in folder',
  'exports.files': 'Files',
  'exports.format': 'Format',
  'exports.notIncluded': 'Not included:',
  'exports.namesOf': 'Names and layouts of',
  'exports.script': 'Also write a Python script that loads it',
  'exports.trainerGone': 'The trainer has stopped: close this dialog and bring it back first.',
  'exports.trainerStarting': 'The trainer is still loading TensorFlow; wait a moment.',
  'exports.noUpdate': 'There is no update to put into it yet: press Start or One update first.',
  'exports.weightsNow': ({ updates }: { updates: number }, words: Words) =>
    `Written as they are at that moment (update ${words.number(updates)} now).`,
  'exports.weightsAfter': ({ updates }: { updates: number }) =>
    `The weights after ${counted(updates, 'update')}.`,
  'exports.tableEmpty': 'No update yet.',
  'exports.tableWhole': (table: Table, words: Words) => `${held(table, words)}: the whole run so far.`,
  'exports.tableFrom': ({ missing, ...table }: Table & { missing: number }, words: Words) =>
    `${held(table, words)}. The ${counted(missing, 'update')} of this run before them cannot be exported: this page was opened after them.`,
  'exports.updatesNotRead': ({ first, last }: { first: number; last: number }, words: Words) =>
    `Updates ${words.number(first)} to ${words.number(last)} cannot be read from the record of this run.`,
  'exports.same': 'Read back and compared: every number is the same.',
  'exports.notFinite': 'Read back, but the predictions are not finite numbers and cannot be compared.',
  'exports.difference': ({ difference }: { difference: string }) =>
    `Read back and tried: the largest difference in a prediction is ${difference}.`,
  'exports.biasesAdded':
    'It is not 0 because the two biases of a cell were added up to one before they were written, and a sum made earlier rounds in another way.',
  'exports.otherOrder':
    'It is not 0 because the numbers of this format are added up in another order, which rounds in another way.',
  'exports.contentOfTable': ({ updates }: { updates: number }) =>
    `${counted(updates, 'update')}, a row for each of their time steps.`,
  'exports.contentOfWeights': ({ parameters, updates }: { parameters: number; updates: number }) =>
    `${counted(parameters, 'parameter')}, after ${counted(updates, 'update')}.`,
}

function held({ first, last, steps }: Table, words: Words): string {
  return `Updates ${words.number(first)} to ${words.number(last)}, ${counted(steps, 'time step')}`
}
