import { counted } from '../../english'
import type { Words } from '../../words'

/** What goes on inside of the network: the tab, and why something is not told. */
export const inside = {
  'inside.tab': 'Inside',
  'inside.noUpdate': (
    { first, last, update }: { first: number; last: number; update: number },
    words: Words,
  ) =>
    `This run has made the updates ${words.number(first)} to ${words.number(last)}; update ${words.number(update)} is none of them.`,
  'inside.noSequence': ({ batch, sequence }: { batch: number; sequence: number }, words: Words) =>
    `The batch of this run has ${counted(batch, 'sequence')}; sequence ${words.number(sequence + 1)} is none of them.`,
  'inside.sequence': 'Sequence of the batch',
  'inside.sequenceNumber': ({ sequence, batch }: { sequence: number; batch: number }, words: Words) =>
    `Sequence ${words.number(sequence)} of ${words.number(batch)}`,
  'inside.noWeight': ({ tensor, index }: { tensor: string; index: number }, words: Words) =>
    `The network has no weight ${words.number(index)} in ${words.quote(tensor)}; choose another one.`,
  'inside.calledOff': 'This was called off, as something else was asked for.',
  'inside.coming': 'Looking inside …',
  'inside.lookedAt': ({ update }: { update: number }, words: Words) =>
    `The window of update ${words.number(update)}, with the weights and the state that went into it`,
  'inside.views': 'What is shown of the inside',
  'inside.viewStates': 'Hidden states',
  'inside.window': 'The window',
  'inside.windowPicture': 'Input, target and prediction of the window, time step after time step',
  'inside.timeStep': 'time step',
  'inside.place': 'place',
  'inside.columnInput': ({ name }: { name: string }) => `input ${name}`,
  'inside.columnTarget': ({ name }: { name: string }) => `target ${name}`,
  'inside.columnPrediction': ({ name }: { name: string }) => `prediction ${name}`,
  'inside.unit': 'unit',
  'inside.pointHint':
    'Point at a time step to read it; arrow keys go from one to the next. A press or Enter pins it in all tabs.',
  'inside.pinned': ({ step }: { step: number }, words: Words) =>
    `Time step ${words.number(step)} is pinned in all tabs.`,
  'inside.pinnedHere': ({ step }: { step: number }, words: Words) =>
    `Time step ${words.number(step)} is pinned; the other tabs show the first sequence alone.`,
  'inside.unpin': 'Unpin',
  'inside.reading': (at: { step: number; input: string; target: string; prediction: string }, words: Words) =>
    `time step ${words.number(at.step)}   input ${at.input}   target ${at.target}   prediction ${at.prediction}`,
  'inside.table': 'Numbers as a table',
  'inside.firstRows': ({ shown, rows }: { shown: number; rows: number }, words: Words) =>
    `The first ${words.number(shown)} of ${words.number(rows)} rows.`,
  'inside.statesTitle': 'What the units hold',
  'inside.statesPicture': ({ what, units, steps }: { what: string; units: number; steps: number }) =>
    `${what}: ${counted(units, 'unit')} over ${counted(steps, 'time step')}, as colours`,
  'inside.row': 'What of the units is shown',
  'inside.layer': 'Layer',
  'inside.layerNumber': ({ layer }: { layer: number }, words: Words) => `Layer ${words.number(layer)}`,
  'inside.rowH': 'Hidden state h',
  'inside.rowC': 'Cell state c',
  'inside.rowReset': 'Reset gate r',
  'inside.rowUpdate': 'Update gate z',
  'inside.rowCandidate': 'Candidate',
  'inside.rowInput': 'Input gate i',
  'inside.rowForget': 'Forget gate f',
  'inside.rowOutput': 'Output gate o',
}
