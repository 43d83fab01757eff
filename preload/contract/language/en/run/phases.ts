import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What a run is doing, and what can be done with it next. */
export const phases = {
  'phases.start': 'Start',
  'phases.pause': 'Pause',
  'phases.pausing': 'Pausing…',
  'phases.resume': 'Resume',
  'phases.trainMore': ({ updates }: { updates: number }, words: Words) =>
    `Train ${words.number(updates)} more`,
  'phases.reset': 'Reset',
  'phases.loading': 'Loading TensorFlow…',
  'phases.stopped': 'Stopped',
  'phases.trainerStopped': 'Trainer stopped',
  'phases.noRun': 'No run',
  'phases.startingTrainer': 'Starting the trainer…',
  'phases.preparing': 'Preparing the network…',
  'phases.ready': 'Ready',
  'phases.training': 'Training',
  'phases.paused': 'Paused',
  'phases.finished': 'Finished',
  'phases.outOfPatience': ({ updates }: { updates: number }) =>
    `Stopped early: no better validation loss in ${counted(updates, 'update')}`,
  'phases.notLearned': 'Finished, not learned',
  'phases.lost': ({ update }: { update: number }, words: Words) =>
    `Finished, lost after update ${words.number(update)}`,
  'phases.broke': ({ update }: { update: number }, words: Words) => `Broke at update ${words.number(update)}`,
  'phases.brokenLoss': 'the loss',
  'phases.brokenGradient': ({ tensor }: { tensor: string | null }) =>
    tensor === null ? 'the gradient' : `the gradient of ${tensor}`,
  'phases.brokenWeights': ({ tensor }: { tensor: string | null }) =>
    `a new value of ${tensor === null ? 'the weights' : tensor}`,
  'phases.silent': ({ phase, seconds }: { phase: Text; seconds: number }, words: Words) =>
    `${words.say(phase)} ${words.number(seconds)} s`,
}
