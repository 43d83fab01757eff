import { type Say, sayIn } from '@contract/language/say'
import { useCallback, useEffect } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { showAll } from '../../../store/selectors/parts'
import type { AppState } from '../../../store/state/app-state'
import { FOLLOW } from '../../../store/state/viewport'
import { useLive, writeText } from '../../use-live'
import { ExportMenu } from '../chart/ExportMenu'

/** The button that brings the explanations. */
export const EXPLAIN = 'explain'

/** Says how many updates the picture does not show because it stands still, and leads back to them. */
function FollowNewest() {
  const { store, history, looking } = useWorld()
  const draw = useCallback(
    (element: HTMLElement, _: AppState, say: Say) => {
      const shown = looking.shown.get()
      let update = history.lastUpdate
      // The windows that end beyond the right edge.
      if (shown) {
        const beyond = history.times.after(shown.max)
        update = beyond === 0 ? history.firstUpdate : history.updateAt(beyond - 1)
      }
      const unseen = history.lastUpdate - update
      writeText(
        element,
        unseen > 0 ? say('stage.followUnseen', { updates: unseen }) : say('stage.followNewest'),
      )
    },
    [history, looking],
  )
  const words = useLive<HTMLSpanElement>(draw)
  // The picture moves in a frame after the one in which it was asked to.
  useEffect(
    () =>
      looking.shown.onChange(() => {
        const state = store.getState()
        if (words.current) draw(words.current, state, sayIn(state.language))
      }),
    [store, looking, draw, words],
  )
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
export function ViewButtons({ ofPart }: { readonly ofPart: boolean }) {
  const say = useSay()
  const { store } = useWorld()
  const kind = useAppState((state) => (ofPart ? state.partView : state.viewMode).kind)
  return (
    <div className="card-actions">
      {!ofPart && kind !== 'follow' && <FollowNewest />}
      <button
        type="button"
        className="button small"
        data-testid="show-all"
        disabled={kind === 'all'}
        onClick={() => showAll(store.getState())}
      >
        {say('stage.showAll')}
      </button>
      <button
        type="button"
        id={EXPLAIN}
        className="button small"
        data-testid="explain"
        title={say('stage.explains')}
        onClick={() => store.getState().explain(true)}
      >
        {say('stage.whatIsThis')}
      </button>
      <ExportMenu label={say('stage.predictionTitle')} />
    </div>
  )
}
