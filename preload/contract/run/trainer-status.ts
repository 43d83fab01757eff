/** Why the training process ended although nobody asked it to. */
export type TrainerExitReason = 'not-started' | 'killed' | 'crashed'

export type TrainerStatus =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly tensorflow: string; readonly tfjs: string }
  | {
      readonly kind: 'gone'
      readonly reason: TrainerExitReason
      readonly exitCode: number
      /** The update from which the run can go on, or null when there was no run. */
      readonly resumableAt: number | null
    }
