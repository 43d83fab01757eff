import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { isProven, isWhole, proofText } from '@contract/project/proof'
import type { ProofStanding } from '@contract/project/standing'
import { assertNever } from '@contract/result'
import { useAppState, useSay, useWorld } from '../../app-world'
import type { AppState } from '../../store/state/app-state'
import { CloseIcon, DoneIcon, UnfinishedIcon, WarningIcon } from '../icons'

/** Says how far a project file is known to be what was computed, and offers to make all its updates again. */
export function ProofLine() {
  const proof = useAppState((state) => (state.proofShown && state.project?.proof) || null)
  return proof && <Line proof={proof} />
}

function Line({ proof }: { readonly proof: ProofStanding }) {
  const { commands, store } = useWorld()
  const say = useSay()
  const words = useAppState((state) => say(lineText(state, proof)))
  const kind = noticeKind(proof)
  return (
    <div className={`notice ${kind}`} data-testid="proof" data-kind={kind}>
      {ICONS[kind]}
      <span className="notice-text">{words}</span>
      {proof.kind === 'proving' ? (
        <button
          type="button"
          className="button small"
          data-testid="cancel-proof"
          onClick={() => void commands.cancelProof()}
        >
          {say('projects.cancel')}
        </button>
      ) : (
        <>
          {isPartial(proof) && (
            <button
              type="button"
              className="button small"
              data-testid="check-all"
              onClick={() => void commands.checkAll()}
            >
              {say('projects.checkAll')}
            </button>
          )}
          <button
            type="button"
            className="button quiet icon-only"
            aria-label={say('projects.dismiss')}
            data-testid="dismiss-proof"
            onClick={() => store.getState().dismissProof()}
          >
            <CloseIcon />
          </button>
        </>
      )}
    </div>
  )
}

const ICONS = { success: <DoneIcon />, info: <UnfinishedIcon />, error: <WarningIcon /> }

function noticeKind(proof: ProofStanding): keyof typeof ICONS {
  if (proof.kind === 'proving') return 'info'
  return proof.kind === 'proven' && isProven(proof.proof) ? 'success' : 'error'
}

/** Whether there are segments, or runs of the family, that were not made again. */
function isPartial(proof: ProofStanding): boolean {
  return proof.kind === 'proven' && !isWhole(proof.proof)
}

function lineText({ project, provenTo }: AppState, proof: ProofStanding): Text {
  const name = project?.file?.name ?? ''
  switch (proof.kind) {
    case 'proving':
      return provenTo
        ? text('projects.provingAt', { name, done: provenTo.updates, of: provenTo.of })
        : text('projects.proving', { name })
    case 'proven':
      return text('projects.proven', { name, proof: proofText(proof.proof) })
    case 'failed':
      return proof.why
    default:
      return assertNever(proof)
  }
}
