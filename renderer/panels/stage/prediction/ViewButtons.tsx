import { useCallback, useEffect } from 'react'
import { useAppState, useWorld } from '../../../app-world'
import { FOLLOW, SHOW_ALL } from '../../../store/state/viewport'
import { formatCount } from '../../../store/words/format'
import { CloseIcon } from '../../icons'
import { useLive, writeText } from '../../use-live'

/** The button that brings the explanations. */
export const EXPLAIN = 'explain'

/** The update that was pressed, and the way to be rid of its mark. */
function MarkedUpdate() {
  const { store } = useWorld()
  const marked = useAppState((state) => state.marked)
  if (marked === null) return null
  return (
    <button
      type="button"
      className="button small marked"
      data-testid="unmark"
      title="Removes the mark from this update"
      aria-label={`Update ${formatCount(marked)} is marked: remove the mark`}
      onClick={() => store.getState().mark(null)}
    >
      <span>update {formatCount(marked)}</span>
      <CloseIcon />
    </button>
  )
}

/** Says how many updates the picture does not show because it stands still, and leads back to them. */
function FollowNewest() {
  const { store, history, looking } = useWorld()
  const draw = useCallback(
    (element: HTMLElement) => {
      const shown = looking.shown.get()
      const times = history.times.data
      let update = history.lastUpdate
      // The windows that end beyond the right edge; they are few or soon many, so by halves.
      if (shown) {
        let [low, high] = [0, history.points]
        while (low < high) {
          const middle = (low + high) >> 1
          if ((times[middle] ?? 0) <= shown.max) low = middle + 1
          else high = middle
        }
        update = low === 0 ? history.firstUpdate : history.updateAt(low - 1)
      }
      const unseen = history.lastUpdate - update
      writeText(element, unseen > 0 ? `Follow newest (${formatCount(unseen)} out of sight)` : 'Follow newest')
    },
    [history, looking],
  )
  const words = useLive<HTMLSpanElement>(draw)
  // The picture moves in a frame after the one in which it was asked to.
  useEffect(() => looking.shown.onChange(() => words.current && draw(words.current)), [looking, draw, words])
  return (
    <button
      type="button"
      className="button small"
      data-testid="follow-newest"
      onClick={() => store.getState().look(FOLLOW)}
    >
      <span ref={words} />
    </button>
  )
}

/** Where the prediction chart looks, and what else can be looked at. */
export function ViewButtons() {
  const { store } = useWorld()
  const kind = useAppState((state) => state.viewMode.kind)
  return (
    <div className="card-actions">
      <MarkedUpdate />
      {kind !== 'follow' && <FollowNewest />}
      <button
        type="button"
        className="button small"
        data-testid="show-all"
        disabled={kind === 'all'}
        onClick={() => store.getState().look(SHOW_ALL)}
      >
        Show all
      </button>
      <button
        type="button"
        id={EXPLAIN}
        className="button small"
        data-testid="explain"
        title="The data, the network and what one update does, while the training goes on"
        onClick={() => store.getState().explain(true)}
      >
        What is this?
      </button>
    </div>
  )
}
