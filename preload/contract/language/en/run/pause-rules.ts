import type { Text } from '../../text'
import type { Words } from '../../words'

/** When a run is to pause by itself, and why it did. */
export const pauseRules = {
  'pauseRules.number': ({ min, max }: { min: number; max: number }, words: Words) =>
    `A loss or a gradient norm to pause at must be a number from ${words.number(min)} to ${words.number(max)}; choose one of these.`,
  'pauseRules.noList':
    'A run pauses by rules that Unroll knows, one of a kind at most; choose them in “Pause when”.',
  'pauseRules.button': ({ count }: { count: number }, words: Words) =>
    count === 0 ? 'Pause when…' : `Pause when… (${words.number(count)})`,
  'pauseRules.title': 'Pause when',
  'pauseRules.lossBelow': 'the loss is below',
  'pauseRules.gradientAbove': 'the gradient norm is above',
  'pauseRules.rivalPassed': 'the network passes this rule',
  'pauseRules.update': 'this update has been made',
  'pauseRules.note':
    'Each pauses a run once, after the first update at which it holds. A run whose numbers are no longer finite always ends by itself, with the weights of its last good update.',
  'pauseRules.done': 'Done',
  'pauseRules.paused': ({ update, why }: { update: number; why: Text }, words: Words) =>
    `Paused at update ${words.number(update)}: ${words.say(why)}`,
  'pauseRules.pausedByLoss': ({ limit }: { limit: number }, words: Words) =>
    `the loss went below ${words.number(limit)}`,
  'pauseRules.pausedByGradient': ({ limit }: { limit: number }, words: Words) =>
    `the gradient norm went above ${words.number(limit)}`,
  'pauseRules.pausedByRival': ({ rival }: { rival: Text }, words: Words) => `passed “${words.say(rival)}”`,
  'pauseRules.pausedByUpdate': 'as it was to',
}
