import type { TrainerEvents } from '@contract/wire/trainer-wire'

/** Tells main something. */
export type Emit = <Name extends keyof TrainerEvents>(name: Name, payload: TrainerEvents[Name]) => void
