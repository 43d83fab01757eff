import type { ExperimentRun } from '@contract/experiment/experiment'
import { type KeyboardEvent, useState } from 'react'
import { type Extent, shareOf } from '../../../../plots/plot-space'
import { stepOfKey } from '../../../../plots/step-keys'
import {
  alongHair,
  type HairPoint,
  nearestHair,
  nextHair,
  pointOf,
  updateOfPlace,
} from '../../../../store/selectors/experiments/pointing'

type Axis = { readonly extent: Extent; readonly kind: 'linear' | 'log' }

/** Pointing at the line of a run, by pointer and by keys; the pointer leaves its mark behind, so that a button can be pressed. */
export function useHairPointing(
  runs: readonly ExperimentRun[],
  { extent, kind }: Axis,
  open: (point: HairPoint) => void,
) {
  const [picked, pick] = useState<HairPoint | null>(null)
  const shareUp = (loss: number) => shareOf(loss, extent, kind)
  const runOf = (point: HairPoint) => runs.find(({ index }) => index === point.index)

  function near(at: { readonly x: number; readonly y: number }): HairPoint | null {
    return nearestHair(runs, { update: Math.round(at.x), up: shareUp(at.y) }, shareUp)
  }

  /** Undefined for a key that leads nowhere. */
  function target(event: KeyboardEvent): HairPoint | null | undefined {
    const run = picked && runOf(picked)
    if (!picked || !run) {
      const isWay = event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End'
      const longest = runs.reduce((most, { updates }) => Math.max(most, updates), 0)
      return isWay ? (runs.flatMap((each) => pointOf(each, longest) ?? [])[0] ?? undefined) : undefined
    }
    if (event.key === 'ArrowUp') return nextHair(runs, picked, 1)
    if (event.key === 'ArrowDown') return nextHair(runs, picked, -1)
    const { place, places } = alongHair(run, picked)
    const next = stepOfKey(event, place, places)
    return typeof next === 'number' ? pointOf(run, updateOfPlace(run, next)) : next
  }

  return {
    picked,
    onPoint: (at: { readonly x: number; readonly y: number } | null) => at && pick(near(at)),
    onPress: (at: { readonly x: number; readonly y: number }) => {
      const point = near(at)
      if (point) open(point)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isOpened = event.key === 'Enter' && picked !== null
      const next = isOpened ? undefined : target(event)
      if (!isOpened && next === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (isOpened) open(picked)
      else pick(next ?? null)
    },
  }
}
