import { HISTOGRAM_BARS, type InsideTensor } from '@contract/inside/weights'
import { useMemo } from 'react'
import { useSay } from '../../../app-world'
import { niceEnd } from '../../../charts/axes/y-range'
import { Bars } from '../../../plots/Bars'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { inThree } from '../frame/in-three'
import { ViewCard } from '../frame/ViewCard'

const HEIGHT = 200

/** How many numbers of a parameter have which value, against the beginning of the run. */
export function Histogram({ tensor }: { readonly tensor: InsideTensor }) {
  const say = useSay()
  const { name, from, to, bars, initialBars, norm, initialNorm } = tensor
  const width = (to - from) / HISTOGRAM_BARS
  const { x, y, outline } = useMemo(() => {
    const most = Math.max(...bars, ...initialBars)
    // Along the top of each bar, from one edge to the next.
    const edges = Array.from(initialBars, (count, i) => [
      [from + i * width, count],
      [from + (i + 1) * width, count],
    ]).flat() as [number, number][]
    return {
      x: { extent: { min: from, max: to }, name: say('insideWeights.value') },
      y: { extent: { min: 0, max: niceEnd(most) }, name: say('insideWeights.count') },
      outline: { x: edges.map(([at]) => at), y: edges.map(([, count]) => count) },
    }
  }, [bars, initialBars, from, to, width, say])
  return (
    <ViewCard
      testId="inside-histogram"
      title={say('insideWeights.histogramTitle')}
      summary={say('insideWeights.histogramSentence', {
        tensor: name,
        norm: inThree(norm),
        initial: inThree(initialNorm),
      })}
      help={say('insideWeights.histogramHelp')}
      table={() => ({
        columns: [say('insideWeights.value'), say('insideWeights.count'), say('insideWeights.initialCount')],
        rows: Array.from(bars, (count, i) => [from + (i + 0.5) * width, count, initialBars[i] ?? 0]),
      })}
    >
      <Plot
        {...{ x, y }}
        height={HEIGHT}
        label={say('insideWeights.histogramPicture', { tensor: name })}
        testId="inside-histogram-plot"
      >
        <Bars from={from} width={width} heights={bars} colour="var(--prediction)" />
        <Line x={outline.x} y={outline.y} colour="var(--ink)" />
      </Plot>
    </ViewCard>
  )
}
