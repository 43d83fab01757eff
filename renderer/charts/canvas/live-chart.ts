import type { AppStore } from '../../store/app-store'
import type { History } from '../../store/curves/history'
import type { Drawer, Scheduler } from './scheduler'
import type { ThemeSource } from './theme'

/** What every chart of the run is made from. It reads history and store when it draws: nothing is pushed into it. */
export type ChartWorld = {
  readonly history: History
  /** Of the run that the present one branches off from, after that; empty while there is none, see `Ghost`. */
  readonly ghost: History
  readonly store: AppStore
  readonly scheduler: Scheduler
  readonly theme: ThemeSource
}

/** A chart on the page. */
export type LiveChart = {
  /** Asks for a redraw. */
  readonly request: Drawer['request']
  readonly destroy: () => void
}
