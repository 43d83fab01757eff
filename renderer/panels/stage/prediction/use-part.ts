import type { PartName, PartRange } from '@contract/data/parts'
import type { Text } from '@contract/language/text'
import type { PartPredictions } from '@contract/run/parts/part-predictions'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useAppState, useWorld } from '../../../app-world'
import { lookedAtMoment } from '../../../store/selectors/moments'
import type { AppState } from '../../../store/state/app-state'
import { watchSeen } from '../../watch-seen'
import { createPartAsker, type PartWish } from './part-asker'

/** What is looked at. */
type Looked = { readonly part: PartName; readonly rows: PartRange; readonly sight: PartRange }

/** What is wished by whoever looks at a part; null while the moment that is looked at is not made again yet. */
export function wishOf(state: AppState, looked: Looked): PartWish | null {
  const { description, run, marked, progress, trainer } = state
  if (!description || !run || trainer.kind !== 'ready') return null
  const wish = { ...looked, runId: description.id, isTraining: run.phase === 'training' }
  if (marked === null) {
    // Whether the state is carried decides what the network is shown before a row.
    const weights = `${progress.updatesDone} ${run.config.training.carryState}`
    return { ...wish, update: null, weights }
  }
  return lookedAtMoment(state).kind === 'known' ? { ...wish, update: marked, weights: '' } : null
}

/**
 * What the network says of the rows of a part that are in sight, by the weights of now or of the moment that is looked at;
 * asked for as long as `place` is seen. What was told last stays until there is something newer.
 */
export function usePart(
  looked: Looked,
  place: RefObject<Element | null>,
): { readonly told: PartPredictions | null; readonly problem: Text | null } {
  const { store, commands } = useWorld()
  const runId = useAppState((state) => state.description?.id)
  const [told, setTold] = useState<PartPredictions | null>(null)
  const [problem, setProblem] = useState<Text | null>(null)
  const newest = useRef(looked)
  const wishNow = useRef(() => {})
  useEffect(() => {
    let isSeen = true
    const asker = createPartAsker(commands.partPredictions, (answer) => {
      if ('problem' in answer) return setProblem(answer.problem)
      setProblem(null)
      setTold(answer.value)
    })
    wishNow.current = () => asker.wish(isSeen ? wishOf(store.getState(), newest.current) : null)
    const endStore = store.subscribe(() => wishNow.current())
    const endSeen = watchSeen(place.current, (seen) => {
      isSeen = seen
      wishNow.current()
    })
    return () => {
      endStore()
      endSeen()
      asker.end()
    }
  }, [store, commands, place])
  useEffect(() => {
    newest.current = looked
    wishNow.current()
  }, [looked])
  const isTrue = told?.runId === runId && told?.part === looked.part
  return { told: isTrue ? told : null, problem }
}
