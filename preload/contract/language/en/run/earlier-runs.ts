import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Stand = { updates: number; goal: number; loss: Text | null }
type Past = { count: number; unit: 'minute' | 'hour' | 'day' }
type Change = { readonly label: Text; readonly value: Text | number | boolean }

/** Runs that were left: what each is, and how it is opened again. */
export const earlierRuns = {
  'earlierRuns.title': 'Earlier runs',
  'earlierRuns.button': ({ count }: { count: number }, words: Words) =>
    `Earlier runs (${words.number(count)})`,
  'earlierRuns.buttonExplained': 'Opens a run that was left, with its curves',
  'earlierRuns.note':
    'The last ten runs that were left, with their curves. Opening one sets the present run aside.',
  'earlierRuns.done': 'Done',
  'earlierRuns.open': 'Open',
  'earlierRuns.openThis': ({ run }: { run: Text }, words: Words) => `Open: ${words.say(run)}`,
  'earlierRuns.delete': 'Delete',
  'earlierRuns.deleteThis': ({ run }: { run: Text }, words: Words) => `Delete: ${words.say(run)}`,
  'earlierRuns.undo': 'Undo',
  'earlierRuns.keepThis': ({ run }: { run: Text }, words: Words) => `Keep: ${words.say(run)}`,
  'earlierRuns.willBeDeleted': 'Will be deleted when this list is closed.',
  'earlierRuns.short': (
    { learned, network, updates }: { learned: Text | null; network: string; updates: number },
    words: Words,
  ) => `${learned ? `${words.say(learned)}: ` : ''}${network}, ${counted(updates, 'update')}`,
  'earlierRuns.paused': ({ updates, goal, loss }: Stand, words: Words) =>
    `paused at update ${words.number(updates)} of ${words.number(goal)}${withLoss(loss, words)}`,
  'earlierRuns.finished': ({ updates, loss }: Stand, words: Words) =>
    `finished at update ${words.number(updates)}${withLoss(loss, words)}`,
  'earlierRuns.diverged': ({ updates, loss }: Stand, words: Words) =>
    `broke after update ${words.number(updates)}${withLoss(loss, words)}`,
  'earlierRuns.changed': (
    { preset, changes }: { preset: Text; changes: readonly Change[] },
    words: Words,
  ) => {
    const changed = changes.map(({ label, value }) => {
      const set = typeof value === 'boolean' ? (value ? 'on' : 'off') : valueIn(value, words)
      return `${words.say(label).toLowerCase()} ${set}`
    })
    return `${words.say(preset)}; changed: ${changed.join(', ')}`
  },
  /** Zero for less than a minute. */
  'earlierRuns.ago': ({ count, unit }: Past, words: Words) =>
    count === 0 ? 'just now' : words.ago(count, unit),
  'earlierRuns.kept': ({ time }: { time: number }, words: Words) => words.moment(time),
  'earlierRuns.backPaused': ({ update }: { update: number }, words: Words) =>
    `The run is back, paused at update ${words.number(update)}. Press Resume to train on.`,
  'earlierRuns.backFinished': ({ update }: { update: number }, words: Words) =>
    `The run is back, finished at update ${words.number(update)}.`,
  'earlierRuns.backDiverged': ({ update }: { update: number }, words: Words) =>
    `The run is back. It broke after update ${words.number(update)} and cannot go on; press Reset to start it again.`,
}

function withLoss(loss: Text | null, words: Words): string {
  return loss === null ? '' : `, loss ${words.say(loss)}`
}

/** What a setting is set to, in any language, unless it is on or off. */
export function valueIn(value: Text | number, words: Words): string {
  return typeof value === 'number' ? words.number(value) : words.say(value)
}
