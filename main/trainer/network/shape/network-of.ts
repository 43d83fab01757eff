import type { RunConfig } from '@contract/settings/run-config'
import { sizesOf } from '@contract/settings/source-config'
import type { NetworkSpec } from './network-spec'

/** The network of a run, and the seed of its initial weights. */
export function networkOf({ data, network }: RunConfig): NetworkSpec & { readonly seed: number } {
  return { ...network, ...sizesOf(data.source) }
}
