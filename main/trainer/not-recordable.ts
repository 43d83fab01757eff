import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { REFUSED } from './training/engine/recordings'

/** Why the system takes no file for a graph, by its word. */
const REASONS: Readonly<Record<string, Text>> = {
  ENOSPC: text('trainer.temporaryFull'),
  EDQUOT: text('trainer.temporaryFull'),
  EROFS: text('trainer.temporaryReadOnly'),
  ENOENT: text('trainer.temporaryMissing'),
  ENOTDIR: text('trainer.temporaryNoFolder'),
  EACCES: text('trainer.temporaryForbidden'),
  EPERM: text('trainer.temporaryForbidden'),
  EMFILE: text('trainer.tooManyFiles'),
  ENFILE: text('trainer.tooManyFiles'),
  EIO: text('trainer.temporaryFault'),
}

/** What a person is told when nothing can be recorded, by the word for why; no path is in it. */
export function notRecordable(word: string): Text {
  if (word === REFUSED) return text('trainer.graphRefused')
  const why = REASONS[word] ?? text('trainer.systemSays', { code: word })
  return text('trainer.graphNotWritten', { why })
}
