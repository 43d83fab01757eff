import { useSay } from '../../app-world'
import { AutocorrelationCard } from './AutocorrelationCard'
import { PictureCard } from './PictureCard'
import { ScalerCard } from './ScalerCard'
import { SeriesCard } from './SeriesCard'
import { useSeriesPicture } from './use-series-picture'
import { WindowsCard } from './WindowsCard'

/** The data that the present run learns from: as a picture, what the settings make of them, and in words. */
export function DataTab() {
  const say = useSay()
  const { described, problem } = useSeriesPicture()
  return (
    <div className="data-tab">
      {problem && (
        <p className="card data-problem" role="status" data-testid="picture-problem">
          {say(problem)}
        </p>
      )}
      {!described && !problem && <p className="card card-note">{say('dataPicture.coming')}</p>}
      {described && (
        <>
          <PictureCard described={described} />
          <AutocorrelationCard described={described} />
          <WindowsCard described={described} />
          <ScalerCard described={described} />
        </>
      )}
      <SeriesCard described={described} />
    </div>
  )
}
