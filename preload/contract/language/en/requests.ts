import { counted } from '../english'

/** What is wrong with something that the page has asked for. */
export const requests = {
  'requests.pace': ({ paces, found }: { paces: readonly number[]; found: string }) =>
    `The pace must be ${paces.join(', ')} updates a second or "max", but ${found} was given; choose one of these.`,
  'requests.engine': ({ found }: { found: string }) =>
    `The engine must be "compiled" or "eager", but ${found} was given; choose one of these.`,
  'requests.tooManyAcknowledged': 'More updates were acknowledged than can have been sent.',
  'requests.menuFile': 'A file from the menu was expected; choose one there.',
  'requests.runId': 'The id of a run was expected.',
  'requests.update': 'The number of an update was expected, from 0.',
  'requests.droppedFile':
    'A file from this computer was expected, but what was dropped is none; drop a project, a weight file or a table.',
  'requests.weightsChoice': ({ formats }: { formats: readonly string[] }) =>
    `A format of weights (${formats.join(', ')}), whose names its arrays have and whether a script is wanted were expected; choose again in the export dialog.`,
  'requests.table':
    'The updates for a table should be numbered from 1, with as many of every number as there are updates and time steps, but are not; press Reset and train again.',
  'requests.tableChoices':
    'How a table is to be read was expected, but what came is none of the ways that Unroll knows; choose again in the dialog.',
  'requests.pasted': ({ most }: { most: number }) =>
    `A table of at most ${counted(most, 'letter')} can be pasted, but what came is longer or no text; save it as a file and open that.`,
  'requests.drawn': ({ most }: { most: number }) =>
    `A drawn curve should have from 2 to ${counted(most, 'value')}, all finite, but has not; draw it again.`,
  'requests.otherArguments': ({ problem }: { problem: string }) =>
    `The window asked for something that Unroll does not know (${problem}); load it again.`,

  'requests.noRecent':
    'A recent file was expected, but what was asked for is none; choose one from the menu.',
  'requests.recentGone': ({ name }: { name: string }) =>
    `${name} is no longer where it was, so it has been taken off the recent files; find it with Load weights.`,
  'requests.recentDataGone': ({ name }: { name: string }) =>
    `${name} is no longer where it was, so it has been taken off the recent files; find it with Open data.`,
  'requests.recentProjectGone': ({ name }: { name: string }) =>
    `${name} is no longer where it was, so it has been taken off the recent files; find it with Open project.`,
  'requests.noRun': 'There is no run yet to export; wait until the trainer is ready.',
  'requests.nothingExported': 'Nothing has been exported since the app was started; export first.',
  'requests.exportGone': ({ name }: { name: string }) =>
    `${name} is no longer where it was; export it again.`,
}
