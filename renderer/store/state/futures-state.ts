import type { Text } from '@contract/language/text'
import type { FutureChoice, Futures } from '@contract/timeline/futures'

/** The settings whose choices are foreseen where a person rests on them. */
export const FORESEEN_SETTINGS = ['learningRate', 'clipNorm', 'carryState'] as const
export type ForeseenSetting = (typeof FORESEEN_SETTINGS)[number]

/** A choice, what it is called, and whether it is what happens if nothing is chosen. */
export type NamedChoice = {
  readonly name: Text
  readonly choice: FutureChoice
  readonly isPresent: boolean
}

/** What the trainer has told of futures: nothing, nothing yet, or what each choice would lead to. */
export type FuturesStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'known'; readonly choices: readonly NamedChoice[]; readonly futures: Futures }

export const NO_FUTURES: FuturesStage = { kind: 'none' }
