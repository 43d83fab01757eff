import { type Say, sayIn } from '@contract/language/say'
import { type RefObject, useMemo, useRef } from 'react'
import { useWorld } from '../../../app-world'
import type { ChartWorld, LiveChart } from '../../../charts/canvas/live-chart'
import type { Looking } from '../../../charts/view/looking'
import type { AppState } from '../../../store/state/app-state'
import { writeText } from '../../use-live'
import { useChart } from './use-chart'
import { type SliderReading, useChartSlider } from './use-chart-slider'

/** What a chart with a crosshair is told, beside what every chart reads. */
type ReadChartOptions<Reading> = {
  readonly world: ChartWorld
  readonly looking: Looking
  readonly read: (reading: Reading | null) => void
}

/**
 * A chart with a crosshair on a canvas that is a slider, and a line of text that says what is read there.
 *
 * @param create puts the chart on the canvas; the same function at every rendering, as the next two
 * @param readingWords what is read, or what to do while nothing is
 * @param newestWords what the slider says while there is no crosshair
 */
export function useReadChart<Reading extends { readonly update: number }>(
  create: (canvas: HTMLCanvasElement, options: ReadChartOptions<Reading>) => LiveChart,
  readingWords: (reading: Reading | null, say: Say) => string,
  newestWords: (state: AppState, say: Say) => string,
): {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly reading: RefObject<HTMLParagraphElement | null>
} {
  const world = useWorld()
  const reading = useRef<HTMLParagraphElement>(null)
  const tell = useRef<(reading: SliderReading | null) => void>(() => {})
  const make = useMemo(
    () => (canvas: HTMLCanvasElement) =>
      create(canvas, {
        world,
        looking: world.looking,
        read: (at) => {
          // When it is drawn: another language does not make another chart.
          const words = readingWords(at, sayIn(world.store.getState().language))
          if (reading.current) writeText(reading.current, words)
          tell.current(at && { update: at.update, words })
        },
      }),
    [world, create, readingWords],
  )
  const canvas = useChart(make)
  tell.current = useChartSlider(canvas, newestWords)
  return { canvas, reading }
}
