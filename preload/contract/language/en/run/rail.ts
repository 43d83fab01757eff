import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { valueIn } from './run-list'

type Value = Text | number | boolean
/** A setting, and what it was and is. */
type Change = { readonly label: Text; readonly before: Value; readonly after: Value }

/** One number of a parameter; row and place in it are counted from 1. */
type WeightPlace = { readonly name: string; readonly row: number; readonly place: number }

/** The update of a keyframe, and whether it is known to be the nearest. */
type Kept = { readonly update: number; readonly isNearest: boolean }

/** The rail: going to any update of a run, and what is told of it there. */
export const rail = {
  'rail.title': 'Updates of the run',
  'rail.keys':
    'Arrow keys go to the update before or after, with Shift ten on, Page Up and Page Down a tenth of the run, Home and End to the first and to the newest. Escape leads back to now. Tab leads on to the flags: Enter opens one, the left and right arrow keys go to the next.',
  'rail.field': 'Update to look at',
  'rail.update': 'update',
  'rail.of': ({ last }: { last: number }, words: Words) => `of ${words.number(last)}`,
  'rail.now': ({ last, loss }: { last: number; loss: Text }, words: Words) =>
    `now: update ${words.number(last)}, loss ${words.say(loss)}`,
  'rail.at': ({ update, last, loss }: { update: number; last: number; loss: Text }, words: Words) =>
    `update ${words.number(update)} of ${words.number(last)}, loss ${words.say(loss)}`,
  'rail.about': 'About this update',
  'rail.aboutExplained': 'Whether it was made again exactly, its settings and the carried state',
  'rail.goOn': 'Go on from here',
  'rail.goOnExplained':
    'Opens a run that goes on from this update with the settings of then, at rest; the present run is set aside',
  'rail.ghost': 'original run',
  'rail.ghostExplained': (
    { update, last, loss }: { update: number; last: number; loss: Text },
    words: Words,
  ) =>
    `The run that this one goes on from, after update ${words.number(update)}; it ended at update ${words.number(last)} with loss ${words.say(loss)}`,
  'rail.backToNow': 'Back to now',
  'rail.backExplained': 'Leaves this update and follows the newest one again',

  'rail.change': ({ label, before, after }: Change, words: Words) =>
    `${words.say(label).toLowerCase()} ${inWords(before, words)} → ${inWords(after, words)}`,
  'rail.changes': ({ update, changes }: { update: number; changes: readonly Text[] }, words: Words) =>
    `from update ${words.number(update)}: ${words.list(changes)}`,
  'rail.wiped': 'carried state wiped once',
  'rail.weightSet': (
    { name, row, place, before, after }: WeightPlace & { before: number | null; after: number },
    words: Words,
  ) =>
    before === null
      ? `${weightAt({ name, row, place }, words)} set to ${words.number(after)} once`
      : `${weightAt({ name, row, place }, words)} ${words.number(before)} → ${words.number(after)} once`,
  'rail.stateShifted': (
    { layer, unit, by }: { layer: number; unit: number | null; by: number },
    words: Words,
  ) =>
    `carried h of ${unit === null ? 'all units' : `unit ${words.number(unit)}`} of layer ${words.number(layer)} shifted by ${words.number(by)} once`,
  'rail.unitSilenced': ({ layer, unit }: { layer: number; unit: number }, words: Words) =>
    `unit ${words.number(unit)} of layer ${words.number(layer)} silenced: its outgoing weights set to 0 once, training may let them grow again`,
  'rail.moreTouches': ({ count }: { count: number }) => counted(count, 'more touch', 'more touches'),
  'rail.plannedChange': ({ label, value }: { label: Text; value: Value }, words: Words) =>
    `${words.say(label).toLowerCase()} ${inWords(value, words)}`,
  'rail.planned': ({ changes }: { changes: readonly Text[] }, words: Words) =>
    `Still to come in this run: ${words.list(changes)}`,
  'rail.toCome': ({ change }: { change: Text }, words: Words) => `still to come: ${words.say(change)}`,
  'rail.plannedTitle': ({ update }: { update: number }, words: Words) =>
    `Change to come at update ${words.number(update)}`,
  'rail.cancelPlanned': 'Cancel this change',
  'rail.cancelPlannedExplained':
    'This run goes on without it. Other changes stay at their updates, and what was cancelled can be taken back until then.',
  'rail.cancelled': ({ change }: { change: Text }, words: Words) => `Cancelled: ${words.say(change)}.`,
  'rail.dismissCancelled': 'Dismiss; the change stays cancelled',
  'rail.flags': 'Changes in this run',
  'rail.eventTitle': ({ update }: { update: number }, words: Words) =>
    `Change at update ${words.number(update)}`,
  'rail.switchOff': 'Switch off and recompute',
  'rail.switchOffExplained': ({ update }: { update: number }, words: Words) =>
    `Trains a run without this change from update ${words.number(update)} to where this one stands. Later changes stay at their updates; this run is set aside and seen as the original one.`,
  'rail.eventNext': ({ update }: { update: number }, words: Words) =>
    `It is in force at the next update, ${words.number(update)}. Once that is made, it can be switched off or moved.`,
  'rail.moveTo': 'Move to update',
  'rail.move': 'Move and recompute',
  'rail.moveExplained':
    'Trains a run with this change at that update to where this one stands. Other changes stay at their updates; this run is set aside and seen as the original one.',
  'rail.branchPoint': ({ update }: { update: number }, words: Words) =>
    `This run goes on from update ${words.number(update)} of another one; up to here both are the same.`,

  'rail.asking': 'making this update again…',
  'rail.askingLong': ({ update, percent }: { update: number; percent: number }, words: Words) =>
    `making update ${words.number(update)} again… ${words.number(percent)}%`,
  'rail.identical': ({ from }: { from: number }, words: Words) =>
    `made again from ${beginning(from, words)}, identical to what was recorded`,
  'rail.differs': (
    { from, loss, recorded }: { from: number; loss: string; recorded: string },
    words: Words,
  ) =>
    `made again from ${beginning(from, words)}, but not the same: its loss is ${loss}, and ${recorded} was recorded`,
  'rail.sameSettings': 'the same settings as now',
  'rail.otherSettings': ({ settings }: { settings: readonly Text[] }, words: Words) =>
    `the settings of then: ${words.list(settings)}`,
  'rail.settingThen': ({ label, before, after }: Change, words: Words) =>
    `${words.say(label).toLowerCase()} ${inWords(before, words)} (now ${inWords(after, words)})`,
  'rail.carried': 'carried state',
  'rail.stateAfter': ({ update, isNearest }: Kept, words: Words) =>
    `state ${update === 0 ? 'before the first update' : `after update ${words.number(update)}`}${isNearest ? ', the nearest kept' : ''}`,
  'rail.carriedPicture': (
    { of, units, least, greatest }: { of: Text | null; units: number; least: number; greatest: number },
    words: Words,
  ) =>
    `Carried state of the last layer${of ? ` (${words.say(of)})` : ''}: ${units === 1 ? `one number, ${words.decimals(least, 2)}` : `${counted(units, 'number')} from ${words.decimals(least, 2)} to ${words.decimals(greatest, 2)}`}`,
}

function weightAt({ name, row, place }: WeightPlace, words: Words): string {
  return `${name} [${words.number(row)}, ${words.number(place)}]`
}

function beginning(update: number, words: Words): string {
  return update === 0 ? 'the initial weights' : `update ${words.number(update)}`
}

function inWords(value: Value, words: Words): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : valueIn(value, words)
}
