import { counted, unitAfter } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** The labels of settings, in the middle of a sentence. */
type Labels = { labels: readonly Text[] }

/** What stands around the settings in their panel. */
export const settingsPanel = {
  'settingsPanel.title': 'Settings',
  'settingsPanel.close': 'Close the settings',
  'settingsPanel.carriedState': 'Carried state',
  'settingsPanel.keepState': 'Keep',
  'settingsPanel.resetState': 'Reset',
  'settingsPanel.freezeState': 'Freeze',
  'settingsPanel.nothingToFreeze': 'Before the first update there is no state to freeze',
  'settingsPanel.wipe': 'Wipe once',
  'settingsPanel.wipeExplained':
    'The next update starts from a state of zeros, and is a flag on the rail; afterwards the state is carried on as before',
  'settingsPanel.wipeTakenBack':
    'The next update starts from a state of zeros; press again to keep the state',
  'settingsPanel.training': 'Training',
  'settingsPanel.data': 'Data',
  'settingsPanel.network': 'Network',
  'settingsPanel.optimiser': 'Optimiser',
  'settingsPanel.backToPreset': 'Back to the preset',
  'settingsPanel.notValid': 'not valid',
  'settingsPanel.waits': 'waits for Reset',
  'settingsPanel.takesEffect': 'Takes effect at Reset',
  'settingsPanel.limits': (
    { min, max, unit }: { min: number; max: number; unit: Text | null },
    words: Words,
  ) => `${words.number(min)} to ${words.number(max)}${unit === null ? '' : unitAfter(words.say(unit))}`,
  'settingsPanel.rateSlider': 'Learning rate, logarithmic',
  'settingsPanel.dataBrief': (
    { lengths, batch }: { lengths: readonly number[]; batch: number },
    words: Words,
  ) => {
    const steps = words.list(lengths.map(words.number), 'or')
    return batch === 1 ? `${steps} time steps` : `${steps} time steps × ${words.number(batch)}`
  },
  'settingsPanel.seriesBrief': (
    { window, horizon, batch }: { window: number; horizon: number; batch: number },
    words: Words,
  ) =>
    `${counted(window, 'time step')}${batch === 1 ? '' : ` × ${words.number(batch)}`}, horizon ${words.number(horizon)}`,
  'settingsPanel.networkBrief': (
    { layers, cell, hiddenUnits }: { layers: number; cell: Text; hiddenUnits: number },
    words: Words,
  ) => `${layers === 1 ? '' : `${words.number(layers)} × `}${words.say(cell)}, ${words.number(hiddenUnits)}`,
  'settingsPanel.clippedAt': ({ optimizer, clipNorm }: { optimizer: Text; clipNorm: number }, words: Words) =>
    `${words.say(optimizer)}, clipped at ${words.number(clipNorm)}`,

  'settingsPanel.preset': 'Preset',
  'settingsPanel.lessonGroup': 'The lesson',
  'settingsPanel.seriesGroup': 'Series to try',
  'settingsPanel.tableGroup': 'Your data',
  'settingsPanel.columns': 'Columns',
  'settingsPanel.series': 'Series',
  'settingsPanel.modified': 'modified',
  'settingsPanel.modifiedIn': ({ labels }: Labels, words: Words) =>
    `modified: ${labels.map(words.say).join(', ').toLowerCase()}`,
  'settingsPanel.modifiedMany': ({ count }: { count: number }) => `modified: ${counted(count, 'setting')}`,
  'settingsPanel.labels': ({ labels }: Labels, words: Words) => labels.map(words.say).join(', '),
  'settingsPanel.mayDiffer': 'With other settings than the program’s, the run may go another way.',
  'settingsPanel.apply': 'Apply',
  'settingsPanel.cancel': 'Cancel',
  'settingsPanel.startsNewRun': 'starts a new run',
  'settingsPanel.notInForce': 'not in force yet',
  'settingsPanel.presetWaits': ({ label }: { label: Text }, words: Words) =>
    `The preset “${words.say(label)}” waits for Apply; this run trains as it was.`,
  'settingsPanel.changesWait': ({ labels }: Labels, words: Words) => {
    const names = words.list(labels.map((label) => words.say(label).toLowerCase()))
    return labels.length === 1
      ? `The change of ${names} takes effect at Reset; this run trains as it was.`
      : `The changes of ${names} take effect at Reset; this run trains as it was.`
  },
}
