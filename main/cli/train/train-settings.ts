import type { RunConfig } from '@contract/settings/run-config'

type NameOf<Kind> = {
  [Name in keyof RunConfig]: RunConfig[Name] extends Kind ? Name : never
}[keyof RunConfig]

/** A setting that is written on the command line, with its value. */
export type SettingOption = {
  readonly option: string
  readonly setting: Exclude<keyof RunConfig, NameOf<boolean>>
  readonly what: string
}

/** A setting that is on or off: `--carry`, `--no-carry`. */
export type SwitchOption = {
  readonly option: string
  readonly setting: NameOf<boolean>
  readonly what: string
}

/** How a run's settings are called on the command line, in the order in which help lists them. */
export const SETTING_OPTIONS: readonly SettingOption[] = [
  { option: 'updates', setting: 'updates', what: 'updates to make' },
  { option: 'seed', setting: 'seed', what: 'seed of the initial weights' },
  { option: 'learning-rate', setting: 'learningRate', what: 'step size of the optimiser' },
  { option: 'cell', setting: 'cell', what: 'what computes the hidden state' },
  { option: 'hidden', setting: 'hiddenUnits', what: 'hidden units of each layer' },
  { option: 'layers', setting: 'layers', what: 'cells stacked on each other' },
  { option: 'family', setting: 'family', what: 'whose parameters and initial weights' },
  { option: 'readout', setting: 'readout', what: 'how the read-out is called' },
  { option: 'points', setting: 'points', what: 'time steps in each half period' },
  { option: 'span', setting: 'span', what: 'half periods in a window: one, or 1, 2 or 3 at random' },
  { option: 'batch', setting: 'batch', what: 'sequences side by side; the first is shown' },
  { option: 'optimizer', setting: 'optimizer', what: 'how the gradient changes the weights' },
  { option: 'momentum', setting: 'momentum', what: 'of SGD: the share of the last change made again' },
  { option: 'clip', setting: 'clipNorm', what: 'longest gradient that is not scaled down; 0 for none' },
  { option: 'shown', setting: 'shown', what: 'which prediction is shown' },
]

export const SWITCH_OPTIONS: readonly SwitchOption[] = [
  { option: 'carry', setting: 'carryState', what: 'start every window from a hidden state of zeros' },
  { option: 'endpoint', setting: 'endpoint', what: "leave out each window's last time" },
]
