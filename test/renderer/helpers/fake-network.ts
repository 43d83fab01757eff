import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'

/** What one window of the fake run saw and said. */
export type FakeWindow = {
  readonly loss: number
  readonly gradientNorm: number
  /** In half periods. */
  readonly start: number
  readonly step: number
  readonly inputs: Float32Array
  readonly targets: Float32Array
  readonly predictions: Float32Array
}

/** A number from 0 to 1 that depends on nothing but its arguments. */
function noise(seed: number, place: number): number {
  const x = Math.sin(seed * 12.9898 + place * 78.233) * 43758.5453
  return x - Math.floor(x)
}

/** Half periods of an update's window: in the fake, random lengths come in turn. */
function spanOf(update: number, { data: { span } }: RunConfig): number {
  return span === 'one' ? 1 : 1 + (update % 3)
}

/**
 * What a network that learns might have said in window `update`: an echo of the input that turns into the
 * target, off by less and less. Nothing is computed that a test could take for a result of the real one.
 */
export function fakeWindow(update: number, config: RunConfig): FakeWindow {
  const { seed, learningRate, carryState, endpoint } = settingsOf(config)
  const spans = spanOf(update, config)
  const points = config.data.points * spans
  const start = Array.from({ length: update - 1 }, (_, index) => spanOf(index + 1, config))
  const first = start.reduce((sum, span) => sum + span, 0)
  const at = (make: (t: number, index: number) => number) =>
    Float32Array.from({ length: points }, (_, index) => {
      const t = (first + (spans * index) / (endpoint ? points - 1 : points)) * Math.PI
      return make(t, index)
    })
  const learned = 1 - Math.exp((-update * Math.min(learningRate, 0.2)) / 0.25)
  const wobble = (1 - learned) * 0.9 + 0.05
  const lag = carryState ? 0 : 0.5
  const predictions = at((t, index) => {
    const drift = (noise(seed, update) - 0.5) * wobble
    const startled = lag * Math.exp(-index) * -Math.cos(t)
    return learned * Math.cos(t - 0.25 * (1 - learned)) + (1 - learned) * Math.sin(t) * 0.6 + drift + startled
  })
  const targets = at((t) => Math.cos(t))
  let sum = 0
  for (let index = 0; index < points; index++) sum += ((predictions[index] ?? 0) - (targets[index] ?? 0)) ** 2
  const loss = sum / points
  const gradientNorm = Math.sqrt(loss) * (0.5 + noise(seed, -update))
  const step = spans / (endpoint ? points - 1 : points)
  return { loss, gradientNorm, start: first, step, inputs: at((t) => Math.sin(t)), targets, predictions }
}
