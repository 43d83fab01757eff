import { type Say, sayIn } from '@contract/language/say'
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { ChartWorld } from './charts/canvas/live-chart'
import type { Looking } from './charts/view/looking'
import type { Commands } from './commands/commands'
import type { AppState } from './store/state/app-state'

/** What the panels are made from: never changes while the page is open, so reading it renders nothing. */
export type AppWorld = ChartWorld & {
  readonly commands: Commands
  readonly looking: Looking
  /** The system that the page is shown on, for the names of keys. */
  readonly platform: string
}

export const AppWorldContext = createContext<AppWorld | null>(null)

/** The world that the entry made. */
export function useWorld(): AppWorld {
  const world = useContext(AppWorldContext)
  if (!world) throw new Error('a panel must stand inside AppWorldContext')
  return world
}

/** A part of the store's state; the component renders when this part changes and not otherwise. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useWorld().store, select)
}

/** The page's voice, in the language that is chosen; a component that uses it renders when the language changes. */
export function useSay(): Say {
  return sayIn(useAppState((state) => state.language))
}
