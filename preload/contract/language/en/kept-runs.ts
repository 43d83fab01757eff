import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

/** Runs on disk: whether they are safe, and whether they can be opened. */
export const keptRuns = {
  'keptRuns.backPaused': (
    { network, updates, goal }: { network: string; updates: number; goal: number },
    words: Words,
  ) =>
    `Your run of ${network} is back, paused at update ${words.number(updates)} of ${words.number(goal)}. Press Resume to train on, or New seed for a new run.`,
  'keptRuns.backFinished': ({ network, updates }: { network: string; updates: number }, words: Words) =>
    `Your run of ${network} is back, finished at update ${words.number(updates)}.`,
  'keptRuns.backDiverged': ({ network, updates }: { network: string; updates: number }, words: Words) =>
    `Your run of ${network} is back. It broke after update ${words.number(updates)} and cannot go on; press Reset to start it again.`,

  'keptRuns.unsafe': ({ why }: { why: Text }, words: Words) =>
    `Unroll cannot keep this run safe: ${words.say(why)}. Training goes on, but a crash would cost what is not written.`,
  'keptRuns.unforeseen': ({ error }: { error: string }) => `something failed that should not (${error})`,

  'keptRuns.gone': 'This run is no longer there; choose another one.',
  'keptRuns.cannotOpen': ({ why }: { why: Text }, words: Words) =>
    `This run cannot be opened. ${words.say(why)} Its files have been set aside.`,
  'keptRuns.damaged': 'Its file on disk is damaged.',

  'keptRuns.unreadable': ({ why, next }: { why: Text; next: Text }, words: Words) =>
    `A run cannot be opened: ${words.say(why)}. ${words.say(next)}`,
  'keptRuns.unreadableAt': (
    { updates, why, next }: { updates: number; why: Text; next: Text },
    words: Words,
  ) =>
    `The run that stands at update ${words.number(updates)} cannot be opened: ${words.say(why)}. ${words.say(next)}`,
  'keptRuns.setAside': ({ aside }: { aside: string }) => `It has been set aside as ${aside}.`,
  'keptRuns.stays': 'It stays where it is.',
  'keptRuns.descriptionDamaged': 'its description is damaged',
  'keptRuns.twice': 'it is there twice',
  'keptRuns.notFile': 'its file is a folder, a link or a device',
  'keptRuns.fileMissing': 'its file is not there',
  'keptRuns.otherSize': ({ found, expected }: { found: number; expected: number }, words: Words) =>
    `its file has ${counted(found, 'byte')} and not ${words.number(expected)}`,
  'keptRuns.notListed': ({ why }: { why: Text }, words: Words) =>
    `The runs cannot be listed: ${words.say(why)}. Unroll goes on without them.`,
}
