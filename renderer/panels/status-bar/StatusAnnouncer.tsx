import { sayIn } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { useEffect, useRef } from 'react'
import { useWorld } from '../../app-world'
import { phaseText } from '../../store/selectors/selectors'
import type { AppState } from '../../store/state/app-state'
import { writeText } from '../use-live'

/** A sentence about a run in training is spoken no more often than this. */
const QUIET_MILLISECONDS = 10_000

function sentence(state: AppState): string {
  const say = sayIn(state.language)
  const { updatesDone, loss } = state.progress
  if (loss === null) return say(phaseText(state))
  return say('status.progress', {
    phase: phaseText(state),
    updates: updatesDone,
    loss: text('figures.loss', { value: loss }),
  })
}

/** Tells screen readers of every change of phase at once, and of the progress between them now and then. */
export function StatusAnnouncer() {
  const { store } = useWorld()
  const ref = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let spokenPhase = ''
    let spokenAt = 0
    return store.subscribe((state) => {
      const phase = sayIn(state.language)(phaseText(state))
      const now = performance.now()
      // While nothing comes there is nothing new to say.
      const isSilent = state.silentSeconds > 0
      if (phase === spokenPhase && (isSilent || now - spokenAt < QUIET_MILLISECONDS)) return
      spokenPhase = phase
      spokenAt = now
      if (ref.current) writeText(ref.current, sentence(state))
    })
  }, [store])
  return <span ref={ref} className="visually-hidden" role="status" aria-live="polite" />
}
