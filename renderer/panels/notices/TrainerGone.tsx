import { assertNever } from '@contract/result'
import type { TrainerStatus } from '@contract/run/trainer-status'
import { useAppState, useWorld } from '../../app-world'
import { formatCount } from '../../store/words/format'
import { PlayIcon, WarningIcon } from '../icons'

type Gone = Extract<TrainerStatus, { kind: 'gone' }>

/** What happened to the training process, in a sentence. */
export function goneWords({ reason, exitCode }: Gone): string {
  switch (reason) {
    case 'not-started':
      return `TensorFlow could not be loaded: the training process ended before it was ready (exit code ${exitCode}).`
    case 'killed':
      return 'The training process was ended from outside.'
    case 'crashed':
      return `The training process stopped unexpectedly (exit code ${exitCode}).`
    default:
      return assertNever(reason)
  }
}

/** The button that starts a trainer again. */
export function reviveWords({ reason, resumableAt }: Gone): string {
  if (resumableAt !== null) return `Resume from update ${formatCount(resumableAt)}`
  return reason === 'not-started' ? 'Try again' : 'Start the trainer again'
}

/** A banner that says at once that there is no trainer, and offers the way on. */
export function TrainerGone() {
  const { commands } = useWorld()
  const trainer = useAppState((state) => state.trainer)
  const hasCurves = useAppState((state) => state.hasCurves)
  return (
    <div role="alert">
      {trainer.kind === 'gone' && (
        <div className="banner" data-testid="trainer-gone" data-reason={trainer.reason}>
          <WarningIcon />
          <p>
            <strong>{goneWords(trainer)}</strong> {hasCurves && 'Your curves are kept.'}
          </p>
          <button
            type="button"
            className="button primary"
            data-testid="go-on"
            onClick={() => void commands.revive()}
          >
            <PlayIcon />
            <span>{reviveWords(trainer)}</span>
          </button>
        </div>
      )}
    </div>
  )
}
