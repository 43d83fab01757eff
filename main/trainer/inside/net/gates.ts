import type { CellName } from '@contract/settings/run-config'

/** What a cell makes of a sum by an activation of its own, before it makes the state of it. */
export type GateName = 'reset' | 'update' | 'candidate' | 'input' | 'forget' | 'output'

/** Gates and candidates of each cell, in the order of their blocks of rows in the kernels; the simple cells have none. */
export const GATES: { readonly [Name in CellName]: readonly GateName[] } = {
  'rnn-tanh': [],
  'rnn-relu': [],
  gru: ['reset', 'update', 'candidate'],
  lstm: ['input', 'forget', 'candidate', 'output'],
}
