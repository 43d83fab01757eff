import type { Text } from '../text'
import type { Words } from '../words'

export const leakCommand = {
  'leakCommand.usage': ({ usage }: { usage: string }) => `Usage: ${usage} [options]`,
  'leakCommand.about': `Replaces everything after a row by noise and computes again what comes before it: scaling, windows, season, rivals and the
predictions of a network. Whatever changes has seen the future, and is named.`,
  'leakCommand.seriesHelp': 'look into this series; may be given more than once (all of them)',
  'leakCommand.onlyOptions': ({ word }: { word: string }) =>
    `leak takes only options, but "${word}" was given; leave it out, or put its option before it.`,
  'leakCommand.settingsHelp':
    'columns and settings of the table, as train has them: --split, --horizon, --window …',
  'leakCommand.onlyOfData': ({ option }: { option: string }) =>
    `${option} is of a table, but made series are looked into with their own settings; name a table with --data, or leave ${option} out.`,
  'leakCommand.line': ({ name, sentence }: { name: string; sentence: Text }, words: Words) =>
    `${name}: ${words.say(sentence)}`,
}
