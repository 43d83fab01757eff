import { useEffect, useMemo, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { isModalOpen } from '../../../commands/modal'
import type { AppStore } from '../../../store/app-store'
import { mayTouch } from '../../../store/selectors/inside/touching'
import { useInside } from '../frame/use-inside'
import { ViewCard } from '../frame/ViewCard'
import { KnockOutCard } from './KnockOutCard'
import { MemoryCard } from './MemoryCard'
import { SensitivityCard } from './SensitivityCard'
import { TouchForm } from './TouchForm'
import { TouchList } from './TouchList'
import type { Touchable } from './touch-words'

/** Escape takes all touches back, wherever the focus is, unless it means something there. */
function useEscape(store: AppStore) {
  useEffect(() => {
    const onKeyDown = ({ key, target, defaultPrevented }: globalThis.KeyboardEvent) => {
      const isTyped = target instanceof Element && target.closest('input, select') !== null
      if (key === 'Escape' && !defaultPrevented && !isTyped && !isModalOpen())
        store.getState().takeBackTouches()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [store])
}

/** What the window would be if the input, a unit, a gate, the state or a weight were another one. */
export function TouchView() {
  return (
    <>
      <TouchCard />
      <SensitivityCard />
      <KnockOutCard />
      <MemoryCard />
    </>
  )
}

function TouchCard() {
  const say = useSay()
  const { store } = useWorld()
  const place = useRef<HTMLElement>(null)
  const known = useInside({ kind: 'states' }, place)
  const isOn = useAppState(mayTouch)
  const description = useAppState((state) => state.description)
  const config = useAppState((state) => state.run?.config)
  const touchable = useMemo<Touchable>(
    () => ({ columns: description?.facts.inputs ?? [], parameters: description?.parameters ?? [] }),
    [description],
  )
  useEscape(store)
  const timeSteps = known && 'value' in known.found ? known.found.value.timeSteps : 0
  return (
    <ViewCard
      place={place}
      testId="inside-touch"
      title={say('touch.title')}
      help={say('touch.help')}
      summary={isOn ? undefined : say('touch.atRest')}
      table={null}
      hasNoPlot
    >
      {isOn && config && timeSteps > 0 && <TouchForm {...{ config, touchable, timeSteps }} />}
      <TouchList touchable={touchable} />
    </ViewCard>
  )
}
