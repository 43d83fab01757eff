import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What a run would do after each of some choices. */
export const futures = {
  'futures.calledOff': 'This was called off, as the run has changed or something else was asked for.',
  'futures.times': ({ factor }: { factor: string }) => `× ${factor}`,
  'futures.notClipped': 'not clipped',
  'futures.clippedAt': ({ norm }: { norm: number }, words: Words) => `clipped at ${words.number(norm)}`,
  'futures.kept': 'state kept',
  'futures.frozen': 'state frozen',
  'futures.wiped': 'wiped once',
  'futures.notCarried': 'not carried',
  'futures.outcome': ({ choice, loss }: { choice: Text; loss: string }, words: Words) =>
    `${words.say(choice)} → ${loss}`,
  'futures.breaks': ({ choice, update }: { choice: Text; update: number }, words: Words) =>
    `${words.say(choice)} → broke at update ${words.number(update)}`,
  'futures.would': (
    {
      updates,
      isFewer,
      outcomes,
    }: {
      updates: number
      /** Whether there was no time for more. */
      isFewer: boolean
      outcomes: readonly Text[]
    },
    words: Words,
  ) => {
    const time = isFewer ? ' (as many as there was time for)' : ''
    return `Loss after ${counted(updates, 'more update')}${time}: ${outcomes.map(words.say).join('; ')}`
  },
}
