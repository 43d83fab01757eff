import { diskSize } from '../../disk-size'
import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Loaded = { name: string; parameters: number; updates: number; notes: readonly Text[] }

/** What the page tells by itself: news, failures, and what stands over the stage. */
export const notices = {
  'notices.loaded': ({ name, parameters, updates, notes }: Loaded, words: Words) => {
    const loaded = `Loaded ${name}: ${counted(parameters, 'parameter')}, ${counted(updates, 'update')}`
    return notes.length > 0 ? `${loaded}. ${notes.map(words.say).join(' ')}` : loaded
  },
  'notices.saved': ({ name, bytes }: { name: string; bytes: number }, words: Words) =>
    `Saved ${name}, ${diskSize(bytes, words)}`,
  'notices.loading': ({ name }: { name: string }) => `Loading ${name}…`,
  'notices.cancel': 'Cancel',
  'notices.dismiss': 'Dismiss',
  'notices.wentWrong': 'Something went wrong inside Unroll; nothing of the run was changed.',
  'notices.broke': ({ update, what }: { update: number; what: Text }, words: Words) =>
    `This run broke at update ${words.number(update)}: ${words.say(what)} is no longer finite, so it cannot go on. Lower the learning rate and press Reset.`,
  'notices.noMemory':
    'There is no memory left to show more updates, so the run is paused. Its weights are whole: save them, then press Reset.',
  'notices.notShown':
    'The newest updates could not be shown, so the run is paused. Its weights are whole: save them, then press Reset.',
  'notices.pageGone': ({ reason }: { reason: string }) =>
    `The page stopped unexpectedly (${reason}) and was loaded again; nothing is lost.`,

  'notices.dropToLoad': 'Drop to open a project or a table, or to load weights',
  'notices.dropHoldsNumbers': ({ name }: { name: string }) =>
    `${name} holds nothing but numbers; drop the .json file of the model instead.`,
  'notices.dropOne': ({ count }: { count: number }) =>
    `Drop one file at a time, a project, a table, or weights with their companion files; these were ${counted(count, 'file')}.`,
  'notices.dropUnderDialog':
    'A file cannot be loaded while a dialog is open: close it and drop the file again.',

  'notices.setAside': ({ run }: { run: Text }, words: Words) => `Run set aside (${words.say(run)}).`,
  'notices.undo': 'Undo',
  'notices.dismissSetAside': 'Dismiss; the run stays in the list of runs',

  'notices.trainerNotStarted': ({ exitCode }: { exitCode: number }) =>
    `TensorFlow could not be loaded: the training process ended before it was ready (exit code ${exitCode}).`,
  'notices.trainerKilled': 'The training process was ended from outside.',
  'notices.trainerCrashed': ({ exitCode }: { exitCode: number }) =>
    `The training process stopped unexpectedly (exit code ${exitCode}).`,
  'notices.curvesKept': 'Your curves are kept.',
  'notices.resumeFrom': ({ update }: { update: number }, words: Words) =>
    `Resume from update ${words.number(update)}`,
  'notices.tryAgain': 'Try again',
  'notices.startTrainer': 'Start the trainer again',
}
