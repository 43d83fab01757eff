/**
 * What updates are computed with. `compiled` replays recorded updates as a native graph; `eager` runs every op by
 * itself, the reference that the other is held to. The numbers are the same but for float32 rounding.
 */
export type EngineName = 'compiled' | 'eager'
export const ENGINES: readonly EngineName[] = ['compiled', 'eager']
