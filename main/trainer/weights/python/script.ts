import type { WeightsChoice } from '@contract/files/weight-formats'
import type { Say } from '@contract/language/say'
import { isOfLesson } from '@contract/settings/source-config'
import { longestWarmUpOf } from '../../training/evaluate/longest-warm-up'
import type { Weights } from '../named-weights'
import type { Forecaster } from './forecaster'
import { kerasScript } from './keras-script'
import type { ScriptWindow } from './script-window'
import { torchScript } from './torch-script'

/**
 * The text of a Python script that rebuilds the network, loads a file that was written beside it, and prints its
 * predictions of a window and how far they are from Unroll's: for PyTorch or Keras, as the file's names are.
 *
 * @param file base name of the weight file
 * @param say in the language of its comments and of what it prints
 * @returns null for a format that no script is for
 */
export function pythonScript(
  { format, names }: Pick<WeightsChoice, 'format' | 'names'>,
  file: string,
  weights: Weights,
  window: ScriptWindow,
  say: Say,
): string | null {
  const { network } = weights.snapshot
  const { data, training } = weights.config
  const facts = {
    network,
    batch: training.batch,
    window,
    file,
    say,
    ofLesson: isOfLesson(data),
    forecaster: forecasterOf(weights),
  }
  switch (format) {
    case 'safetensors':
      return torchScript(facts, format)
    case 'keras':
      return kerasScript(facts, format)
    case 'npz':
      return names === 'keras' ? kerasScript(facts, format) : torchScript(facts, format)
    default:
      return null
  }
}

function forecasterOf({ config, scalers }: Weights): Forecaster | null {
  const { source, horizon } = config.data
  if (source.kind === 'lesson' || !scalers || horizon === 0) return null
  return { source, scalers, horizon, longestWarmUp: longestWarmUpOf(config) }
}
