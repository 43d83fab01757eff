import { counted } from '../english'
import type { Words } from '../words'

/** Why a series cannot be learned from. */
export const source = {
  'source.noColumn': ({ name }: { name: string }, words: Words) =>
    `The series has no column ${words.quote(name)}; choose its inputs and targets again.`,
  'source.tooFewWindows': (
    { rows, window, found, batch }: { rows: number; window: number; found: number; batch: number },
    words: Words,
  ) =>
    `The training part of ${counted(rows, 'time step')} has ${counted(found, 'window')} of ${words.number(window)}, but a batch of ${words.number(batch)} needs ${words.number(batch)}; choose shorter windows, a smaller batch or a larger training part.`,
  'source.notThere': ({ name }: { name: string }, words: Words) =>
    `The series ${words.quote(name)} is not there any more; open its file again.`,
}
