import { useEffect, useRef, useState } from 'react'
import { useWorld } from '../../../../app-world'
import type { Lane, RaceBy } from '../../../../store/selectors/experiments/race/lane-clock'
import {
  endOfRace,
  otherwise,
  played,
  reachOf,
  stepped,
} from '../../../../store/selectors/experiments/race/race-clock'
import { useMedia } from '../../../use-media'

/** Seconds in which a whole race can be played. */
export const SPEEDS = [5, 20, 60] as const
type Speed = (typeof SPEEDS)[number]

/** A frame that comes later than this, in seconds, does not make the race jump. */
const LONGEST_FRAME = 0.1
/** Between two pictures, in milliseconds: a person sees no more of small charts. */
const BETWEEN_PICTURES = 30

/** What a race is played with. */
export type RaceClock = {
  readonly by: RaceBy
  /** The moment that is shown: so many updates, or seconds of each worker. */
  readonly cursor: number
  /** How far there is anything to show, and where the race ends; 0 as long as it has not begun. */
  readonly reach: number
  readonly isPlaying: boolean
  readonly speed: Speed
  readonly playOrPause: () => void
  readonly goTo: (cursor: number) => void
  readonly step: (updates: number) => void
  readonly countBy: (by: RaceBy) => void
  readonly playIn: (speed: Speed) => void
}

/**
 * The clock of a race, which goes on by itself from the first moment on, as long as nobody has asked for less motion.
 *
 * @param isMaking whether lanes that are missing are still to come
 */
export function useRaceClock(lanes: readonly Lane[], isMaking: boolean): RaceClock {
  const { scheduler } = useWorld()
  const wantsLess = useMedia('(prefers-reduced-motion: reduce)')
  const [by, setBy] = useState<RaceBy>('updates')
  const [cursor, setCursor] = useState(0)
  const [isPlaying, setPlaying] = useState(!wantsLess)
  const [speed, playIn] = useState<Speed>(20)
  /** Where it is between two pictures. */
  const exact = useRef(0)
  const reach = reachOf(lanes, by, isMaking)

  const show = (at: number, of: RaceBy) => {
    exact.current = at
    setCursor(of === 'updates' ? Math.floor(at) : at)
  }

  useEffect(() => {
    if (!isPlaying || reach === 0) return
    let before = performance.now()
    let pictured = before
    const drawer = scheduler.add(() => {
      const now = performance.now()
      const passed = Math.min(LONGEST_FRAME, (now - before) / 1000)
      before = now
      const at = played(exact.current, passed, speed, reach)
      exact.current = at
      if (at < reach && now - pictured < BETWEEN_PICTURES) return true
      pictured = now
      setCursor(by === 'updates' ? Math.floor(at) : at)
      if (at >= reach) setPlaying(false)
      return at < reach
    })
    drawer.request()
    return drawer.remove
  }, [isPlaying, reach, speed, by, scheduler])

  const goTo = (at: number) => {
    setPlaying(false)
    show(Math.min(reach, Math.max(0, at)), by)
  }
  return {
    ...{ by, cursor, reach, isPlaying, speed, playIn, goTo },
    playOrPause: () => {
      // At the end it begins anew.
      if (!isPlaying && cursor >= reach) show(0, by)
      setPlaying(!isPlaying)
    },
    step: (updates) => goTo(stepped(lanes, by, cursor, updates)),
    countBy: (other) => {
      if (other === by) return
      const at = otherwise(lanes, by, cursor)
      setBy(other)
      show(Math.min(at, endOfRace(lanes, other)), other)
    },
  }
}
