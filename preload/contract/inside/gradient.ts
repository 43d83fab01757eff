/**
 * What becomes of the gradient on its way back through a window; the limits are beside the judgement
 * (`main/trainer/inside/reach/diagnose.ts`).
 */
export type GradientDiagnosis = 'healthy' | 'vanishing' | 'exploding' | 'cut-by-window'

/** The gradient through time, of the first sequence of a window and before any clipping. */
export type InsideGradient = {
  readonly kind: 'gradient'
  readonly layer: number
  readonly timeSteps: number
  /** The time steps s whose share of the loss is followed, from 0 and ascending: all of them, or evenly spaced ones. */
  readonly rows: readonly number[]
  /** ‖∂ℓ_s/∂h_t‖ for t ≤ s, NaN for t > s: [row, time step]. Of doubles: they go below all that a float32 can hold. */
  readonly norms: Float64Array
  /** ‖∂L/∂h_t‖ of the whole loss: [time step]. */
  readonly profile: Float64Array
  /** Medians of what is left of a gradient after τ time steps, from τ = 0; NaN where no row tells any. */
  readonly ratios: Float64Array
  /** Decades per time step; ±Infinity where it is lost or beyond all numbers at once, null where nothing can be fitted. */
  readonly slope: number | null
  /** The greatest τ at which 1 % is left; null where no row tells anything. */
  readonly reach: number | null
  readonly diagnosis: GradientDiagnosis | null
}
