import type { Text } from '../language/text'
import type { RunConfig, Settings } from './run-config'

/** What has one value: all but the source, which has columns of its own. */
export type SettingName = Exclude<keyof Settings, 'source'>
type NamesOf<Kind> = { [Name in SettingName]: Settings[Name] extends Kind ? Name : never }[SettingName]
export type NumberName = NamesOf<number>
export type SwitchName = NamesOf<boolean>
export type ChoiceName = Exclude<SettingName, NumberName | SwitchName>

/** The group of a run's settings that a setting is in. */
type GroupOf<Name extends SettingName> = {
  [Group in keyof RunConfig]: Name extends keyof RunConfig[Group] ? Group : never
}[keyof RunConfig]

/** What every setting says of itself; page, command line, wire and files go by it. */
type Described<Name extends SettingName> = {
  readonly group: GroupOf<Name>
  /** `live`: a running run takes it over at its next update. `new-run`: it makes another network or training. */
  readonly effect: 'live' | 'new-run'
  readonly label: Text
  /** Its name on the command line, without dashes. */
  readonly option: string
  /** What the command line's help says; of a switch, what its `--no-` does. */
  readonly help: Text
  /** The line under its field, for the settings that stand; null where there is nothing to tell. */
  readonly explanation: (settings: Settings) => Text | null
  /** Whether it does anything beside these; it always does where this is left out. */
  readonly applies?: (settings: Settings) => boolean
}

/** A number within limits, both ends included. */
export type NumberSetting<Name extends NumberName = NumberName> = Described<Name> & {
  /** What is counted, for "2 to 200 time steps"; null for a plain number, and where the label says it. */
  readonly unit: Text | null
  readonly min: number
  readonly max: number
  readonly whole: boolean
  /** How far an arrow key goes: to the next whole number, by a tenth, or by a tenth of the value. */
  readonly step: 'one' | 'tenth' | 'proportion'
}

/** One of a few values, each with its words. */
export type ChoiceSetting<Name extends ChoiceName = ChoiceName> = Described<Name> & {
  readonly values: { readonly [Value in Settings[Name]]: Text }
  /** Values of runs that older versions began: nobody is offered them, as a new run has no use for them. */
  readonly former?: readonly Settings[Name][]
}

/** On or off. */
export type SwitchSetting<Name extends SwitchName = SwitchName> = Described<Name>

/** The names of a list's live settings. */
export type LiveIn<List extends { readonly [name: string]: { readonly effect: string } }> = {
  [Name in keyof List]: List[Name]['effect'] extends 'live' ? Name : never
}[keyof List]
