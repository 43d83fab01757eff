import { CHOICES } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import { parseSettings } from '@contract/settings/parse-settings'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { ChoiceName } from '@contract/settings/setting'
import { OF_SERIES_ALONE, pickSettings, runConfigOf, settingsOf } from '@contract/settings/settings'
import { MAX_INPUTS, MAX_OUTPUTS, type Sizes } from '@contract/settings/source-config'
import fc from 'fast-check'
import { stateShapes } from '../../../../main/trainer/network/shape/cell-shapes'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { type ArrayOf, sizeOf } from '../../../../main/trainer/network/shape/named-arrays'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { SLOTS, type Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'

/** Words with something about them: zeros, subnormals, the greatest numbers, 0.1; then infinities and NaNs. */
const FINITE = [0, 0x80000000, 1, 0x80000001, 0x007fffff, 0x00800000, 0x7f7fffff, 0xff7fffff, 0x3dcccccd]
const NOT_FINITE = [0x7f800000, 0xff800000, 0x7fc00000, 0xffc00001, 0x7f800001]

/**
 * Any 32 bits, from a seed: a list of arbitrary words would take fast-check far longer than what is tested.
 *
 * @param finite without infinities and NaNs
 */
function valuesFrom(next: () => number, length: number, finite: boolean): Float32Array {
  const edges = finite ? FINITE : [...FINITE, ...NOT_FINITE]
  const words = Uint32Array.from({ length }, () => {
    const word = next()
    if (word % 3 === 0) return edges[(word >>> 8) % edges.length] ?? 0
    // An exponent of ones means infinity or NaN: its lowest bit makes a large number of it.
    return finite && (word & 0x7f800000) === 0x7f800000 ? word & ~0x00800000 : word
  })
  return new Float32Array(words.buffer)
}

/** Marsaglia's xorshift with 32 bits. */
function xorshift(seed: number): () => number {
  let state = seed || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

/** Any numbers, by their bits. */
export function anyValues(length: number, finite: boolean): fc.Arbitrary<Float32Array> {
  return fc.nat().map((seed) => valuesFrom(xorshift(seed), length, finite))
}

const oneOf = <Name extends ChoiceName>(name: Name) =>
  fc.constantFrom(...(Object.keys(CHOICES[name].values) as Settings[Name][]))

const anyNetwork = fc.oneof(
  fc.record({
    family: fc.constant('pytorch' as const),
    cell: oneOf('cell'),
    layers: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    family: fc.constant('tensorflow' as const),
    cell: fc.constantFrom('rnn-tanh' as const, 'rnn-relu' as const),
    layers: fc.constant(1),
  }),
)

const anySettings: fc.Arbitrary<Omit<Settings, (typeof OF_SERIES_ALONE)[number]>> = anyNetwork.chain(
  (network) =>
    fc.record({
      ...{ cell: fc.constant(network.cell), layers: fc.constant(network.layers) },
      ...{ family: fc.constant(network.family), hiddenUnits: fc.integer({ min: 1, max: 4 }) },
      learningRate: fc.double({ min: 0.000001, max: 10, noNaN: true }),
      updates: fc.integer({ min: 1, max: 16_000 }),
      points: fc.integer({ min: 2, max: 200 }),
      endpoint: fc.boolean(),
      span: oneOf('span'),
      batch: fc.integer({ min: 1, max: 3 }),
      seed: fc.integer({ min: 0, max: 4_294_967_295 }),
      readout: oneOf('readout'),
      optimizer: oneOf('optimizer'),
      momentum: fc.double({ min: 0, max: 0.999, noNaN: true }),
      clipNorm: fc.double({ min: 0, max: 1000, noNaN: true }),
      carryState: fc.boolean(),
      freezeState: fc.boolean(),
      shown: oneOf('shown'),
    }),
)

/** From one to so many columns. */
const columns = (most: number) =>
  fc.integer({ min: 1, max: most }).map((count) => Array.from({ length: count }, (_, i) => `column ${i}`))

/** Of the lesson, or of a series with any of its settings. */
const anySource: fc.Arbitrary<Pick<Settings, (typeof OF_SERIES_ALONE)[number]>> = fc.oneof(
  fc.constant(pickSettings(settingsOf(LESSON), OF_SERIES_ALONE)),
  fc.record({
    source: fc.record({
      kind: fc.constant('series' as const),
      origin: fc.constant({ kind: 'made' as const, name: 'saw' as const }),
      inputs: columns(MAX_INPUTS),
      targets: columns(MAX_OUTPUTS),
    }),
    dataSeed: fc.integer({ min: 0, max: 4_294_967_295 }),
    horizon: fc.integer({ min: 0, max: 1000 }),
    window: fc.integer({ min: 2, max: 500 }),
    stride: fc.integer({ min: 1, max: 10_000 }),
    order: oneOf('order'),
    scaling: oneOf('scaling'),
    trainPercent: fc.double({ min: 1, max: 50, noNaN: true }),
    validationPercent: fc.double({ min: 0, max: 50, noNaN: true }),
    patience: fc.nat(1_000_000),
  }),
)

/** Any settings that a run can have, of a network that is small. */
export const anyConfig: fc.Arbitrary<RunConfig> = fc
  .tuple(anySettings, anySource)
  .map(([settings, ofSource]) => runConfigOf({ ...settings, ...ofSource }))
  // Long runs of long windows with many outputs are more than a run can keep.
  .filter((config) => parseSettings(settingsOf(config)).ok)

/** Any network of PyTorch's family, of few units but any other sizes, with a batch. */
export const anySizes: fc.Arbitrary<Partial<Settings & Sizes>> = fc.record({
  ...{ cell: oneOf('cell'), layers: fc.integer({ min: 1, max: 4 }) },
  ...{ inputs: fc.integer({ min: 1, max: MAX_INPUTS }), outputs: fc.integer({ min: 1, max: MAX_OUTPUTS }) },
  ...{ hiddenUnits: fc.integer({ min: 1, max: 6 }), batch: fc.integer({ min: 1, max: 3 }) },
})

/** Any snapshot of a run with these settings. */
export function anySnapshot(config: RunConfig, finite: boolean): fc.Arbitrary<Snapshot> {
  const { optimizer, batch } = config.training
  const { seed: _, ...network } = networkOf(config)
  const counts = { updatesDone: fc.nat(), position: fc.nat(), slotUpdates: fc.nat() }
  return fc.record({ ...counts, seed: fc.nat() }).map(({ seed, ...counted }) => {
    const next = xorshift(seed)
    const fill = (shape: readonly number[]): ArrayOf => ({
      shape,
      values: valuesFrom(next, sizeOf(shape), finite),
    })
    const arrays = () =>
      new Map(describeNetwork(network).parameters.map(({ name, shape }) => [name, fill(shape)]))
    return {
      ...counted,
      network,
      parameters: arrays(),
      optimizer,
      slots: new Map(SLOTS[optimizer].map((slot) => [slot, arrays()])),
      states: stateShapes(network, batch).map(fill),
    }
  })
}
