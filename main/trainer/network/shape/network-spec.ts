import type { CellName, FamilyName } from '@contract/settings/run-config'

/** What a network is, without its numbers; a run's settings are one too. */
export type NetworkSpec = {
  readonly cell: CellName
  /** From 1 to 4. */
  readonly layers: number
  /** Size of the hidden state of each layer. */
  readonly hiddenUnits: number
  readonly family: FamilyName
}
