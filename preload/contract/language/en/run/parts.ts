import type { Text } from '../../text'
import type { Words } from '../../words'

/** What the network says of a part of its series, in the place of the windows that it is trained on. */
export const parts = {
  'parts.choose': 'What the prediction chart shows',
  'parts.windows': 'Training windows',
  'parts.validation': 'Validation part',
  'parts.test': 'Test part',
  'parts.coming': 'The network is being asked …',
  'parts.explained':
    'The network is shown what was, row after row, and says what comes next; it learns nothing of it.',
  'parts.after': ({ update }: { update: number }, words: Words) =>
    `with the weights after update ${words.number(update)}`,
  'parts.reading': (
    at: { row: number; time: Text | null; target: number | null; prediction: number | null },
    words: Words,
  ) => {
    const time = at.time === null ? '' : `   ${words.say(at.time)}`
    const target = at.target === null ? 'target missing' : `target ${words.number(at.target)}`
    const prediction = at.prediction === null ? 'no prediction' : `prediction ${words.number(at.prediction)}`
    return `row ${words.number(at.row)}${time}   ${target}   ${prediction}`
  },
  'parts.sum': (
    {
      part,
      first,
      last,
      from,
      to,
      update,
    }: {
      part: Text
      first: number
      last: number
      from: Text | null
      to: Text | null
      update: number
    },
    words: Words,
  ) => {
    const times = from === null || to === null ? '' : ` (${words.say(from)} to ${words.say(to)})`
    return `${words.say(part)}, rows ${words.number(first)} to ${words.number(last)}${times}, with the weights after update ${words.number(update)}`
  },
  'parts.picture': ({ part }: { part: Text }, words: Words) =>
    `Target and prediction over time: ${words.say(part)}`,
  'parts.keys':
    'Arrow keys read one row after the other, Page Up and Page Down a twentieth of what is in sight, Home and End the first and the last. Shift with an arrow key scrolls, plus and minus zoom, 0 shows all.',
  'parts.ofLesson':
    'Only a series has a validation and a test part, but this run learns the lesson; choose a series in the settings.',
  'parts.notThere': ({ row }: { row: number }, words: Words) =>
    `The part has no rows from row ${words.number(row)} on; look at another stretch of it.`,
  'parts.calledOff': 'This was called off, as something else was asked for.',
}
