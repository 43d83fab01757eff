import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

export const trainer = {
  'trainer.noRun': 'There is no run yet; press Reset to make one.',
  'trainer.noBest':
    'A best update is found where a series has a validation part; this run has none yet. Train on, or choose a validation part.',
  'trainer.outOfPatience': (
    { updatesDone, best, loss }: { updatesDone: number; best: number; loss: number },
    words: Words,
  ) =>
    `The run ended by itself after update ${words.number(updatesDone)}: its validation loss was lowest after update ${words.number(best)}, ${words.significant(loss, 3)}, and has not been better for as many updates as its patience. The weights of that update are kept.`,
  'trainer.loopNoHorizon': ({ inputs }: { inputs: readonly string[] }, words: Words) =>
    `In closed loop a network needs a horizon of at least 1, as it cannot see ${words.quotedList(inputs)} of a time step before it speaks of that time step; train a run with a horizon.`,
  'trainer.loopBeyond': ({ origin, rows }: { origin: number; rows: number }, words: Words) =>
    `The closed loop should begin at a row of the series, which has ${counted(rows, 'time step')}, but row ${words.number(origin + 1)} was asked for; choose an earlier one.`,
  'trainer.loopUnknown': (
    { origin, needed, found }: { origin: number; needed: number; found: number },
    words: Words,
  ) =>
    `A closed loop needs ${counted(needed, 'time step')} with all inputs and without a gap where it begins, but there ${found === 1 ? 'is' : 'are'} ${words.number(found)} up to row ${words.number(origin + 1)}; choose another row.`,
  'trainer.loopTooEarly': 'The rivals of this run are still being fitted; ask again in a few seconds.',
  'trainer.loopCalledOff': 'The closed loop was called off, as something else was asked for.',
  'trainer.noMoment': (
    { first, last, update }: { first: number; last: number; update: number },
    words: Words,
  ) =>
    `A moment of this run is one of its updates from ${words.number(first)} to ${words.number(last)}, but ${words.number(update)} was asked for; choose one of them.`,
  'trainer.momentCalledOff': 'The moment was called off, as another one was asked for.',
  'trainer.noEvent': ({ update }: { update: number }, words: Words) =>
    `Nothing was changed in this run at update ${words.number(update)}, or it would stay as it is; choose one of its flags.`,
  'trainer.noPlanned': ({ update }: { update: number }, words: Words) =>
    `This run has no change to come at update ${words.number(update)}, or has made that update by now; choose one of the hollow flags.`,
  'trainer.eventBeyond': ({ first, last }: { first: number; last: number }, words: Words) =>
    `A change can be moved to one of the updates that the run has made, from ${words.number(first)} to ${words.number(last)}; choose one of them.`,
  'trainer.otherRun':
    'The run that this was meant for is not open any more, so nothing was done; open it again first.',
  'trainer.lessonForecast':
    'A closed loop needs a series, but this run learns the lesson; choose a series in the settings.',
  'trainer.cannotGoOn':
    'The loss, the gradient or a weight of this run is no longer a finite number, so it cannot go on; lower the learning rate and press Reset.',
  /** `points` is what the updates can make at most, `fitting` how many updates would still have room. */
  'trainer.runFull': (
    run: { most: number; made: number; updates: number; points: number; fitting: number; outputs: number },
    words: Words,
  ) => {
    const advice =
      run.fitting === 0
        ? 'press Reset to begin a new run'
        : `choose at most ${counted(run.fitting, 'update')}, or press Reset to begin a new run`
    return `A run can keep ${words.number(run.most)} predicted ${run.outputs === 1 ? 'points' : `time steps of ${counted(run.outputs, 'output')}`}; this one has ${words.number(run.made)}, and ${counted(run.updates, 'more update', 'more updates')} can make ${words.number(run.points)}; ${advice}.`
  },
  'trainer.graphNotWritten': ({ why }: { why: Text }, words: Words) =>
    `TensorFlow's graph could not be written (${words.say(why)}); training goes on with the eager engine, which is slower.`,
  'trainer.graphRefused':
    'TensorFlow refused the graph of an update, or memory ran short; training goes on with the eager engine, which is slower.',
  'trainer.temporaryFull': 'the disk for temporary files is full',
  'trainer.temporaryReadOnly': 'the disk for temporary files is read-only',
  'trainer.temporaryMissing': 'the folder for temporary files is not there',
  'trainer.temporaryNoFolder': 'the folder for temporary files is no folder',
  'trainer.temporaryForbidden': 'Unroll has no permission to write into the folder for temporary files',
  'trainer.temporaryFault': 'the disk for temporary files reported a fault',
  'trainer.tooManyFiles': 'too many files are open',
  'trainer.systemSays': ({ code }: { code: string }) => `the system says ${code}`,
}
