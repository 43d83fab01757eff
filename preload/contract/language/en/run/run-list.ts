import { diskSize } from '../../disk-size'
import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Stand = { updates: number; goal: number; loss: Text | null }
type Past = { count: number; unit: 'minute' | 'hour' | 'day' }
type Change = { readonly label: Text; readonly value: Text | number | boolean }

/** The runs that are kept: what each is, what it takes, and what can be done with it. */
export const runList = {
  'runList.title': 'Runs',
  'runList.button': ({ count }: { count: number }, words: Words) => `Runs (${words.number(count)})`,
  'runList.buttonExplained': 'The runs that are kept, with their curves: open, name, copy or delete one',
  'runList.note': ({ count, bytes }: { count: number; bytes: number }, words: Words) =>
    `${counted(count, 'run')}, ${diskSize(bytes, words)} on the disk. Opening one sets the present run aside.`,
  'runList.done': 'Done',
  'runList.present': 'Present run',
  'runList.named': ({ name }: { name: string }) => name,
  'runList.copyOf': ({ run, copy }: { run: Text; copy: number }, words: Words) =>
    copy === 1 ? `Copy of ${words.say(run)}` : `Copy ${words.number(copy)} of ${words.say(run)}`,
  'runList.branchOf': ({ parent, update }: { parent: Text | null; update: number }, words: Words) =>
    `Branch of ${parent ? words.say(parent) : 'a run that is gone'}, after update ${words.number(update)}`,
  'runList.open': 'Open',
  'runList.openThis': ({ run }: { run: Text }, words: Words) => `Open: ${words.say(run)}`,
  'runList.rename': 'Rename',
  'runList.renameThis': ({ run }: { run: Text }, words: Words) => `Rename: ${words.say(run)}`,
  'runList.nameOf': ({ run }: { run: Text }, words: Words) => `Name of ${words.say(run)}`,
  'runList.saveName': 'Save',
  'runList.cancelName': 'Cancel',
  'runList.duplicate': 'Duplicate',
  'runList.duplicateThis': ({ run }: { run: Text }, words: Words) => `Duplicate: ${words.say(run)}`,
  'runList.delete': 'Delete',
  'runList.deleteThis': ({ run }: { run: Text }, words: Words) => `Delete: ${words.say(run)}`,
  'runList.undo': 'Undo',
  'runList.keepThis': ({ run }: { run: Text }, words: Words) => `Keep: ${words.say(run)}`,
  'runList.willBeDeleted': 'Will be deleted when this list is closed.',
  'runList.ghostLost': ({ branches }: { branches: readonly Text[] }, words: Words) =>
    `Its curves are the ghost of ${words.list(branches)}, which will have none.`,
  'runList.deleted': ({ runs }: { runs: readonly Text[] }, words: Words) =>
    runs.length === 1 ? `Deleted: ${words.list(runs)}.` : `${counted(runs.length, 'run')} deleted.`,
  'runList.dismissDeleted': 'Dismiss; what was deleted cannot be had back then',
  'runList.copyDamaged': 'This run cannot be copied, as its file on disk is damaged.',
  'runList.notCopied': ({ why }: { why: Text }, words: Words) =>
    `The run was not copied: ${words.say(why)}. Nothing is left of the copy.`,
  'runList.notRenamed': ({ why }: { why: Text }, words: Words) =>
    `The run keeps its name, as the new one was not written: ${words.say(why)}.`,

  'runList.size': ({ bytes }: { bytes: number }, words: Words) => diskSize(bytes, words),
  'runList.budget': 'Ask which runs may go when they take more than',
  'runList.gigabytes': 'GB',
  'runList.badBudget': ({ given }: { given: string }, words: Words) =>
    `A number from 0.1 to 1,000 GB was expected, but ${words.quote(given)} was given.`,
  'runList.overBudget': (space: { bytes: number; budget: number }, words: Words) =>
    `${taken(space, words)}: choose what may go.`,
  'runList.choose': 'Choose…',
  'runList.dismissOver': 'Dismiss; all runs stay',
  'runList.question': (space: { bytes: number; budget: number }, words: Words) =>
    `${taken(space, words)}. Nothing goes by itself: the oldest are ticked, as many as would make room.`,
  'runList.presentAlone': (space: { bytes: number; budget: number }, words: Words) =>
    `${taken(space, words)}, and there is none that may go: the present run stays.`,
  'runList.tick': ({ run }: { run: Text }, words: Words) => `May go: ${words.say(run)}`,
  'runList.deleteTicked': ({ count, bytes }: { count: number; bytes: number }, words: Words) =>
    `Delete ${counted(count, 'ticked run')} (${diskSize(bytes, words)})`,
  'runList.short': (
    { learned, network, updates }: { learned: Text | null; network: string; updates: number },
    words: Words,
  ) => `${learned ? `${words.say(learned)}: ` : ''}${network}, ${counted(updates, 'update')}`,
  'runList.training': ({ goal }: { goal: number }, words: Words) =>
    `training, to update ${words.number(goal)}`,
  'runList.paused': ({ updates, goal, loss }: Stand, words: Words) =>
    `paused at update ${words.number(updates)} of ${words.number(goal)}${withLoss(loss, words)}`,
  'runList.finished': ({ updates, loss }: Stand, words: Words) =>
    `finished at update ${words.number(updates)}${withLoss(loss, words)}`,
  'runList.diverged': ({ updates, loss }: Stand, words: Words) =>
    `broke after update ${words.number(updates)}${withLoss(loss, words)}`,
  'runList.changed': ({ preset, changes }: { preset: Text; changes: readonly Change[] }, words: Words) => {
    const changed = changes.map(({ label, value }) => {
      const set = typeof value === 'boolean' ? (value ? 'on' : 'off') : valueIn(value, words)
      return `${words.say(label).toLowerCase()} ${set}`
    })
    return `${words.say(preset)}; changed: ${changed.join(', ')}`
  },
  /** Zero for less than a minute. */
  'runList.ago': ({ count, unit }: Past, words: Words) => (count === 0 ? 'just now' : words.ago(count, unit)),
  'runList.kept': ({ time }: { time: number }, words: Words) => words.moment(time),
  'runList.backPaused': ({ update }: { update: number }, words: Words) =>
    `The run is back, paused at update ${words.number(update)}. Press Resume to train on.`,
  'runList.backFinished': ({ update }: { update: number }, words: Words) =>
    `The run is back, finished at update ${words.number(update)}.`,
  'runList.backDiverged': ({ update }: { update: number }, words: Words) =>
    `The run is back. It broke after update ${words.number(update)} and cannot go on; press Reset to start it again.`,
}

/** What runs take of what they may: never the same number for more than for the budget. */
function taken({ bytes, budget }: { bytes: number; budget: number }, words: Words): string {
  const [takes, most] = [diskSize(bytes, words), diskSize(budget, words)]
  return takes === most ? `Runs take a little more than ${most}` : `Runs take ${takes} of ${most}`
}

function withLoss(loss: Text | null, words: Words): string {
  return loss === null ? '' : `, loss ${words.say(loss)}`
}

/** What a setting is set to, in any language, unless it is on or off. */
export function valueIn(value: Text | number, words: Words): string {
  return typeof value === 'number' ? words.number(value) : words.say(value)
}
