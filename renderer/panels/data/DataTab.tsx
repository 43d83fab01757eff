import { SeriesCard } from './SeriesCard'

/** The data that the present run learns from: what it is, and how it is cut. */
export function DataTab() {
  return <SeriesCard />
}
