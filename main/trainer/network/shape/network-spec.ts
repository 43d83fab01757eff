import type { CellName, FamilyName } from '@contract/settings/run-config'
import type { Sizes } from '@contract/settings/source-config'

/** What a network is, without its numbers; at each time step from 1 to 32 inputs, and from 1 to 16 outputs. */
export type NetworkSpec = Sizes & {
  readonly cell: CellName
  /** From 1 to 4. */
  readonly layers: number
  /** Size of the hidden state of each layer. */
  readonly hiddenUnits: number
  readonly family: FamilyName
}
