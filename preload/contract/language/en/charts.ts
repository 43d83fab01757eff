import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

/** What the charts write themselves, and what is read in them; numbers with a form of their own come as strings. */
export const charts = {
  'charts.number': ({ value }: { value: number }, words: Words) => words.number(value),
  'charts.time': 'time t',
  'charts.timeSteps': 'time steps seen',
  'charts.timesOf': ({ name }: { name: string }, words: Words) =>
    `time steps seen, with ${words.quote(name)}`,
  'charts.date': (
    { time, unit, exact }: { time: number; unit: Parameters<Words['date']>[1]; exact: boolean },
    words: Words,
  ) => `${exact ? '' : '≈ '}${words.date(time, unit)}`,
  'charts.numberTime': ({ time, exact }: { time: number; exact: boolean }, words: Words) =>
    `${exact ? '' : '≈ '}${words.number(time)}`,
  'charts.value': 'value',
  'charts.update': 'update',
  'charts.loss': 'loss',
  'charts.lossScaled': 'loss (scaled)',
  'charts.gradientNorm': 'gradient norm',
  'charts.marked': ({ update }: { update: number }, words: Words) => `update ${words.number(update)}`,
  'charts.brokeAt': ({ update }: { update: number }, words: Words) => `broke at ${words.number(update)}`,

  'charts.predictionHint': 'Wheel to zoom, drag to scroll, point to read',
  'charts.predictionReading': (
    at: { update: number; time: string; target: string; prediction: string },
    words: Words,
  ) =>
    `update ${words.number(at.update)}   t = ${at.time}   target ${at.target}   prediction ${at.prediction}`,
  'charts.seriesReading': (
    at: { update: number; row: number; time: Text | null; target: number | null; prediction: number },
    words: Words,
  ) => {
    const time = at.time === null ? '' : `   ${words.say(at.time)}`
    const target = at.target === null ? 'target missing' : `target ${words.number(at.target)}`
    return `update ${words.number(at.update)}   row ${words.number(at.row)}${time}   ${target}   prediction ${words.number(at.prediction)}`
  },
  'charts.predictionNewest': ({ updates, loss }: { updates: number; loss: string }) =>
    `${counted(updates, 'update')}, loss ${loss}`,
  'charts.predictionPicture': 'Target and prediction over time',
  'charts.predictionKeys':
    'Arrow keys read one time step after the other, Page Up and Page Down go from window to window, Home and End to the first and the newest. Enter marks the update and pins the time step in all tabs, Escape lets go. Shift with an arrow key scrolls, plus and minus zoom, F follows the newest window, 0 shows all.',

  'charts.lossHint': 'Hover for values; click to go to that update',
  'charts.lossReading': (
    {
      update,
      loss,
      mean,
      norm,
      ghost,
      validation,
    }: {
      update: number
      loss: string
      mean: string | null
      norm: string | null
      /** Of the run that this one goes on from. */
      ghost: string | null
      validation: { update: number; loss: string } | null
    },
    words: Words,
  ) => {
    const meanSoFar = mean === null ? '' : `   mean so far ${mean}`
    const gradientNorm = norm === null ? '' : `   gradient norm ${norm}`
    const other = ghost === null ? '' : `   original ${ghost}`
    const earlier =
      validation === null || validation.update === update
        ? ''
        : ` (update ${words.number(validation.update)})`
    const validated = validation === null ? '' : `   validation ${validation.loss}${earlier}`
    return `update ${words.number(update)}   loss ${loss}${other}${validated}${meanSoFar}${gradientNorm}`
  },
  'charts.lossNewest': ({ update, loss }: { update: number; loss: string }, words: Words) =>
    `update ${words.number(update)}, loss ${loss}`,
  'charts.lossPicture': 'Loss of every update',
  'charts.lossKeys':
    'Arrow keys read one update after the other, Page Up and Page Down ten, Home and End the first and the newest. Enter marks the update and shows its window.',

  'charts.drawnWindows': (
    { first, last, newest }: { first: number; last: number; newest: number },
    words: Words,
  ) => {
    const which =
      first === last
        ? `update ${words.number(last)}`
        : `updates ${words.number(first)} to ${words.number(last)}, oldest faintest`
    return last === newest ? which : `${which} (looked at)`
  },
  'charts.periodPicture': 'Predictions laid over one period of the target',
  'charts.periodPictureOf': ({ windows }: { windows: Text }, words: Words) =>
    `Predictions laid over one period of the target: ${words.say(windows)}`,

  'charts.dataPicture': (
    { target, input, points }: { target: Text; input: Text; points: number },
    words: Words,
  ) => `${words.say(target)} and ${words.say(input)}: ${counted(points, 'point')} over t from 0 to 2π`,
  'charts.noDataYet': 'The data is not there yet',
}
