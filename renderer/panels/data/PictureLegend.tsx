import { useSay } from '../../app-world'
import type { SeriesView } from '../../charts/series/series-chart'

/**
 * What the marks of the picture mean; what is not in it is not explained.
 *
 * @param hasWindow whether the window of the newest update is marked on it
 */
export function PictureLegend({
  view: { columns, picture },
  hasWindow,
}: {
  readonly view: SeriesView
  readonly hasWindow: boolean
}) {
  const say = useSay()
  const keys = [
    ['target', say('dataPicture.targetCurve'), columns.some(({ isTarget }) => isTarget)],
    ['input', say('dataPicture.inputCurve'), columns.some(({ isTarget }) => !isTarget)],
    ['range', say('dataPicture.trainingRange'), columns.some(({ seen }) => seen.training !== null)],
    ['seen', say('dataPicture.seen'), hasWindow],
    ['missing', say('dataPicture.missingRows'), columns.some(({ missing }) => missing > 0)],
    ['jump', say('dataPicture.jump'), picture.gaps.count > 0],
  ] as const
  return (
    <div className="legend">
      {keys.map(
        ([kind, words, isShown]) =>
          isShown && (
            <span key={kind} className="legend-key">
              <span className={`legend-line ${kind}`} aria-hidden="true" />
              {words}
            </span>
          ),
      )}
    </div>
  )
}
