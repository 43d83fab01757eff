import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

/** Why a series cannot be learned from. */
export const source = {
  'source.noColumn': ({ name }: { name: string }, words: Words) =>
    `The series has no column ${words.quote(name)}; choose its inputs and targets again.`,
  'source.tooFewWindows': (
    {
      rows,
      inARow,
      window,
      horizon,
      found,
      batch,
    }: { rows: number; inARow: number | null; window: number; horizon: number; found: number; batch: number },
    words: Words,
  ) =>
    `The training part of ${counted(rows, 'time step')} has ${counted(found, 'window')} of ${words.number(window)}${horizon > 1 ? ` with their targets ${counted(horizon, 'time step')} later` : ''}${inARow === null ? '' : `, as missing inputs and jumps of time leave at most ${words.number(inARow)} in a row`}, but a batch of ${words.number(batch)} needs ${words.number(batch)}; choose shorter windows, a smaller batch, a shorter horizon or a larger training part.`,
  'source.noTarget': ({ name, rows }: { name: string; rows: number }, words: Words) =>
    `Target ${words.quote(name)} should have values to learn in the training part, but its ${counted(rows, 'time step')} have none after inputs that are all there; choose a larger training part, or another target.`,
  'source.tooLarge': ({ name, most }: { name: string; most: number }, words: Words) =>
    `Column ${words.quote(name)} should have numbers from −${String(most)} to ${String(most)}, but has one beyond these; write it in a larger unit, or choose another column.`,
  'source.pasted': 'the pasted table',
  'source.drawn': 'the drawn curve',
  'source.named': ({ name }: { name: string }, words: Words) => words.quote(name),
  'source.notThere': ({ name }: { name: string }, words: Words) =>
    `The series ${words.quote(name)} is not there any more; open its file again.`,
  'source.pastedGone': 'The pasted table is not there any more; paste it again.',
  'source.drawnGone': 'The drawn curve is not there any more; draw it again.',
  'source.notKept': ({ what, why }: { what: Text; why: Text }, words: Words) =>
    `The series, ${words.say(what)}, could not be kept on the disk: ${words.finding(why)}; a run that learns it is there until Unroll is closed, open the series again after that.`,
  'source.noTable': 'A table should be open, but none is; open one.',
  'source.lessonHasNone': 'A series was expected, but the lesson learns a curve of its own; choose a series.',
}
