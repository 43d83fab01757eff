import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { CHOICES } from '@contract/settings/choices'
import type { NetworkSpec } from '../../network/shape/network-spec'

/** `1 layer of simple RNN, tanh`, `2 layers of GRU`: what a person knows a network by, but for its size. */
export function networkText({ cell, layers }: Pick<NetworkSpec, 'cell' | 'layers'>): Text {
  return text('weightMetadata.network', { layers, cell: CHOICES.cell.values[cell] })
}
