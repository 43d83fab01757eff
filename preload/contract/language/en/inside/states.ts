import { counted, nounFor } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What the units of a network hold over a window, and how their numbers come about. */
export const states = {
  'inside.notThere': (
    { layers, units, outputs, steps }: { layers: number; units: number; outputs: number; steps: number },
    words: Words,
  ) =>
    `There are ${words.list([counted(layers, 'layer'), counted(units, 'unit'), counted(outputs, 'output'), counted(steps, 'time step')])} here; something else was asked about.`,
  'states.help':
    'Each line is a unit, each column a time step. Press a line to pick its unit; in the picture ↑ and ↓ go from unit to unit, ← and → from one time step to the next, and Escape lets go.',
  'states.hint': 'Point at the picture to read it.',
  'states.reading': ({ unit, step, value }: { unit: number; step: number; value: string }, words: Words) =>
    `unit ${words.number(unit)}, time step ${words.number(step)}: ${value}`,
  'states.order': 'Order of the units',
  'states.orderNumber': 'In order of their numbers',
  'states.orderInput': 'By correlation with the input',
  'states.orderTarget': 'By correlation with the target',
  'states.orderPhase': 'By phase behind the target',
  'states.worthInput': ({ value }: { value: string }) => `correlation with the input ${value}`,
  'states.worthTarget': ({ value }: { value: string }) => `correlation with the target ${value}`,
  'states.worthPhase': ({ degrees }: { degrees: string }) => `${degrees}° behind the target`,
  'states.worthNone': 'the same at every time step, or too few targets',
  'states.saturation': 'How far the units are saturated',
  'states.saturationHelp':
    'A dot is a unit: to the right, its gate is closed at many time steps, and at the top it is open at many. Near the lower left it is neither. After Karpathy, Johnson and Fei-Fei (2015).',
  'states.gateCount': ({ gate, closed, open }: { gate: Text; closed: number; open: number }, words: Words) =>
    `${words.say(gate)}: ${words.number(closed)} closed and ${words.number(open)} open`,
  'states.gateCounts': ({ units, gates }: { units: number; gates: readonly Text[] }, words: Words) =>
    `Of ${counted(units, 'unit')}, at nine of ten time steps or more (closed: below 0.1; open: above 0.9): ${gates.map(words.say).join('; ')}.`,
  'states.tanhCount': (
    { units, mostly, ever }: { units: number; mostly: number; ever: number },
    words: Words,
  ) =>
    ever === 0
      ? `None of the ${counted(units, 'unit')} comes beyond ±0.95 in this window: the gradient comes through all of them.`
      : `Of ${counted(units, 'unit')}, ${words.number(ever)} ${nounFor(ever, 'is', 'are')} beyond ±0.95 at some time step, and ${words.number(mostly)} at nine of ten or more: there hardly any gradient comes through.`,
  'states.reluCount': ({ units, dead }: { units: number; dead: number }, words: Words) =>
    dead === 0
      ? `Each of the ${counted(units, 'unit')} is above 0 at some time step of this window.`
      : `Of ${counted(units, 'unit')}, ${words.number(dead)} ${nounFor(dead, 'is', 'are')} never above 0 in this window: no gradient comes through them.`,
  'states.closedAxis': ({ gate }: { gate: string }) => `${gate}: share below 0.1`,
  'states.openAxis': 'share above 0.9',
  'states.endAxis': 'share beyond ±0.95',
  'states.gatePicture': ({ gate }: { gate: string }) =>
    `${gate}: a dot for each unit, with the share of time steps below 0.1 across and above 0.9 up`,
  'states.endPicture': 'The share of time steps at which each unit is beyond ±0.95',
  'states.columnClosed': ({ gate }: { gate: Text }, words: Words) => `${words.say(gate)} below 0.1`,
  'states.columnOpen': ({ gate }: { gate: Text }, words: Words) => `${words.say(gate)} above 0.9`,
  'states.columnAtEnd': 'share beyond ±0.95',
  'states.columnAbove': 'share above 0',
  'states.unitTitle': 'The picked unit',
  'states.pickHint':
    'Press a line above to pick its unit: its weights are shown here, and its arithmetic below.',
  'states.unitIs': ({ unit, layer }: { unit: number; layer: number }, words: Words) =>
    `Unit ${words.number(unit)} of layer ${words.number(layer)}`,
  'states.letGo': 'Let go',
  'states.trace': ({ what, unit, layer }: { what: string; unit: number; layer: number }, words: Words) =>
    `${what} of unit ${words.number(unit)}, layer ${words.number(layer)}`,
  'states.gate': 'Gate whose weights are shown',
  'states.weightsTo': 'Weights that lead to it',
  'states.weightsFrom': 'Weights that lead from it',
  'states.moreWeights': ({ count, most }: { count: number; most: string }) =>
    `… ${counted(count, 'more', 'more')}, of ${most} at most`,
  'states.unitNumber': ({ unit }: { unit: number }, words: Words) => `unit ${words.number(unit)}`,
  'states.unitBefore': ({ unit }: { unit: number }, words: Words) =>
    `unit ${words.number(unit)}, one time step before`,
  'states.unitOfLayer': ({ unit, layer }: { unit: number; layer: number }, words: Words) =>
    `unit ${words.number(unit)} of layer ${words.number(layer)}`,
  'states.inputName': ({ name }: { name: string }) => `input ${name}`,
  'states.outputName': ({ name }: { name: string }) => `output ${name}`,
  'states.bias': 'bias',
  'states.recurrentBias': 'bias of the recurrent kernel',
  'states.columnWay': 'way',
  'states.columnOther': 'other end',
  'states.columnWeight': 'weight',
  'states.arithmetic': 'The arithmetic of a time step',
  'states.arithmeticHelp':
    'All numbers are in the network’s units. Point at another time step above; without a picked unit it is the prediction.',
  'states.ofUnit': ({ unit, layer, step }: { unit: number; layer: number; step: number }, words: Words) =>
    `Unit ${words.number(unit)} of layer ${words.number(layer)} at time step ${words.number(step)}`,
  'states.ofPrediction': ({ name, step }: { name: string; step: number }, words: Words) =>
    `The prediction of ${words.quote(name)} at time step ${words.number(step)}`,
  'states.termsOf': ({ letter }: { letter: string }) => `Terms of ${letter}`,
  'states.moreTerms': ({ count, sum }: { count: number; sum: string }) =>
    `… ${counted(count, 'more', 'more')}, together ${sum}`,
  'states.sum': ({ sum }: { sum: string }) => `sum ${sum}`,
  'states.sumActivated': ({ sum, formula }: { sum: string; formula: string }) => `sum ${sum}; ${formula}`,
  'states.unscaled': 'In the unit of its column:',
  'states.columnLine': 'formula',
  'states.columnTerm': 'term',
  'states.columnFactor': 'factor',
  'states.columnValue': 'value',
  'states.columnProduct': 'product',
  'states.columnSum': 'sum',
  'states.columnAfter': 'after the activation',
}
