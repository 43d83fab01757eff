import { type Say, sayIn } from '@contract/language/say'
import { useCallback, useEffect, useRef } from 'react'
import { useSay, useWorld } from '../../../app-world'
import type { AppState } from '../../../store/state/app-state'
import { useLive, writeText } from '../../use-live'
import { headlineOf } from './headline'

/** Says what is true at a rest, and nothing while it changes with every update. */
function useSpokenAtRest(sentences: (state: AppState, say: Say) => string) {
  const { store } = useWorld()
  const ref = useRef<HTMLSpanElement>(null)
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (!ref.current || state.run?.phase === 'training') return
        const same = state.scores === before.scores && state.run?.phase === before.run?.phase
        if (!same) writeText(ref.current, sentences(state, sayIn(state.language)))
      }),
    [store, sentences],
  )
  return ref
}

/** The one figure that tells a newcomer enough, and its sentence. They follow the training without rendering. */
export function HeadlineLine() {
  const say = useSay()
  const { history } = useWorld()
  const words = useCallback(
    (state: AppState, say: Say) => headlineOf(state, history).sentences.map(say).join(' '),
    [history],
  )
  const digits = useLive<HTMLSpanElement>(
    useCallback(
      (element: HTMLElement, state: AppState, say: Say) => {
        const headline = headlineOf(state, history)
        element.dataset.tone = headline.tone
        writeText(element, headline.digits === null ? '–' : say(headline.digits))
      },
      [history],
    ),
  )
  const sentence = useLive<HTMLParagraphElement>(
    useCallback(
      (element: HTMLElement, state: AppState, say: Say) => writeText(element, words(state, say)),
      [words],
    ),
  )
  const spoken = useSpokenAtRest(words)
  return (
    <>
      <span className="headline-digits" title={say('numbers.skillExplained')}>
        <span ref={digits} data-testid="skill" />
        <span className="headline-unit">{say('numbers.skill')}</span>
      </span>
      <p ref={sentence} className="headline-words" data-testid="headline" />
      <span
        ref={spoken}
        className="visually-hidden"
        role="status"
        aria-live="polite"
        data-testid="headline-spoken"
      />
    </>
  )
}
