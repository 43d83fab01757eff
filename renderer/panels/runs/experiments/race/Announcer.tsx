import { useEffect, useRef, useState } from 'react'

/** While the race plays it is told no more often than this. */
const QUIET_MILLISECONDS = 10_000
/** A race that stands still so long is told at once. */
const REST_MILLISECONDS = 500

/** Tells screen readers who is where: now and then while the race plays, and whenever it has come to rest. */
export function Announcer({
  sentence,
  isPlaying,
}: {
  readonly sentence: string
  readonly isPlaying: boolean
}) {
  const [told, tell] = useState('')
  const toldAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const now = performance.now()
    const wait = isPlaying ? Math.max(0, toldAt.current + QUIET_MILLISECONDS - now) : REST_MILLISECONDS
    const timer = setTimeout(() => {
      toldAt.current = performance.now()
      tell(sentence)
    }, wait)
    return () => clearTimeout(timer)
  }, [sentence, isPlaying])
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-testid="race-said">
      {told}
    </p>
  )
}
