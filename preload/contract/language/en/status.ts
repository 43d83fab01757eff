import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

/** The bar at the bottom. */
export const status = {
  'status.updates': 'updates',
  'status.loss': 'loss',
  'status.meanLoss': 'mean loss',
  'status.updatesPerSecond': 'updates/s',
  'status.looking': ({ update, loss }: { update: number; loss: Text }, words: Words) =>
    `Looking at update ${words.number(update)}: loss ${words.say(loss)}`,
  'status.weightsFromSeed': ({ seed }: { seed: number }) => `Weights from seed ${seed}`,
  'status.weightsLoaded': ({ file }: { file: string }) => `Weights loaded from ${file}`,
  'status.weightsOfBest': ({ update }: { update: number }, words: Words) =>
    `Weights of update ${words.number(update)}, the best`,
  'status.branchOf': ({ update }: { update: number }, words: Words) =>
    `From update ${words.number(update)} of another run`,
  'status.progress': ({ phase, updates, loss }: { phase: Text; updates: number; loss: Text }, words: Words) =>
    `${words.say(phase)}: ${counted(updates, 'update')}, loss ${words.say(loss)}`,
  'status.language': 'Language',
  'status.engine': 'Engine',
  'status.engineExplained':
    'Compiled replays recorded updates as one native graph; eager runs every operation by itself. The numbers are the same but for rounding.',
  'status.compiled': 'compiled',
  'status.eager': 'eager',
}
