import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { short } from './figures'

/** A forecast in closed loop, and how its error grows. */
export const forecast = {
  'forecast.ask': 'Forecast from here',
  'forecast.askExplained':
    'The network goes on by itself from the marked window, or from the end of the training part, fed its own predictions.',
  'forecast.title': 'Forecast',
  'forecast.origin': 'Last known row',
  'forecast.steps': 'Time steps ahead',
  'forecast.make': 'Forecast',
  'forecast.making': 'Forecasting…',
  'forecast.close': 'Close',
  'forecast.badOrigin': ({ given }: { given: string }, words: Words) =>
    `The last known row must be a whole number from 1 on, but ${words.quote(given)} was given.`,
  'forecast.badSteps': ({ given, most }: { given: string; most: number }, words: Words) =>
    `Time steps ahead must be a whole number from 1 to ${words.number(most)}, but ${words.quote(given)} was given.`,
  'forecast.made': (
    { row, time, update }: { row: number; time: Text | null; update: number },
    words: Words,
  ) =>
    `After row ${words.number(row)}${time === null ? '' : ` (${words.say(time)})`}, with the weights after update ${words.number(update)}.`,
  'forecast.limited': ({ steps, inputs }: { steps: number; inputs: readonly string[] }, words: Words) =>
    `The forecast ends after ${counted(steps, 'time step')}, as far as the known inputs reach: ${words.quotedList(inputs)} ${inputs.length === 1 ? 'is no target' : 'are no targets'}, so that nobody says what comes next. For more, train a run in which every input is a target too.`,
  'forecast.closedLoop': 'closed loop',
  'forecast.teacherForced': 'teacher-forced',
  'forecast.row': 'row',
  'forecast.picture': ({ steps, name }: { steps: number; name: string }, words: Words) =>
    `Forecast of ${words.quote(name)} over ${counted(steps, 'time step')}: closed loop, teacher-forced, target and rivals`,
  'forecast.errors': 'Error by how far ahead',
  'forecast.origins': ({ origins }: { origins: number }) =>
    `Over ${counted(origins, 'forecast')} from rows of the validation and the test part; the band holds the middle 80% of the absolute errors.`,
  'forecast.noOrigins':
    'The validation and the test part have no row to forecast from, so no error can be told.',
  'forecast.ahead': 'time steps ahead',
  'forecast.error': 'RMSE',
  'forecast.errorPicture': (
    { steps, first, last }: { steps: number; first: number; last: number },
    words: Words,
  ) =>
    `The error of the forecasts goes from ${short(first, words)} for 1 time step to ${short(last, words)} for ${counted(steps, 'time step')} ahead`,
  'forecast.numbers': 'As a table',
  'forecast.missing': '–',
}
