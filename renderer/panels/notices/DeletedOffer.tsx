import type { Text } from '@contract/language/text'
import { useSay } from '../../app-world'
import { CloseIcon, DoneIcon } from '../icons'
import { usePassing } from './use-passing'

/** Long enough to read it and think; after that what was deleted is gone for good. */
const MILLISECONDS = 20_000

/** Says what was deleted, and offers to have it back until the offer passes or is dismissed, which ends it. */
export function DeletedOffer(offer: {
  readonly said: Text
  readonly testId: string
  /** Test ids of its two buttons. */
  readonly buttons: { readonly undo: string; readonly dismiss: string }
  readonly undo: () => void
  /** Stays the same function as long as the same is deleted. */
  readonly end: () => void
}) {
  const say = useSay()
  const held = usePassing(MILLISECONDS, offer.end)
  return (
    <div className="notice info" data-testid={offer.testId} {...held}>
      <DoneIcon />
      <span className="notice-text">{say(offer.said)}</span>
      <button type="button" className="button small" data-testid={offer.buttons.undo} onClick={offer.undo}>
        {say('runList.undo')}
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('runList.dismissDeleted')}
        data-testid={offer.buttons.dismiss}
        onClick={offer.end}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
