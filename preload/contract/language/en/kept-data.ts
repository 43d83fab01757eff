import type { Text } from '../text'
import type { Words } from '../words'

/** What the app keeps for itself, and what is told when a part of it cannot be read. */
export const keptData = {
  'keptData.notRead': (
    { file, what, why, next }: { file: string; what: Text; why: Text; next: Text },
    words: Words,
  ) => `${file}, which keeps ${words.say(what)}, could not be read: ${words.say(why)}. ${words.say(next)}`,
  'keptData.notOurs': 'it does not hold what Unroll wrote',
  'keptData.setAside': ({ aside }: { aside: string }) =>
    `It has been set aside as ${aside}, and Unroll goes on without it.`,
  'keptData.withoutIt': 'Unroll goes on without it.',
  'keptData.noFolder': (
    { folder, what, aside }: { folder: string; what: Text; aside: string },
    words: Words,
  ) =>
    `${folder}, the folder that keeps ${words.say(what)}, was not a folder; it has been set aside as ${aside}.`,
  'keptData.folderUnusable': (
    { folder, what, why }: { folder: string; what: Text; why: Text },
    words: Words,
  ) =>
    `${folder}, the folder that keeps ${words.say(what)}, cannot be used: ${words.say(why)}. Unroll goes on without it.`,

  'keptData.language': 'the language',
  'keptData.languageNotKept':
    'The language could not be written to the data folder, so the next start will not know it; Help > Open logs folder has the reason.',
  'keptData.windowPlace': "the window's place",
  'keptData.lastFolder': 'the last folder',
  'keptData.recentFiles': 'the recent files',
  'keptData.session': 'the settings used last',
  'keptData.project': 'what is known of a run as a project',
  'keptData.autosave': 'whether projects are saved by themselves',
  'keptData.running': 'the mark of a running app',
  'keptData.tour': 'whether the tour was seen',
  'keptData.run': 'what is known of a run',
  'keptData.olderRuns': 'the unfinished runs of version 0.1.0',
  'keptData.runs': 'the runs',
  'keptData.experiments': 'the experiments',
  'keptData.experiment': 'the plan of an experiment',
  'keptData.crashReports': 'crash reports',
  'keptData.logs': 'the logs',
}
