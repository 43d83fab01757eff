import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

/** The finest part of a date that is said. */
type DateUnit = Parameters<Words['date']>[1]

export const train = {
  'train.usage': ({ usage }: { usage: string }) => `Usage: ${usage} [options]`,
  'train.about': ({ updates, seed }: { updates: number; seed: number }) =>
    `Trains in this terminal, by the app's own trainer: one line for each update with its window, its loss and the norm of
its gradient. Without options it is the lesson: ${counted(updates, 'update')}, seed ${seed}. In brackets: the range, and what holds when
the option is left out.`,
  'train.whereItBegins': 'Where it begins',
  'train.presetHelp': "the settings of one of the lesson's programs; options change them",
  'train.seriesHelp': 'learn this series instead, with settings that suit it; options change them',
  'train.inputHelp': 'columns that the network sees; may be given more than once',
  'train.targetHelp': 'columns that it must say, --horizon time steps later',
  'train.splitHelp': 'per cent of a series to train on, to validate and to test with (70/15/15)',
  'train.loadHelp':
    'go on from these weights, with the settings they bring; what they leave unsaid can be given',
  'train.settings': 'Settings',
  'train.rangeHelp': (range: { help: Text; min: number; max: number; usual: number }, words: Words) =>
    `${words.say(range.help)} (${words.number(range.min)} to ${words.number(range.max)}; ${range.usual})`,
  'train.namesAndUsual': ({ names, usual }: { names: readonly string[]; usual: string }) =>
    `${names.join(', ')} (${usual})`,
  'train.switchesHelp': 'the opposite, where a preset says otherwise',
  'train.engineHelp': ({ engines }: { engines: readonly string[] }) =>
    `what updates are computed with: ${engines.join(', ')} (${engines[0]}); the same numbers`,
  'train.whatComesOut': 'What comes out',
  'train.jsonHelp':
    'one JSON object in a line for each update, with its prediction; of a series by row and column\n(docs/data.md)',
  'train.saveHelp': 'write the weights at the end; may be given more than once, the ending says the format:',
  'train.namesHelp': ({ ending, names }: { ending: string; names: readonly string[] }) =>
    `whose names the arrays of a ${ending} file have: ${names.join(', ')} (${names[0]})`,
  'train.scriptHelp': 'put a Python script beside the file that rebuilds the network and loads it',
  'train.forceHelp': `replace what has the name of a script or of a .weights.bin; a file that you name is always
replaced, those beside it never without this`,
  'train.figureHelp': "draw the lesson's picture at the end (.svg): target red, prediction blue",
  'train.ctrlC':
    'Ctrl-C ends the training early: what was asked to be written is written; pressed twice, it ends at once.',
  'train.onlyOptions': ({ word }: { word: string }) =>
    `train takes only options, but "${word}" was given; leave it out, or put its option before it.`,
  'train.theNames': 'The names',
  'train.thePreset': 'The preset',
  'train.namesForNpz': '--names is for a .npz file, but none is saved; leave it out, or save one.',
  'train.scriptFor': ({ endings }: { endings: readonly string[] }) =>
    `--script is for ${endings.join(', ')} files, but none is saved; leave it out, or save one of these.`,
  'train.figureName': ({ given }: { given: string }) =>
    `The figure's name must end in .svg, but "${given}" was given; it is written as SVG.`,
  'train.overMean': 'over mean',
  'train.overPersistence': 'over last',
  'train.overSeasonal': 'over season',
  'train.overLinear': 'over linear',
  'train.skill':
    'Over a rival: the share of its mean squared error that is gone; below 0% the rival is better.',
  'train.rival': ({ rival, what }: { rival: Text; what: Text }, words: Words) =>
    `${words.say(rival)}: ${words.say(what)}`,
  'train.theSeries': 'The series',
  'train.presetBesideSeries': ({ option }: { option: string }) =>
    `A program of the lesson has its own curve, but --preset was given beside ${option}; leave one of them out.`,
  'train.dataBesideSeries':
    'One series is learned at a time, but --data was given beside --series; leave one of them out.',
  'train.onlyOfSeries': ({ option }: { option: string }) =>
    `${option} is of a series, but the lesson's curve is learned; name a series with --series or a table with --data, or leave ${option} out.`,
  'train.noSplit': ({ given }: { given: string }) =>
    `--split must be three numbers that are 100 together, as in 70/15/15, but "${given}" was given; write the per cent of training, validation and test.`,
  'train.setupHelp': 'begin with the settings of this setup code; options change them',
  'train.setupBeside': ({ option }: { option: string }) =>
    `A setup code has all settings, but --setup was given beside ${option}; leave one of them out.`,
  'train.setupOfTable': ({ name, columns }: { name: string; columns: readonly string[] }, words: Words) =>
    `This setup code is for ${words.quote(name)} with the columns ${words.quotedList(columns)}, which a code cannot carry; give that file beside it, as --data FILE.`,
  'train.setupOfOtherTable': ({ name }: { name: string }, words: Words) =>
    `This setup code was made for a table with other numbers than ${words.quote(name)}; the run is another one.`,
  'train.setupCode': ({ code }: { code: string }) => `Setup code: ${code}`,
  'train.presetBesideLoad':
    'A weight file brings its own network, but --preset was given beside --load; leave one of them out.',
  'train.contradiction': (setting: { option: string; given: string; file: string; brought: string }) =>
    `${setting.option} ${setting.given} was given, but with "${setting.file}" it is ${setting.brought}; leave ${setting.option} out, or load another file.`,
  'train.lessonLoaded': ({ option, file }: { option: string; file: string }) =>
    `${option} is of a series, but with "${file}" the lesson's curve is learned; leave ${option} out, or load another file.`,
  'train.diverged': ({ update, unsaved }: { update: number; unsaved: boolean }) =>
    `Loss, gradient and weights must stay finite numbers, but do not at update ${update}${unsaved ? ', so no weights were saved' : ''}; lower the learning rate.`,
  'train.network': ({ network, parameters }: { network: string; parameters: number }) =>
    `${network}, ${counted(parameters, 'parameter')}`,
  'train.rescued': ({ path }: { path: string }) =>
    `The weights, which could not be saved where they should, are in ${path}.`,
  'train.lost': 'The weights could not be saved in any other place either, and are lost.',
  'train.update': 'update',
  'train.window': 'window',
  'train.timeSteps': 'time steps',
  'train.loss': 'loss',
  'train.gradientNorm': 'gradient norm',
  'train.meanLoss': 'mean loss',
  'train.validationLoss': 'validation loss',
  'train.rows': 'window (rows)',
  'train.date': ({ time, unit }: { time: number; unit: DateUnit }, words: Words) => words.date(time, unit),
  'train.pictureSeriesTarget': 'target',
  'train.pictureRow': 'row',
  'train.pictureTarget': 'target (cos)',
  'train.picturePrediction': 'prediction',
  'train.pictureTime': 't (radians)',
}
