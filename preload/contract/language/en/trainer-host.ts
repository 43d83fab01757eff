/** The trainer's process: why it cannot be asked anything. */
export const trainerHost = {
  'trainerHost.neverStarted': 'The trainer has not been started; start the app again.',
  'trainerHost.loading': 'The trainer is still loading TensorFlow; try again in a moment.',
  'trainerHost.notStarted': ({ cause }: { cause: string }) =>
    `The trainer could not start (${cause}); run the set-up again, then start the trainer again.`,
  'trainerHost.endedAtStart': ({ code }: { code: number }) =>
    `The trainer could not start (it ended with code ${code}); run the set-up again, then start the trainer again.`,
  'trainerHost.killed':
    'The trainer was ended from outside; start it again to go on from the last checkpoint.',
  'trainerHost.crashed': ({ code, cause }: { code: number; cause: string | null }) =>
    `The trainer crashed with code ${code}${cause === null ? '' : ` (${cause})`}; start it again to go on from the last checkpoint.`,
}
