import type { Say } from '@contract/language/say'
import type { NetworkSpec } from '../../network/shape/network-spec'
import type { Forecaster } from './forecaster'
import type { ScriptWindow } from './script-window'

/** What decides the text of a script, whatever its library. */
export type ScriptFacts = {
  readonly network: NetworkSpec
  /** Whether the window is one of the lesson's curve, or of a series. */
  readonly ofLesson: boolean
  /** How it goes on by itself; null for the lesson's curve, and where it sees more than it says. */
  readonly forecaster: Forecaster | null
  /** Sequences that were trained side by side. */
  readonly batch: number
  readonly window: ScriptWindow
  /** Base name of the weight file. */
  readonly file: string
  /** In the language of its comments. */
  readonly say: Say
}
