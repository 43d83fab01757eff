import { gapAfter } from '@contract/language/chinese'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { assertNever } from '@contract/result'
import type { TrainerStatus } from '@contract/run/trainer-status'
import { useAppState, useSay, useWorld } from '../../app-world'
import { PlayIcon, WarningIcon } from '../icons'

type Gone = Extract<TrainerStatus, { kind: 'gone' }>

/** What happened to the training process, in a sentence. */
function goneText({ reason, exitCode }: Gone): Text {
  switch (reason) {
    case 'not-started':
      return text('notices.trainerNotStarted', { exitCode })
    case 'killed':
      return text('notices.trainerKilled')
    case 'crashed':
      return text('notices.trainerCrashed', { exitCode })
    default:
      return assertNever(reason)
  }
}

/** The button that starts a trainer again. */
function reviveText({ reason, resumableAt }: Gone): Text {
  if (resumableAt !== null) return text('notices.resumeFrom', { update: resumableAt })
  return text(reason === 'not-started' ? 'notices.tryAgain' : 'notices.startTrainer')
}

function GoneWords({ trainer }: { readonly trainer: Gone }) {
  const say = useSay()
  const hasCurves = useAppState((state) => state.hasCurves)
  const gone = say(goneText(trainer))
  return (
    <>
      <strong>{gone}</strong>
      {hasCurves && gapAfter(gone) + say('notices.curvesKept')}
    </>
  )
}

/** A banner that says at once that there is no trainer, and offers the way on. */
export function TrainerGone() {
  const { commands } = useWorld()
  const say = useSay()
  const trainer = useAppState((state) => state.trainer)
  return (
    <div role="alert">
      {trainer.kind === 'gone' && (
        <div className="banner" data-testid="trainer-gone" data-reason={trainer.reason}>
          <WarningIcon />
          <p>
            <GoneWords trainer={trainer} />
          </p>
          <button
            type="button"
            className="button primary"
            data-testid="go-on"
            onClick={() => void commands.revive()}
          >
            <PlayIcon />
            <span>{say(reviveText(trainer))}</span>
          </button>
        </div>
      )}
    </div>
  )
}
