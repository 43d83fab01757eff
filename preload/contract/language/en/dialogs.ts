import type { Text } from '../text'
import type { Words } from '../words'

/** The system's dialogs over the window. */
export const dialogs = {
  'dialogs.loadWeights': 'Load weights',
  'dialogs.saveWeights': 'Save weights',
  'dialogs.export': ({ format }: { format: Text }, words: Words) => `Export: ${words.say(format)}`,
  'dialogs.allFiles': 'All files',
  'dialogs.openData': 'Open data',
  'dialogs.openProject': 'Open project',
  'dialogs.saveProject': 'Save project',
  'dialogs.projects': 'Unroll projects',
  'dialogs.allTables': 'All tables',
  'dialogs.allWeightFiles': 'All weight files',
  'dialogs.filesOf': ({ format, ending }: { format: Text; ending: string }, words: Words) =>
    `${words.say(format)} (*${ending})`,
  'dialogs.replaceOne': ({ name }: { name: string }) => `${name} already exists. Replace it?`,
  'dialogs.replaceSeveral': ({ names }: { names: readonly string[] }, words: Words) =>
    `${words.list(names)} already exist. Replace them?`,
  'dialogs.replace': 'Replace',
  'dialogs.cancel': 'Cancel',

  'dialogs.trainAnyway': 'Train Anyway',

  'dialogs.pageCrashed': 'The page of Unroll has crashed several times within a minute.',
  'dialogs.runIsKept': 'The run is kept. Help > Open logs folder has the reason.',
  'dialogs.loadAgain': 'Load it again',
  'dialogs.quit': 'Quit',

  'dialogs.about': 'About',
  'dialogs.noTensorFlow': 'TensorFlow is not loaded',
}
