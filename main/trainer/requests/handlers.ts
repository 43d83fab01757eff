import type { TrainerRequests } from '@contract/wire/trainer-wire'

/** A handler for every request; those that touch files answer later. */
export type TrainerHandlers = {
  readonly [Name in keyof TrainerRequests]: (
    ...args: Parameters<TrainerRequests[Name]>
  ) => ReturnType<TrainerRequests[Name]> | Promise<ReturnType<TrainerRequests[Name]>>
}
