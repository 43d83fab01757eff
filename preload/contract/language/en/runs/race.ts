import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { short } from '../run/figures'

type Place = { place: number; lane: Text; loss: number | null }

/** A race: a few runs side by side, in lock step, and the form of a new one. */
export const race = {
  'race.name': 'Race',
  'race.title': ({ lanes }: { lanes: readonly Text[] }, words: Words) =>
    `Race: ${lanes.map(words.say).join('; ')}`,
  'race.titleOfMany': ({ lanes }: { lanes: number }) => `Race of ${counted(lanes, 'lane')}`,
  'race.explained':
    'Two to six runs side by side, update for update or by the wall time that they took: none goes on without the others.',
  'race.presets': 'Races at one click',
  'race.cells': 'RNN, GRU, LSTM',
  'race.optimisers': 'SGD, RMSprop, Adam',
  'race.cellsExplained':
    'Three cells, each with the other settings of the present run. With as many hidden units a GRU has about three times the weights of a simple RNN, an LSTM about four times.',
  'race.optimisersExplained': ({ rate }: { rate: number }, words: Words) =>
    `Three optimisers, all with the present learning rate of ${words.number(rate)}, so that nothing else differs. A rate that suits one of them may be far too small or too large for another: the ranking is that of this rate.`,
  'race.notPossible': ({ why }: { why: Text }, words: Words) =>
    `Not with the present settings: ${words.say(why)}`,
  'race.byHand': 'Or lane by lane',
  'race.laneNumber': ({ lane }: { lane: number }, words: Words) => `Lane ${words.number(lane)}`,
  'race.laneNamed': ({ parts }: { parts: readonly Text[] }, words: Words) => parts.map(words.say).join(', '),
  'race.laneNumbered': ({ parts, lane }: { parts: readonly Text[]; lane: number }, words: Words) =>
    `${parts.map(words.say).join(', ')} (lane ${words.number(lane)})`,
  'race.settingsOf': 'Settings of',
  'race.present': 'the present run',
  'race.keptRun': ({ title, updates }: { title: Text; updates: number }, words: Words) =>
    `${words.say(title)}, ${counted(updates, 'update')}`,
  'race.newValue': 'New value',
  'race.change': 'Another setting',
  'race.secondChange': 'A second one',
  'race.noChange': 'nothing else',
  'race.add': 'Add a lane',
  'race.remove': ({ lane }: { lane: number }, words: Words) => `Remove lane ${words.number(lane)}`,
  'race.seedNote': ({ seed, isAlike }: { seed: number; isAlike: boolean }) =>
    isAlike
      ? `All lanes begin with the same initial weights, those of seed ${seed}.`
      : `All lanes have seed ${seed}. Equal seeds with other shapes are other weights: these lanes begin with different initial weights, and some of the difference between them is luck.`,
  'race.start': ({ lanes }: { lanes: number }) => `Race ${counted(lanes, 'lane')}`,

  'race.by': 'Compared by',
  'race.byUpdates': 'Updates',
  'race.bySeconds': 'Wall time',
  'race.updatesNote': 'All lanes that still run are at the same number of updates.',
  'race.secondsNote':
    'Each lane is at as many updates as it had made after so much time, alone in a process of its own and one lane after the other. These are times of this machine; another one has others.',
  'race.speed': 'Whole race in',
  'race.speedOf': ({ seconds }: { seconds: number }, words: Words) => `${words.number(seconds)} s`,
  'race.play': 'Play',
  'race.pause': 'Pause',
  'race.again': 'Play again',
  'race.step': 'One update on',
  'race.stepTime': 'On to the next update of a lane',
  'race.rail': 'Moment of the race',
  'race.railKeys':
    'Arrow keys go to the update before or after, with Shift ten on, Page Up and Page Down a tenth of the race, Home and End to its ends.',
  'race.atUpdate': ({ update, last }: { update: number; last: number }, words: Words) =>
    `update ${words.number(update)} of ${words.number(last)}`,
  'race.atSeconds': ({ at, last }: { at: number; last: number }, words: Words) =>
    `${short(at, words)} s of ${short(last, words)} s`,
  'race.coming': ({ made, lanes }: { made: number; lanes: number }, words: Words) =>
    `${words.number(made)} of ${counted(lanes, 'lane')} made: the race begins when all are, as none goes on without the others.`,
  'race.stopped': ({ missing }: { missing: number }) =>
    `${counted(missing, 'lane')} not made, as the experiment was stopped; Resume makes what is missing.`,
  'race.shared': 'Lanes with the same loss share a rank; those that diverged share the last one.',
  'race.help':
    'Target and prediction are those of the newest window of each lane; where a run is long only every second, fourth or further one is kept. Each window is predicted before its update. All charts have the same axes.',
  'race.validationHelp':
    'The validation loss is that of the last time that a lane was evaluated, which is every few updates.',
  'race.ranking': 'Ranking',
  'race.place': 'Rank',
  'race.lane': 'Lane',
  'race.update': 'update',
  'race.loss': 'loss',
  'race.validationLoss': 'validation loss',
  'race.rankBy': 'Ranked by',
  'race.state': 'state',
  'race.underWay': 'under way',
  'race.diverged': ({ update }: { update: number }, words: Words) =>
    `diverged at update ${words.number(update)}`,
  'race.notMade': 'not made yet',
  'race.placed': ({ places }: { places: readonly Place[] }, words: Words) =>
    places
      .map(({ place, lane, loss }) =>
        loss === null
          ? `${words.number(place)}. ${words.say(lane)}, diverged`
          : `${words.number(place)}. ${words.say(lane)}, loss ${short(loss, words)}`,
      )
      .join('; '),
  'race.said': ({ moment, places }: { moment: Text; places: Text }, words: Words) =>
    `${words.say(moment)}: ${words.say(places)}.`,
  'race.notBegun': 'No lane has made an update yet.',
  'race.prediction': ({ lane, update }: { lane: Text; update: number }, words: Words) =>
    `Target and prediction of ${words.say(lane)} at update ${words.number(update)}`,
  'race.lossPicture': ({ lane }: { lane: Text }, words: Words) =>
    `Loss of ${words.say(lane)} so far, and of the other lanes`,
  'race.others': 'other lanes',
  'race.value': 'value',
  'race.timeStep': 'time step',
  'race.seconds': 'seconds',
  'race.open': ({ update }: { update: number }, words: Words) => `Open at update ${words.number(update)}`,
  'race.openLane': ({ lane, update }: { lane: Text; update: number }, words: Words) =>
    `Open ${words.say(lane)} at update ${words.number(update)}`,
  'race.opened': ({ lane, update }: { lane: Text; update: number }, words: Words) =>
    `${words.say(lane)} of the race, as it stood after update ${words.number(update)}. The run before it is kept.`,
  'race.openNote':
    'A lane is opened as it stood after its update; it is made again, to the last bit. The present run is kept.',
}
