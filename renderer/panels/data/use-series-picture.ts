import type { SeriesPicture } from '@contract/data/series-picture'
import type { Text } from '@contract/language/text'
import type { DataConfig } from '@contract/settings/run-config'
import { useEffect, useRef, useState } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { dataShown } from '../../store/selectors/selectors'

/** A picture and the settings that it was made of, which may be older than those that are shown. */
export type Described = { readonly data: DataConfig; readonly picture: SeriesPicture }

/** Long enough for a handle that is dragged or the next key. */
const REST_MILLISECONDS = 200

/**
 * What the series of the run looks like under the settings as they are shown. While another one is being made the last
 * stays; both are null until the first has come.
 */
export function useSeriesPicture(): { readonly described: Described | null; readonly problem: Text | null } {
  const { commands } = useWorld()
  const data = useAppState(dataShown)
  const isReady = useAppState((state) => state.trainer.kind === 'ready')
  const [described, setDescribed] = useState<Described | null>(null)
  const [problem, setProblem] = useState<Text | null>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isReady || data.source.kind === 'lesson') return
    let stale = false
    const ask = async () => {
      const answer = await commands.describeSeries(data)
      // Another one has been asked for meanwhile, or nobody looks any more.
      if (stale) return
      if ('problem' in answer) return setProblem(answer.problem)
      setDescribed({ data, picture: answer.value })
      setProblem(null)
    }
    const timer = isFirst.current ? null : setTimeout(() => void ask(), REST_MILLISECONDS)
    if (isFirst.current) void ask()
    isFirst.current = false
    return () => {
      stale = true
      if (timer !== null) clearTimeout(timer)
    }
  }, [commands, data, isReady])
  return { described, problem }
}
