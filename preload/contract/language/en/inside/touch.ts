import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** A number that is added, with its sign. */
function signed(value: number, words: Words): string {
  return `${value < 0 ? '−' : '+'}${words.significant(Math.abs(value), 3)}`
}

/** Where units are touched: one of a layer, or all of it. */
function place({ layer, unit }: { layer: number; unit: number | null }, words: Words): string {
  const whole = `layer ${words.number(layer)}`
  return unit === null ? `all units of ${whole}` : `unit ${words.number(unit)} of ${whole}`
}

/** What a window would be with some touches. Layers, units, time steps and columns are counted from 1. */
export const touch = {
  'touch.view': 'Touch',
  'touch.title': 'What if …',
  'touch.help':
    'The network and its run stay as they are: only this window is computed again. In the window above drag a point of the input, or point at a time step and press ↑ or ↓. Escape takes all touches back.',
  'touch.atRest': 'The window can be touched while the run rests: pause it, or mark an update on the rail.',
  'touch.none': 'Nothing is touched.',
  'touch.told': ({ loss, before, change }: { loss: string; before: string; change: number }, words: Words) =>
    change === 0
      ? `The loss of this window stays ${before}.`
      : `The loss of this window would be ${loss} and not ${before} (${signed(change, words)}).`,
  'touch.curve': 'prediction, touched',
  'touch.columnInput': ({ name }: { name: string }) => `touched input ${name}`,
  'touch.columnPrediction': ({ name }: { name: string }) => `touched prediction ${name}`,
  'touch.computing': 'Computing …',
  'touch.list': 'Touches',
  'touch.takeBack': ({ touch }: { touch: Text }, words: Words) => `Take back: ${words.say(touch)}`,
  'touch.takeAllBack': 'Take all back',
  'touch.bringBack': ({ count }: { count: number }) => `Bring back ${counted(count, 'touch', 'touches')}`,
  'touch.most': ({ most }: { most: number }) =>
    `No more than ${counted(most, 'touch', 'touches')} are made at a time; take one back first.`,
  'touch.keep': 'Keep in a branch',
  'touch.keepExplained': ({ update }: { update: number }, words: Words) =>
    `Opens a run that stands before update ${words.number(update)} and makes it with these touches; the present run is set aside. They are a flag on the rail. What the optimiser keeps beside the weights stays as it is.`,
  'touch.keepLeft': ({ touches }: { touches: readonly Text[] }, words: Words) =>
    `Not kept, as it is of this one pass and changes neither weights nor the carried state: ${words.list(touches)}.`,
  'touch.keepNoState':
    'The state cannot be kept shifted or wiped: with these settings every window starts from zeros, and nothing is carried.',
  'touch.keepSilenced':
    'A silenced unit is kept as outgoing weights of 0, to the next layer or the read-out and to its own layer. Training may let them grow again.',
  'touch.keepOther':
    'A branch keeps at least one touch, and of touches only weights that are set, a state that is shifted or wiped, and units that are held at 0; take the others back.',
  'touch.keepBeyond': (
    { first, last, update }: { first: number; last: number; update: number },
    words: Words,
  ) =>
    `Touches can be kept at an update that this run has made or makes next, from ${words.number(first)} to ${words.number(last)}; update ${words.number(update)} is none of them.`,
  'touch.keepNotCarried': ({ update }: { update: number }, words: Words) =>
    `With the settings at update ${words.number(update)} its window starts from zeros, so that no state can be shifted or wiped there; choose an update at which the state is carried.`,
  'touch.keepMost': ({ most, update }: { most: number; update: number }, words: Words) =>
    `More than ${counted(most, 'touch', 'touches')} would come together at update ${words.number(update)}; keep fewer of them there.`,
  'touch.make': 'Touch',
  'touch.what': 'What is touched',
  'touch.kindInput': 'A point of the input',
  'touch.kindUnit': 'A unit is silenced',
  'touch.kindGate': 'A gate is held',
  'touch.kindNoise': 'Noise on the hidden state',
  'touch.kindShifted': 'The state that goes in is shifted',
  'touch.kindWiped': 'The state that goes in is wiped',
  'touch.kindWeight': 'A weight is set',
  'touch.timeStep': 'Time step',
  'touch.column': 'Column',
  'touch.value': 'Value',
  'touch.unit': 'Unit',
  'touch.everyUnit': 'All units',
  'touch.gate': 'Gate',
  'touch.held': 'Held at',
  'touch.zero': '0',
  'touch.one': '1',
  'touch.mean': 'its mean over the window',
  'touch.deviation': 'Standard deviation',
  'touch.seed': 'Seed',
  'touch.by': 'By',
  'touch.parameter': 'Parameter',
  'touch.row': 'Row',
  'touch.place': 'Place in the row',
  'touch.notThere': 'Every field needs a number that there is.',
  'touch.madeInput': (
    { step, column, value }: { step: number; column: string; value: number },
    words: Words,
  ) => `${column} at time step ${words.number(step)} is ${words.number(value)}`,
  'touch.madeUnit': (
    { layer, unit, held }: { layer: number; unit: number; held: 'zero' | 'mean' },
    words: Words,
  ) => `${place({ layer, unit }, words)} is held at ${held === 'zero' ? '0' : 'its mean'}`,
  'touch.madeGate': (
    { gate, held, ...at }: { gate: Text; held: number; layer: number; unit: number | null },
    words: Words,
  ) => `${words.say(gate)} of ${place(at, words)} is held at ${words.number(held)}`,
  'touch.madeNoise': (
    { layer, deviation, seed }: { layer: number; deviation: number; seed: number },
    words: Words,
  ) =>
    `Noise of standard deviation ${words.number(deviation)} on h of layer ${words.number(layer)}, seed ${words.number(seed)}`,
  'touch.madeShifted': ({ by, ...at }: { by: number; layer: number; unit: number | null }, words: Words) =>
    `The state that goes into ${place(at, words)} is shifted by ${words.number(by)}`,
  'touch.madeWiped': 'The state that goes in is wiped',
  'touch.madeWeight': (
    { name, row, place, value }: { name: string; row: number; place: number; value: number },
    words: Words,
  ) => `${name} [${words.number(row)}, ${words.number(place)}] is ${words.number(value)}`,
  'touch.noInput': (at: { step: number; column: number; timeSteps: number; columns: number }, words: Words) =>
    `This window has ${counted(at.timeSteps, 'time step')} of ${counted(at.columns, 'input')}; input ${words.number(at.column)} at time step ${words.number(at.step)} is none of them.`,
  'touch.noUnit': (
    { layer, unit, layers, units }: { layer: number; unit: number; layers: number; units: number },
    words: Words,
  ) =>
    `This network has ${counted(layers, 'layer')} of ${counted(units, 'hidden unit')}; unit ${words.number(unit)} of layer ${words.number(layer)} is none of them.`,
  'touch.noGate': 'The cells of this network have no such gate.',
  'touch.noWeight': (
    { name, number, numbers }: { name: string; number: number; numbers: number },
    words: Words,
  ) =>
    `${words.quote(name)} of this network has ${counted(numbers, 'number')}; number ${words.number(number)} is none of them.`,
  'touch.knockOuts': 'Without each unit',
  'touch.knockOutsTold': (
    { unit, change, layer, update }: { unit: number; change: number; layer: number; update: number },
    words: Words,
  ) =>
    `In the window of update ${words.number(update)}, unit ${words.number(unit)} of layer ${words.number(layer)} matters most: held at 0, it changes the loss by ${signed(change, words)}.`,
  'touch.knockOutsHelp':
    'What the loss of this window changes by when a unit is silenced. A unit that is always near 1 or −1 works as a bias, which 0 takes away as well: held at its mean, only what it says over time is lost. Press a unit to pick it.',
  'touch.firstUnits': ({ tried, units }: { tried: number; units: number }, words: Words) =>
    `The first ${words.number(tried)} of ${counted(units, 'unit')} were tried, as all would take too long.`,
  'touch.toZero': 'loss, held at 0',
  'touch.toMean': 'loss, held at its mean',
  'touch.pick': ({ unit }: { unit: number }, words: Words) => `Pick unit ${words.number(unit)}`,
  'touch.silence': 'Silence',
  'touch.silenceUnit': ({ unit }: { unit: number }, words: Words) => `Silence unit ${words.number(unit)}`,
  'touch.sensitivity': 'What a prediction answers to',
  'touch.sensitivityHelp':
    'The derivative of the prediction at the time step that is pointed at, by every number that goes in, both as the network has them: orange where more input makes it larger, blue where it makes it smaller.',
  'touch.sensitivityHint': 'Point at a time step: its prediction is looked into.',
  'touch.sensitivityTold': (
    { step, column, at, slope }: { step: number; column: string; at: number; slope: number },
    words: Words,
  ) =>
    `The prediction at time step ${words.number(step)} answers most to ${column} at time step ${words.number(at)}: ${signed(slope, words)} for each 1 more.`,
  'touch.sensitivityNone': ({ step }: { step: number }, words: Words) =>
    `The prediction at time step ${words.number(step)} answers to no input at all.`,
  'touch.sensitivityPicture': ({ step }: { step: number }, words: Words) =>
    `How the prediction at time step ${words.number(step)} answers to the inputs at each time step, as colours`,
  'touch.inputColumns': 'input',
  'touch.noPrediction': (
    at: { step: number; output: number; timeSteps: number; outputs: number },
    words: Words,
  ) =>
    `This window has ${counted(at.timeSteps, 'time step')} of ${counted(at.outputs, 'output')}; output ${words.number(at.output)} at time step ${words.number(at.step)} is none of them.`,
}
